import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ActivityEntry, ActivityHold, ActivityLog } from '@/lib/queries/activity-log';
import { DecisionDetail } from '../bridge/decision-detail';
import { holdAdvice } from '../bridge/decision-words';
import { nextStepText, problemText, writeStateText } from '../bridge/write-words';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { countText, exactTimeText, moneyText } from '../ui/format';
import { RowButton } from '../ui/row-button';
import { t } from '../ui/text';
import styles from './activity.module.css';
import { aboutText, priceText } from './entry-words';
import { RunEntry } from './run-entry';

interface EntryDetailProps {
  readonly entry: ActivityEntry;
  readonly rules: ActivityLog['rules'];
  /** Narrows the screen to one run. */
  readonly onRun: (runId: string) => void;
}

/** One entry in full: a decision with its trail, a write with what came of it, a run with its way back. */
export function EntryDetail({ entry, rules, onRun }: EntryDetailProps) {
  const ruleName = (ruleId: string | null) => (ruleId === null ? null : (rules.get(ruleId) ?? null));
  switch (entry.kind) {
    case 'runs':
      return <RunEntry entry={entry} onRun={onRun} />;
    case 'changes':
      return (
        <DecisionDetail
          row={entry.row}
          named={entry.named}
          ruleName={ruleName(entry.row.ruleId)}
          more={entry.write === null ? [[t('activity.state'), t('activity.onPreview')]] : writeLines(entry.write)}
        />
      );
    case 'holds':
      return <HoldsDetail entry={entry} ruleName={ruleName} />;
    case 'writes':
      return <WriteDetail entry={entry} />;
    case 'switch':
      return <FactLines lines={[[t('activity.when'), exactTimeText(entry.at)]]} />;
  }
}

type Write = Extract<ActivityEntry, { kind: 'writes' }>['write'];

function writeLines(write: Write): readonly FactLine[] {
  const { state, problem, sentAt } = write;
  return [
    [t('activity.state'), writeStateText(state)],
    ...(sentAt === null ? [] : [[t('activity.sentAt'), exactTimeText(sentAt)] as const]),
    ...(problem === null
      ? []
      : [
          [t('activity.problem'), problemText(problem)] as const,
          [t('activity.next'), nextStepText(problem.code)] as const,
        ]),
  ];
}

function WriteDetail({ entry }: { readonly entry: Extract<ActivityEntry, { kind: 'writes' }> }) {
  const { write } = entry;
  const price = priceText(entry);
  return (
    <FactLines
      lines={[
        [t('activity.about'), aboutText(entry)],
        ...(price === '' ? [] : [[t('activity.price'), price] as const]),
        [t('activity.madeAt'), exactTimeText(write.createdAt)],
        ...writeLines(write),
        ...(write.externalId === null ? [] : [[t('activity.alias'), write.externalId] as const]),
        ...(write.batchId === null ? [] : [[t('activity.batch'), write.batchId] as const]),
      ]}
    />
  );
}

/** Of a reason that holds thousands, the first are named: the rest is alike, and all of it is in the file. */
const NAMED = 100;

interface HoldsDetailProps {
  readonly entry: Extract<ActivityEntry, { kind: 'holds' }>;
  readonly ruleName: (ruleId: string | null) => string | null;
}

function HoldsDetail({ entry: { reason, rows }, ruleName }: HoldsDetailProps) {
  const [open, setOpen] = useState<ActivityHold | null>(null);
  const { text, way } = holdAdvice(reason);
  if (open !== null) {
    return (
      <>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} aria-hidden="true" />}
          onClick={() => setOpen(null)}
        >
          {t('action.back')}
        </Button>
        <DecisionDetail row={open.row} named={open.named} ruleName={ruleName(open.row.ruleId)} />
      </>
    );
  }
  return (
    <>
      <p className={styles['advice']}>
        {text} {way === null ? null : <a href={way.href}>{way.text}</a>}
      </p>
      <ul className={styles['rows']}>
        {rows.slice(0, NAMED).map((hold) => (
          <li key={hold.row.id}>
            <RowButton onClick={() => setOpen(hold)}>{hold.named?.name ?? t('runs.goneListing')}</RowButton>
            <span>{hold.named === null ? '' : formatSize(hold.named.size, hold.named.run)}</span>
            <span className="archvd-figure">{moneyText(hold.row.from)}</span>
          </li>
        ))}
      </ul>
      {rows.length > NAMED ? <p className={styles['advice']}>{t('activity.more', [countText(NAMED)])}</p> : null}
    </>
  );
}
