import { Anchor, Button } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconCloudOff,
  IconDatabaseOff,
  IconKeyOff,
  IconLock,
  IconPlugConnectedX,
  IconShieldOff,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { routeHref, type Route } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import { useBridge } from './bridge';
import { useFreshness } from './shared-readings';
import { UnlockForm } from './unlock-form';
import { refreshVault, useVault } from './vault-store';

export interface TroubleBannerProps {
  /** Why a sync that the person asked for could not start. */
  readonly problem?: string | null;
}

/** What keeps new figures from coming in, one line at a time: the first cause hides those that follow from it. */
export function TroubleBanner({ problem = null }: TroubleBannerProps) {
  const { booksState, isDemo } = useBridge();
  const books = useSyncExternalStore(booksState.subscribe, booksState.get);
  const vault = useVault();
  const { online } = useNetwork();
  const { value: fresh } = useFreshness();
  if (books.message !== '') {
    const restore = <GoTo to={{ screen: 'settings', view: 'data' }} text={t('banner.snapshots')} />;
    return (
      <Banner tone="needs-you" icon={IconDatabaseOff} action={books.kind === 'failed' ? restore : null}>
        {books.message}
      </Banner>
    );
  }
  const connection: Place = { screen: 'settings', view: 'connection' };
  if (vault?.state === 'damaged') {
    return (
      <Banner tone="needs-you" icon={IconKeyOff} action={<GoTo to={connection} text={t('settings.connection')} />}>
        {t('banner.damaged')}
      </Banner>
    );
  }
  if (vault?.state === 'locked') {
    return (
      <Banner tone="needs-you" icon={IconLock} action={<UnlockForm />}>
        {t('banner.locked')}
      </Banner>
    );
  }
  if (vault?.state === 'empty') {
    return (
      <Banner tone="needs-you" icon={IconPlugConnectedX} action={<GoTo to={connection} text={t('action.connect')} />}>
        {t('banner.notConnected')}
      </Banner>
    );
  }
  if (vault?.standing === 'no-access') {
    return (
      <Banner tone="needs-you" icon={IconShieldOff} action={<AllowAccess />}>
        {t('banner.noAccess')}
      </Banner>
    );
  }
  if (vault?.standing === 'refused') {
    return (
      <Banner tone="needs-you" icon={IconKeyOff} action={<GoTo to={connection} text={t('settings.replace')} />}>
        {t('banner.refused')}
      </Banner>
    );
  }
  // The demo needs no network.
  if (!online && !isDemo) {
    return (
      <Banner tone="quiet" icon={IconCloudOff}>
        {t('banner.offline')}
      </Banner>
    );
  }
  const failing = problem ?? fresh?.error?.message;
  return failing === undefined ? null : (
    <Banner
      tone="needs-you"
      icon={IconAlertTriangle}
      action={<GoTo to={{ screen: 'diagnostics' }} text={t('nav.diagnostics')} />}
    >
      {t('banner.failing', [failing])}
    </Banner>
  );
}

type Place = Pick<Route, 'screen'> & Partial<Route>;

/** A way on: within the app, or from the popup into the dashboard. */
function GoTo({ to, text }: { readonly to: Place; readonly text: string }) {
  const { place, openDashboard } = useBridge();
  const href = routeHref(to);
  return place === 'popup' ? (
    <Anchor component="button" type="button" onClick={() => openDashboard(href.slice(1))}>
      {text}
    </Anchor>
  ) : (
    <Anchor href={href}>{text}</Anchor>
  );
}

/** The browser's own question; afterwards the next look tells whether it helped. */
function AllowAccess() {
  const { requestAccess } = useBridge();
  return (
    <Button variant="default" size="compact-sm" onClick={() => void requestAccess().then(refreshVault, refreshVault)}>
      {t('banner.allow')}
    </Button>
  );
}
