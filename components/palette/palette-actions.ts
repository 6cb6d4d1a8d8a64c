import type { Icon } from '@tabler/icons-react';
import {
  IconCoins,
  IconDatabaseExport,
  IconListSearch,
  IconLock,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconPlus,
  IconRefresh,
  IconArrowRight,
} from '@tabler/icons-react';
import { ask } from '../bridge/ask';
import { setRepricing } from '../bridge/use-repricing';
import { refreshVault } from '../bridge/vault-store';
import { routeHref, SCREENS, type Route } from '../ui/route';
import { screenText } from '../ui/screen-names';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';

export interface PaletteAction {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: Icon;
  readonly run: () => void;
}

/** The palette has closed by then and given the focus back; it belongs to the screen that was asked for. */
const CLOSED_MS = 250;

export function goTo(to: Pick<Route, 'screen'> & Partial<Route>): void {
  window.location.hash = routeHref(to);
  setTimeout(() => document.getElementById('main')?.focus({ preventScroll: true }), CLOSED_MS);
}

export function screenActions(): readonly PaletteAction[] {
  return SCREENS.map((screen) => ({
    id: screen,
    label: screenText(screen),
    icon: IconArrowRight,
    run: () => goTo({ screen }),
  }));
}

/** @param isPaused whether rules rest: then there is nothing to pause, and going on begins with a look at a run */
export function commandActions(isPaused: boolean): readonly PaletteAction[] {
  const settings = (view: string) => () => goTo({ screen: 'settings', view });
  return [
    { id: 'sync', label: t('action.syncNow'), icon: IconRefresh, run: () => void syncNow() },
    {
      id: 'add',
      label: t('palette.addPairs'),
      icon: IconPlus,
      run: () => goTo({ screen: 'inventory', add: '1' }),
    },
    { id: 'import', label: t('palette.importCosts'), icon: IconCoins, run: () => goTo({ screen: 'inventory' }) },
    isPaused
      ? {
          id: 'go-on',
          label: t('repricing.goOnLong'),
          icon: IconPlayerPlay,
          run: () => goTo({ screen: 'rules', view: 'run' }),
        }
      : { id: 'pause', label: t('repricing.pauseLong'), icon: IconPlayerPause, run: () => void setRepricing('paused') },
    {
      id: 'preview',
      label: t('runs.preview'),
      icon: IconListSearch,
      run: () => void previewRun(),
    },
    { id: 'lock', label: t('palette.lock'), icon: IconLock, run: () => void lock() },
    { id: 'back-up', label: t('palette.backUp'), icon: IconDatabaseExport, run: settings('data') },
    { id: 'connect', label: t('palette.connect'), icon: IconPlugConnected, run: settings('connection') },
  ];
}

async function syncNow(): Promise<void> {
  const asked = await ask('sync/now', { full: false });
  if (asked.ok) toast(t('palette.synced'));
  else toastProblem(asked.message);
}

async function previewRun(): Promise<void> {
  goTo({ screen: 'rules', view: 'run' });
  const asked = await ask('repricing/run', {});
  if (asked.ok) toast(t('runs.asked'));
  else toastProblem(asked.message);
}

async function lock(): Promise<void> {
  const asked = await ask('vault/lock', {});
  await refreshVault();
  if (asked.ok) toast(t('palette.locked'));
  else toastProblem(asked.message);
}
