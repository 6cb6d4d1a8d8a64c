import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import type { ReplayedRow } from '@/lib/domain/repricing/backtest/tell-result';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { listingNames, type NamedListing } from '@/lib/queries/listing-names';
import { useLive } from '../bridge/use-live';
import { countText, dateText, moneyText } from '../ui/format';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import styles from './backtest.module.css';

interface RowsProps {
  readonly rows: readonly ReplayedRow[];
  readonly currency: CurrencyCode;
}

/** Rows shown at first, and with each wish for more. */
const PAGE = 25;

/** Listing by listing: those on which the two differ come first. */
export function BacktestRows({ rows, currency }: RowsProps) {
  const [most, setMost] = useState(PAGE);
  const shown = rows.slice(0, most);
  const ids = shown.map(({ listingId }) => listingId);
  const names = useLive((books) => listingNames(books, ids), [ids.join(' ')]).value;
  return (
    <Section title={t('backtest.listings')}>
      <div
        className={`${styles['scroll']} archvd-scroll`}
        role="region"
        aria-label={t('backtest.listings')}
        tabIndex={0}
      >
        <table className={`archvd-table ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col">{t('runs.pair')}</th>
              <th scope="col">{t('backtest.withRule')}</th>
              <th scope="col">{t('backtest.asItWas')}</th>
              <th scope="col">{t('backtest.changes')}</th>
              <th scope="col">{t('backtest.lowest')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.listingId} row={row} named={names?.get(row.listingId) ?? null} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most ? (
        <Button variant="default" mt="sm" onClick={() => setMost(most + PAGE * 4)}>
          {t('backtest.more', [countText(rows.length - most)])}
        </Button>
      ) : null}
    </Section>
  );
}

interface RowProps {
  readonly row: ReplayedRow;
  readonly named: NamedListing | null;
  readonly currency: CurrencyCode;
}

function Row({ row, named, currency }: RowProps) {
  const { changes } = row;
  const lowest = changes.length === 0 ? null : Math.min(...changes.map(({ ofFloorPercent }) => ofFloorPercent));
  return (
    <tr>
      <th scope="row">
        <span className="archvd-clip">{named?.name ?? ''}</span>
        <span className={styles['facts']}>
          {named === null ? '' : `${formatSize(named.size, named.run)} · ${named.code}`}
        </span>
      </th>
      <td>
        <Sold sale={row.withRule} currency={currency} />
      </td>
      <td>
        <Sold sale={row.asItWas} currency={currency} />
      </td>
      <td className="archvd-figure">{countText(changes.length)}</td>
      <td className="archvd-figure">{lowest === null ? '-' : `${lowest} %`}</td>
    </tr>
  );
}

function Sold({ sale, currency }: { readonly sale: ReplayedRow['withRule']; readonly currency: CurrencyCode }) {
  if (sale === null) return <span className={styles['facts']}>{t('backtest.notSold')}</span>;
  const { price, profitMinor, at } = sale;
  const profit = profitMinor === null ? null : money(profitMinor, currency);
  return (
    <>
      <span className="archvd-figure archvd-strong">{moneyText(price)}</span>{' '}
      {profit === null ? null : (
        <span className="archvd-figure">{moneyText(profit, { sign: 'always', cents: 'glance' })}</span>
      )}
      <span className={styles['facts']}>{dateText(at)}</span>
    </>
  );
}
