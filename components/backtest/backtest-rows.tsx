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
import { useWide } from '../ui/use-wide';
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
  const wide = useWide();
  const names = useLive((books) => listingNames(books, ids), [ids.join(' ')]).value;
  const nameOf = ({ listingId }: ReplayedRow) => names?.get(listingId) ?? null;
  return (
    <Section title={t('backtest.listings')}>
      <div className={styles['frame']}>
        {wide ? <Table rows={shown} nameOf={nameOf} currency={currency} /> : null}
        {wide ? null : (
          <ul className={styles['rows']} aria-label={t('backtest.listings')}>
            {shown.map((row) => (
              <Compact key={row.listingId} row={row} named={nameOf(row)} currency={currency} />
            ))}
          </ul>
        )}
      </div>
      {rows.length > most ? (
        <Button variant="default" mt="sm" onClick={() => setMost(most + PAGE * 4)}>
          {t('backtest.more', [countText(rows.length - most)])}
        </Button>
      ) : null}
    </Section>
  );
}

interface TableProps extends RowsProps {
  readonly nameOf: (row: ReplayedRow) => NamedListing | null;
}

function Table({ rows, nameOf, currency }: TableProps) {
  return (
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
        {rows.map((row) => (
          <Row key={row.listingId} row={row} named={nameOf(row)} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: ReplayedRow;
  readonly named: NamedListing | null;
  readonly currency: CurrencyCode;
}

function Row({ row, named, currency }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <Name named={named} />
      </th>
      <td>
        <Sold sale={row.withRule} currency={currency} />
      </td>
      <td>
        <Sold sale={row.asItWas} currency={currency} />
      </td>
      <td className="archvd-figure">{countText(row.changes.length)}</td>
      <td className="archvd-figure">{lowestText(row)}</td>
    </tr>
  );
}

/** The same where there is no room for columns. */
function Compact({ row, named, currency }: RowProps) {
  return (
    <li>
      <Name named={named} />
      <dl>
        <dt>{t('backtest.withRule')}</dt>
        <dd>
          <Sold sale={row.withRule} currency={currency} />
        </dd>
        <dt>{t('backtest.asItWas')}</dt>
        <dd>
          <Sold sale={row.asItWas} currency={currency} />
        </dd>
        <dt>{t('backtest.changesLowest')}</dt>
        <dd className="archvd-figure">
          {countText(row.changes.length)} · {lowestText(row)}
        </dd>
      </dl>
    </li>
  );
}

function Name({ named }: { readonly named: NamedListing | null }) {
  return (
    <>
      <span className={`archvd-clip ${styles['name']}`}>{named?.name ?? ''}</span>
      <span className={styles['facts']}>
        {named === null ? '' : `${formatSize(named.size, named.run)} · ${named.code}`}
      </span>
    </>
  );
}

function lowestText({ changes }: ReplayedRow): string {
  return changes.length === 0 ? '-' : `${Math.min(...changes.map(({ ofFloorPercent }) => ofFloorPercent))} %`;
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
