import { ActionIcon, Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { ageText } from '../ui/age-text';
import { exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { useNow } from '../ui/use-now';
import { ask } from './ask';
import styles from './sync-status.module.css';
import { useFreshness } from './use-freshness';

/** Asks for a sync; the progress shows by itself, so only a refusal needs words. */
export async function syncNow(): Promise<void> {
  const asked = await ask('sync/now', { full: false });
  if (!asked.ok) toastProblem(asked.message);
}

/** `synced 40 s`, with the exact time on hover. */
export function SyncedText() {
  const { value } = useFreshness();
  const now = useNow();
  if (value === null) return null;
  const text =
    value.syncedAt === null
      ? value.running
        ? t('sync.syncing')
        : t('sync.never')
      : t('sync.synced', [ageText(Math.max(0, now - value.syncedAt))]);
  const title = value.syncedAt === null ? undefined : exactTimeText(value.syncedAt);
  return (
    <span className="archvd-clip archvd-figure" title={title} data-testid="synced">
      {value.error !== null && !value.running ? t('sync.failing') : text}
    </span>
  );
}

/** Sync state and the button that starts one. */
export function SyncStatus() {
  const { value } = useFreshness();
  const running = value?.running === true;
  return (
    <div className={styles['status']}>
      <SyncedText />
      <ActionIcon
        onClick={() => void syncNow()}
        aria-label={running ? t('sync.syncing') : t('action.syncNow')}
        title={t('action.syncNow')}
        aria-busy={running}
        data-testid="sync-now"
      >
        {running ? <Loader size={14} color="gray" /> : <IconRefresh size={16} stroke={1.6} />}
      </ActionIcon>
    </div>
  );
}
