import { Button } from '@mantine/core';
import type { ActivityEntry } from '@/lib/queries/activity-log';
import { stoppedText } from '../bridge/stopped-words';
import { FactLines } from '../ui/fact-lines';
import { countText, exactTimeText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './activity.module.css';
import { UndoRun } from './undo-run';

interface RunEntryProps {
  readonly entry: Extract<ActivityEntry, { kind: 'runs' }>;
  readonly onRun: (runId: string) => void;
}

/** A run with what it came to, the ways to its decisions, and the way back. */
export function RunEntry({ entry: { run, canUndo, backLater }, onRun }: RunEntryProps) {
  return (
    <>
      <FactLines
        lines={[
          [t('activity.when'), exactTimeText(run.finishedAt ?? run.startedAt)],
          [t('activity.trigger'), run.trigger === 'person' ? t('activity.byPerson') : t('activity.bySchedule')],
          [t('activity.considered'), countText(run.considered)],
          [run.mode === 'live' ? t('runs.changedChip') : t('runs.changesChip'), countText(run.changes)],
          [t('runs.holdsTitle'), countText(run.holds)],
          ...(backLater === 0 ? [] : [[t('activity.backLater'), countText(backLater)] as const]),
          ...(run.stopped === null ? [] : [[t('activity.runStopped'), stoppedText(run.stopped)] as const]),
        ]}
      />
      <p className={styles['ways']}>
        <Button variant="default" size="compact-sm" onClick={() => onRun(run.id)}>
          {t('activity.showRun')}
        </Button>
        <a href={routeHref({ screen: 'rules', view: 'run', filter: run.id })}>{t('activity.openRun')}</a>
      </p>
      {canUndo ? <UndoRun runId={run.id} /> : null}
    </>
  );
}
