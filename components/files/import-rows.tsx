import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ReadEntries } from '@/lib/files/formats/read-entries';
import type { PreviewOutcome, PreviewRow } from '@/lib/queries/import-preview';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { ImportRow } from './import-row';
import { noteText, outcomeText, rowReasonText, skipText } from './import-words';
import styles from './files.module.css';

type Filter = PreviewOutcome | 'all' | 'bad' | 'noted';

const SHOWN = 100;
const OUTCOMES: readonly PreviewOutcome[] = [
  'new',
  'matched',
  'needs-pair',
  'filled',
  'changed',
  'waiting',
  'same',
  'conflict',
];

interface ImportRowsProps {
  readonly read: ReadEntries;
  readonly rows: readonly PreviewRow[];
  /** Sales that keep a pair of their own. */
  readonly own: ReadonlySet<string>;
  readonly onOwn: (key: string, isOwn: boolean) => void;
}

/** What each row would become, by outcome; rows that are left out with their reason. */
export function ImportRows({ read, rows, own, onOwn }: ImportRowsProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const [most, setMost] = useState(SHOWN);
  const counts = new Map<Filter, number>([['bad', read.bad.length]]);
  const notes = useMemo(() => new Map(read.notes.map((note) => [note.line, noteText(note.reason, note.text)])), [read]);
  const noted = rows.filter(({ entry }) => notes.has(entry.entry.line));
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const present = OUTCOMES.filter((outcome) => (counts.get(outcome) ?? 0) > 0);
  const choice = (value: Filter, label: string, count: number) => ({ value, label: `${label} ${countText(count)}` });
  const kept = { all: rows, bad: [], noted };
  const shown =
    filter === 'all' || filter === 'bad' || filter === 'noted'
      ? kept[filter]
      : rows.filter(({ outcome }) => outcome === filter);
  const skipped = Object.entries(read.skipped).map(([reason, count]) => skipText(reason, count));
  const bad = filter === 'all' || filter === 'bad' ? read.bad : [];
  const left = shown.length + bad.length - most;
  return (
    <section aria-label={t('imports.preview')} className={styles['preview']} data-testid="import-preview">
      <Chips<Filter>
        label={t('imports.show')}
        value={filter}
        onChange={(next) => {
          setFilter(next);
          setMost(SHOWN);
        }}
        choices={[
          choice('all', t('imports.allRows'), rows.length + read.bad.length),
          ...present.map((outcome) => choice(outcome, outcomeText(outcome), counts.get(outcome) ?? 0)),
          ...(noted.length === 0 ? [] : [choice('noted', t('imports.notedRows'), noted.length)]),
          ...(read.bad.length === 0 ? [] : [choice('bad', t('imports.badRows'), read.bad.length)]),
        ]}
      />
      {skipped.length === 0 ? null : <p className={styles['quiet']}>{t('imports.skipped', [skipped.join(', ')])}</p>}
      <ul className={styles['rows']}>
        {bad.slice(0, most).map(({ line, reason, text }) => (
          <li key={`bad ${line} ${reason}`} className={styles['row']} data-bad>
            <span className={styles['line']}>{countText(line)}</span>
            <span className={styles['what']}>
              {rowReasonText(reason)} <code>{text}</code>
            </span>
          </li>
        ))}
        {shown.slice(0, Math.max(0, most - bad.length)).map((row, nth) => (
          <ImportRow
            key={`${row.entry.kind} ${row.entry.entry.line} ${nth}`}
            row={row}
            note={notes.get(row.entry.entry.line) ?? null}
            own={own}
            onOwn={onOwn}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="default" size="xs" onClick={() => setMost(most + SHOWN)}>
          {t('imports.more', [countText(left)])}
        </Button>
      ) : null}
    </section>
  );
}
