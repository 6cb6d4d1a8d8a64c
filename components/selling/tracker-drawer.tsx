import { CloseButton, Drawer } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { readWriteGroups } from '@/lib/queries/write-groups';
import { useLive } from '../bridge/use-live';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useWide } from '../ui/use-wide';
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
  const wide = useWide();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={wide ? 520 : '100%'}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('writes.tracker') } }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{ content: styles['drawer'] ?? '', body: styles['drawerBody'] ?? '' }}
      data-testid="tracker-drawer"
    >
      <div className={styles['drawerHeader']}>
        <h2>{t('writes.tracker')}</h2>
        <CloseButton onClick={onClose} aria-label={t('action.close')} />
      </div>
      {opened ? <Groups key={groupId} groupId={groupId} /> : null}
    </Drawer>
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
