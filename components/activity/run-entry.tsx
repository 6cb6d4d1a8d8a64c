import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ActivityEntry } from '@/lib/queries/activity-log';
import { ask } from '../bridge/ask';
import { skippedText, tellAccepted } from '../bridge/listing-commands';
import { stoppedText } from '../bridge/stopped-words';
import { Confirm } from '../ui/confirm';
import { FactLines } from '../ui/fact-lines';
import { countText, exactTimeText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import styles from './activity.module.css';

interface RunEntryProps {
  readonly run: Extract<ActivityEntry, { kind: 'runs' }>['run'];
  readonly canUndo: boolean;
  readonly onRun: (runId: string) => void;
}

/** A run with what it came to, the ways to its decisions, and the way back. */
export function RunEntry({ run, canUndo, onRun }: RunEntryProps) {
  return (
    <>
      <FactLines
        lines={[
          [t('activity.when'), exactTimeText(run.finishedAt ?? run.startedAt)],
          [t('activity.trigger'), run.trigger === 'person' ? t('activity.byPerson') : t('activity.bySchedule')],
          [t('activity.considered'), countText(run.considered)],
          [run.mode === 'live' ? t('runs.changedChip') : t('runs.changesChip'), countText(run.changes)],
          [t('runs.holdsTitle'), countText(run.holds)],
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

function UndoRun({ runId }: { readonly runId: string }) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    const asked = await ask('repricing/undo', { runId });
    setBusy(false);
    setAsking(false);
    if (!asked.ok) return toastProblem(asked.message);
    if (!asked.value.ok) return;
    if (asked.value.accepted === 0 && asked.value.skipped.length > 0)
      return toastProblem(t('activity.undone', [skippedText(asked.value.skipped) ?? '']));
    tellAccepted('undo', [asked.value]);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} stroke={1.8} aria-hidden="true" />}
        onClick={() => setAsking(true)}
        data-testid="undo-run"
      >
        {t('activity.undo')}
      </Button>
      <Confirm
        opened={asking}
        title={t('activity.undoTitle')}
        verb={t('activity.undoVerb')}
        busy={busy}
        onConfirm={() => void undo()}
        onClose={() => setAsking(false)}
      >
        {t('activity.undoText')}
      </Confirm>
    </>
  );
}
