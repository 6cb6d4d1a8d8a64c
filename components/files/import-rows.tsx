import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ReadEntries } from '@/lib/files/formats/read-entries';
import type { PreviewOutcome, PreviewRow } from '@/lib/queries/import-preview';
import { platformText } from '../bridge/sale-platform';
import { Chips } from '../ui/chips';
import { countText, dateText, moneyText } from '../ui/format';
import { t } from '../ui/text';
import { outcomeText, rowReasonText, skipText } from './import-words';
import { saleKey } from './run-import';
import styles from './files.module.css';

type Filter = PreviewOutcome | 'all' | 'bad';

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
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const present = OUTCOMES.filter((outcome) => (counts.get(outcome) ?? 0) > 0);
  const choice = (value: Filter, label: string, count: number) => ({ value, label: `${label} ${countText(count)}` });
  const shown = filter === 'all' ? rows : filter === 'bad' ? [] : rows.filter(({ outcome }) => outcome === filter);
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
          <Row key={`${row.entry.kind} ${row.entry.entry.line} ${nth}`} row={row} own={own} onOwn={onOwn} />
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

function Row({ row, own, onOwn }: Pick<ImportRowsProps, 'own' | 'onOwn'> & { readonly row: PreviewRow }) {
  const { entry, outcome, reason, pair } = row;
  const { title, under, figure } = wordsOf(row);
  const key = entry.kind === 'sale' ? saleKey(entry.entry) : '';
  const cost = pair?.cost == null ? t('imports.costUnknown') : moneyText(pair.cost);
  return (
    <li className={styles['row']} data-outcome={outcome}>
      <span className={styles['line']}>{countText(entry.entry.line)}</span>
      <span className={styles['what']}>
        {title}
        <span className={styles['quiet']}>{under}</span>
        {pair === null || pair.boughtAt === null ? null : (
          <Checkbox
            size="xs"
            label={t('imports.fromStock', [dateText(pair.boughtAt), cost])}
            checked={!own.has(key)}
            onChange={(event) => onOwn(key, !event.currentTarget.checked)}
          />
        )}
      </span>
      <span className={styles['figures']}>
        <span className="archvd-figure">{figure}</span>
        <span className={styles['outcome']} data-outcome={outcome}>
          {reason === null ? outcomeText(outcome) : rowReasonText(reason)}
        </span>
      </span>
    </li>
  );
}

interface Words {
  readonly title: string;
  readonly under: string;
  readonly figure: ReactNode;
}

function wordsOf({ entry: each }: PreviewRow): Words {
  const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ');
  switch (each.kind) {
    case 'sale': {
      const { name, styleCode, rawSku, size, soldAt, platform, orderNumber, price, payout } = each.entry;
      const shoe = [styleCode ?? rawSku, size === null ? null : formatSize(size)];
      const figure =
        payout === null ? moneyText(price) : t('imports.priceToPayout', [moneyText(price), moneyText(payout)]);
      return { title: name, under: join([...shoe, platformText(platform), dateText(soldAt), orderNumber]), figure };
    }
    case 'stock': {
      const { name, styleCode, rawSku, size, boughtAt, supplier, quantity, cost } = each.entry;
      const bought = boughtAt === null ? null : dateText(boughtAt);
      const count = quantity === 1 ? null : t('imports.times', [countText(quantity)]);
      const under = join([styleCode ?? rawSku, size === null ? null : formatSize(size), count, bought, supplier]);
      return { title: name, under, figure: cost === null ? '-' : moneyText(cost) };
    }
    case 'expense': {
      const { note, supplier, spentAt, amount } = each.entry;
      return {
        title: note || supplier || t('imports.anExpense'),
        under: join([t('imports.anExpense'), dateText(spentAt), supplier]),
        figure: moneyText(amount),
      };
    }
    case 'after-sale': {
      const { what, order, platform, at, gross, net } = each.entry;
      const title = what === 'refund' ? t('imports.aRefund', [order]) : t('imports.aLaterFee', [order]);
      const figure = moneyText(what === 'refund' ? gross : net);
      return { title, under: join([platformText(platform), dateText(at)]), figure };
    }
    case 'payout': {
      const { platform, paidAt, ref, amount } = each.entry;
      return {
        title: t('imports.aPayout', [platformText(platform)]),
        under: join([dateText(paidAt), ref]),
        figure: moneyText(amount),
      };
    }
  }
}
