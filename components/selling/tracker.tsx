import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { readWriteGroups } from '@/lib/queries/write-groups';
import { closeTracker, openTracker, useTrackerPlace } from '../bridge/tracker-place';
import { useLive } from '../bridge/use-live';
import { dismissGroups } from '../bridge/write-commands';
import { t } from '../ui/text';
import { TrackerDrawer } from './tracker-drawer';
import { summaryText } from './tracker-words';
import styles from './tracker.module.css';

/** As many commands as the line sums up. */
const SUMMED = 20;

/**
 * One line at the bottom of every screen while changes are on their way to alias, or ended badly and nobody has seen it;
 * behind it, every change with its outcome.
 */
export function Tracker() {
  const place = useTrackerPlace();
  const { value } = useLive((books) => readWriteGroups(books, { limit: SUMMED, openOnly: true }), []);
  const groups = value ?? [];
  const isOpen = groups.some(({ open }) => open > 0);
  const trouble = groups.some(({ failed, conflicts }) => failed + conflicts > 0);
  const ended = groups.filter(({ open }) => open === 0).map(({ group }) => group.id);
  return (
    <>
      {groups.length === 0 ? null : (
        <section className={styles['line']} aria-label={t('writes.tracker')} data-bar-below data-testid="tracker">
          {isOpen ? <Loader size={14} /> : null}
          {trouble ? (
            <IconAlertTriangle size={16} stroke={1.8} className={styles['trouble']} aria-hidden="true" />
          ) : null}
          <span className={`archvd-figure ${styles['text'] ?? ''}`} role="status">
            {summaryText(groups)}
          </span>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => openTracker(groups.length === 1 ? (groups[0]?.group.id ?? null) : null)}
            data-testid="tracker-show"
          >
            {t('writes.show')}
          </Button>
          {isOpen ? null : (
            <ActionIcon aria-label={t('writes.dismissAll')} onClick={() => void dismissGroups(ended)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </section>
      )}
      <TrackerDrawer
        opened={place !== 'closed'}
        groupId={typeof place === 'object' ? place.groupId : null}
        onClose={closeTracker}
      />
    </>
  );
}
