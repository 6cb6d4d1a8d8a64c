import { Anchor } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconAlertTriangle, IconCloudOff, IconDatabaseOff, IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useBridge } from '../bridge/bridge';
import { UnlockForm } from '../bridge/unlock-form';
import { useFreshness } from '../bridge/shared-readings';
import { useVault } from '../bridge/vault-store';
import { routeHref } from '../ui/route';
import { Banner } from '../ui/states';
import { t } from '../ui/text';

/** What keeps new figures from coming in, one line at a time: the first cause hides those that follow from it. */
export function Banners() {
  const { booksState } = useBridge();
  const books = useSyncExternalStore(booksState.subscribe, booksState.get);
  const vault = useVault();
  const { online } = useNetwork();
  const { value: fresh } = useFreshness();
  if (books.message !== '') {
    const restore = <Anchor href={routeHref({ screen: 'settings', view: 'data' })}>{t('banner.snapshots')}</Anchor>;
    return (
      <Banner tone="needs-you" icon={IconDatabaseOff} action={books.kind === 'failed' ? restore : null}>
        {books.message}
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
    const connect = <Anchor href={routeHref({ screen: 'settings', view: 'connection' })}>{t('action.connect')}</Anchor>;
    return (
      <Banner tone="needs-you" icon={IconPlugConnectedX} action={connect}>
        {t('banner.notConnected')}
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
  if (fresh?.error) {
    return (
      <Banner
        tone="needs-you"
        icon={IconAlertTriangle}
        action={<Anchor href={routeHref({ screen: 'diagnostics' })}>{t('nav.diagnostics')}</Anchor>}
      >
        {t('banner.failing', [fresh.error.message])}
      </Banner>
    );
  }
  return null;
}
