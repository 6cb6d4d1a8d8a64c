import { ActionIcon, Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import styles from './sync-status.module.css';
import { SyncedText } from './synced-text';
import { useFreshness } from './shared-readings';
import { useSyncNow } from './use-sync-now';

/** Sync state and the button that starts one. */
export function SyncStatus() {
  const { value } = useFreshness();
  const { start, asking, problem } = useSyncNow();
  const running = asking || value?.running === true;
  useEffect(() => {
    if (problem !== null) toastProblem(problem);
  }, [problem]);
  return (
    <div className={styles['status']}>
      <SyncedText />
      <ActionIcon
        onClick={start}
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
