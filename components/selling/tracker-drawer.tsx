import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { readWriteGroups } from '@/lib/queries/write-groups';
import { useLive } from '../bridge/use-live';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import styles from './selling.module.css';
import { TrackedGroup } from './tracked-group';

/** The newest commands; older ones are in Activity. */
const SHOWN = 30;

export interface TrackerDrawerProps {
  readonly opened: boolean;
  /** The command whose changes are shown at once; null: none. */
  readonly groupId: string | null;
  readonly onClose: () => void;
}

/** Commands to alias, the newest first, each with what became of it change by change. */
export function TrackerDrawer({ opened, groupId, onClose }: TrackerDrawerProps) {
  return (
    <TaskDrawer opened={opened} title={t('writes.tracker')} width={520} onClose={onClose} testId="tracker-drawer">
      <Groups key={groupId} groupId={groupId} />
    </TaskDrawer>
  );
}

function Groups({ groupId }: Pick<TrackerDrawerProps, 'groupId'>) {
  const live = useLive((books) => readWriteGroups(books, { limit: SHOWN }), []);
  const [shown, setShown] = useState(groupId);
  if (live.state === 'loading') return <SkeletonRows count={4} />;
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('writes.empty')} text={t('writes.emptyText')} />;
  return (
    <div className={`${styles['heldList']} archvd-scroll`}>
      {live.value.map((each) => (
        <TrackedGroup
          key={each.group.id}
          tracked={each}
          opened={shown === each.group.id}
          onToggle={() => setShown((before) => (before === each.group.id ? null : each.group.id))}
        />
      ))}
    </div>
  );
}
