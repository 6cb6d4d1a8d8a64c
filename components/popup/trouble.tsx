import { Anchor } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertTriangle, IconCloudOff, IconDatabaseOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { Freshness } from '@/lib/queries/freshness';
import { useBridge } from '../bridge/bridge';
import { UnlockForm } from '../bridge/unlock-form';
import type { Vault } from '../bridge/vault-store';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';

export interface TroubleProps {
  readonly vault: Vault | null;
  readonly fresh: Freshness | null;
  /** Why a sync could not start. */
  readonly problem: string | null;
}

/** One quiet line when something is not as usual; the first cause hides those that follow from it. */
export function Trouble({ vault, fresh, problem }: TroubleProps) {
  const { booksState, openDashboard } = useBridge();
  const books = useSyncExternalStore(booksState.subscribe, booksState.get);
  const { online } = useNetwork();
  if (books.message !== '') {
    return (
      <Banner tone="needs-you" icon={IconDatabaseOff}>
        {books.message}
      </Banner>
    );
  }
  if (vault?.state === 'locked') {
    return (
      <Banner tone="needs-you" icon={IconLock} action={<UnlockForm />}>
        {t('popup.locked')}
      </Banner>
    );
  }
  if (vault?.state === 'empty') {
    const to = routeHref({ screen: 'settings', view: 'connection' }).slice(1);
    const action = (
      <Anchor component="button" onClick={() => openDashboard(to)}>
        {t('action.connect')}
      </Anchor>
    );
    return (
      <Banner tone="needs-you" icon={IconPlugConnectedX} action={action}>
        {t('popup.notConnected')}
      </Banner>
    );
  }
  if (!online) {
    return (
      <Banner tone="quiet" icon={IconCloudOff}>
        {t('banner.offline')}
      </Banner>
    );
  }
  const failing = problem ?? fresh?.error?.message;
  return failing === undefined ? null : (
    <Banner tone="needs-you" icon={IconAlertTriangle}>
      {failing}
    </Banner>
  );
}
