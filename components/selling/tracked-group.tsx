import { Button, Progress } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { WriteGroup } from '@/lib/queries/write-groups';
import { Age } from '../ui/age-text';
import { Pill } from '../ui/pill';
import { t } from '../ui/text';
import { dismissGroups, undoGroup } from '../bridge/write-commands';
import { problemText, writesText } from '../bridge/write-words';
import { TrackedWrites } from './tracked-writes';
import { progressText } from './tracker-words';
import styles from './tracker.module.css';

export interface TrackedGroupProps {
  readonly tracked: WriteGroup;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

/** These are ended otherwise, or cannot be taken back at all. */
const NO_UNDO: ReadonlySet<string> = new Set([
  'vacation-start',
  'vacation-end',
  'sell-into-offer',
  'pictures',
  'order-confirm',
  'order-confirm-label',
  'order-label',
  'order-ship',
  'order-cancel',
]);

/** One command: how far it is, what went wrong, and what can be done about it. */
export function TrackedGroup({ tracked, opened, onToggle }: TrackedGroupProps) {
  const { group, open, failed, conflicts, counts, problems } = tracked;
  const ended = group.total - open;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const wasUndone = group.undoneBy !== null || group.undoWanted !== undefined;
  const undoable = !wasUndone && !NO_UNDO.has(group.kind) && open + counts.confirmed > 0;
  return (
    <article className={styles['group']} data-testid="tracked-group">
      <button type="button" className={styles['groupHead']} aria-expanded={opened} onClick={onToggle}>
        <Chevron size={16} stroke={1.8} aria-hidden="true" />
        <strong>{writesText(group.kind, group.total)}</strong>
        {group.by === 'rule' ? <Pill>{t('writes.byRule')}</Pill> : null}
        {wasUndone ? (
          <Pill>{t(group.undoWanted === undefined ? 'writes.takenBack' : 'writes.beingTakenBack')}</Pill>
        ) : null}
        <span className="archvd-quiet">
          <Age at={group.createdAt} />
        </span>
      </button>
      {open === 0 ? null : (
        <Progress
          size="xs"
          value={group.total === 0 ? 100 : (ended / group.total) * 100}
          aria-label={progressText(tracked)}
        />
      )}
      <div className={styles['groupText']}>
        <span className="archvd-figure">{progressText(tracked)}</span>
        {failed + conflicts === 0 || opened ? null : (
          <span className={styles['trouble']}>{problems.map(problemText).join(' ')}</span>
        )}
      </div>
      {opened ? <TrackedWrites tracked={tracked} /> : null}
      <div className={styles['actions']}>
        {undoable ? (
          <Button variant="default" size="compact-sm" onClick={() => void undoGroup(group.id)}>
            {t('writes.undo')}
          </Button>
        ) : null}
        {open > 0 || group.dismissedAt !== null || failed + conflicts === 0 ? null : (
          <Button variant="default" size="compact-sm" onClick={() => void dismissGroups([group.id])}>
            {t('writes.dismiss')}
          </Button>
        )}
      </div>
    </article>
  );
}
