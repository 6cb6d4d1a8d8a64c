import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { Age } from '../ui/age-text';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import styles from './market.module.css';
import type { Refresh } from './use-refresh';

const USE_BY_MS = 15 * MINUTE_MS;

/** How old the prices are, and whether they are kept fresh. */
export function Reading({ readAt, refresh }: { readonly readAt: number | null; readonly refresh: Refresh }) {
  const { busy, failures, connected } = refresh;
  const live = connected === true && failures === 0;
  return (
    <span className={styles['reading']} role="status">
      {busy ? t('market.reading') : readAt === null ? t('market.neverRead') : t('market.read')}{' '}
      {busy || readAt === null ? null : <Age at={readAt} useByMs={USE_BY_MS} />}
      {busy || connected !== true ? null : (
        <span className={styles['live']} data-live={live || undefined}>
          {live ? t('market.live60') : t('market.liveFailed')}
        </span>
      )}
    </span>
  );
}

export function RefreshButton({ refresh: { refresh, busy, connected } }: { readonly refresh: Refresh }) {
  return (
    <Button
      leftSection={<IconRefresh size={16} />}
      onClick={refresh}
      loading={busy}
      disabled={connected !== true}
      title={connected === false ? t('market.notConnected') : undefined}
    >
      {t('market.refresh')}
    </Button>
  );
}

export function Notes({ refresh: { connected, problem } }: { readonly refresh: Refresh }) {
  return (
    <>
      {connected === false ? (
        <Banner tone="quiet" icon={IconPlugConnectedX}>
          {t('market.notConnected')}
        </Banner>
      ) : null}
      {problem === null ? null : (
        <Banner tone="needs-you" icon={IconRefresh}>
          {t('market.refreshFailed', [problem])}
        </Banner>
      )}
    </>
  );
}
