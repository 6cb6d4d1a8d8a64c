import { Button } from '@mantine/core';
import { useState } from 'react';
import { add } from '@/lib/domain/money/arithmetic';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { marginOf, roiOf } from '@/lib/domain/pnl/profit';
import { leftOut, TotalProfit } from '../bridge/total-figure';
import { percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { nextSort, type Sort } from '../ui/sort';
import { ariaSort, SortButton } from '../ui/sort-button';
import { t } from '../ui/text';
import styles from './pnl.module.css';
import { countedText } from './totals';

export interface NamedGroup {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly totals: PnlTotals;
}

/** More rows come in steps, so that a thousand styles cost nothing until somebody asks for them. */
const STEP = 20;

const COLUMNS = ['sales', 'revenue', 'profit', 'margin', 'roi'] as const;

type By = (typeof COLUMNS)[number];

const HEADS: Record<By, () => string> = {
  sales: () => t('pnl.sales'),
  revenue: () => t('pnl.revenue'),
  profit: () => t('pnl.profit'),
  margin: () => t('pnl.margin'),
  roi: () => t('pnl.roi'),
};

interface GroupTableProps {
  readonly head: string;
  readonly groups: readonly NamedGroup[];
  /** Comes in order of time, which stays until another column is chosen. */
  readonly byTime: boolean;
}

/** Sales, revenue, profit, margin and return of each group; a row leads to its sales. */
export function GroupTable({ head, groups, byTime }: GroupTableProps) {
  const [sort, setSort] = useState<Sort | null>(byTime ? null : { by: 'revenue', down: true });
  const [shown, setShown] = useState(STEP);
  const rows = sort === null ? groups : groups.toSorted(ordering(sort));
  const sortBy = (by: string) => setSort(nextSort(sort ?? { by: '', down: false }, by, () => true));
  return (
    <>
      <div className={styles['wide']}>
        <table className={`archvd-table ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {COLUMNS.map((by) => (
                <th
                  key={by}
                  scope="col"
                  data-rank={RANKS[by]}
                  aria-sort={ariaSort(sort?.by === by ? sort : null)}
                >
                  <SortButton sorted={sort?.by === by ? sort : null} onSort={() => sortBy(by)}>
                    {HEADS[by]()}
                  </SortButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((group) => (
              <GroupRow key={group.key} group={group} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown ? (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setShown(shown + 5 * STEP)}>
          {t('pnl.showMore')}
        </Button>
      ) : null}
    </>
  );
}

/** Columns that go first where there is no room. */
const RANKS: Partial<Record<By, string>> = { margin: 'wide', roi: 'wide', revenue: 'middle' };

function GroupRow({ group: { name, href, totals } }: { readonly group: NamedGroup }) {
  const [margin, roi] = [marginFor(totals), roiFor(totals)];
  return (
    <tr>
      <th scope="row">
        <a className={styles['name']} href={href} title={t('pnl.openSales')}>
          {name}
        </a>
      </th>
      <td className="archvd-figure">{countedText(totals)}</td>
      <td data-rank={RANKS.revenue}>
        <MoneyFigure
          amount={totals.complete.sales === 0 && totals.sales > 0 ? null : totals.complete.revenue}
          unknown={leftOut(totals)}
          cents="fixed"
        />
      </td>
      <td>
        <TotalProfit totals={totals} cents="fixed" />
      </td>
      <td data-rank="wide">
        <Share value={margin} />
      </td>
      <td data-rank="wide">
        <Share value={roi} />
      </td>
    </tr>
  );
}

function Share({ value }: { readonly value: number | null }) {
  return value === null ? (
    <Unknown why={t('figure.unknownWhy')} />
  ) : (
    <span className="archvd-figure">{percentText(value / 10_000)}</span>
  );
}

function marginFor({ complete }: PnlTotals): number | null {
  return complete.sales === 0 ? null : marginOf(complete.profit, complete.revenue);
}

function roiFor({ complete }: PnlTotals): number | null {
  return complete.sales === 0 ? null : roiOf(complete.profit, add(complete.cost, complete.otherCosts));
}

/** What is not known comes last, whichever way. */
function ordering({ by, down }: Sort): (a: NamedGroup, b: NamedGroup) => number {
  const figure = ({ totals }: NamedGroup): number | null => {
    if (by === 'sales') return totals.sales;
    if (by === 'margin') return marginFor(totals);
    if (by === 'roi') return roiFor(totals);
    if (totals.complete.sales === 0) return null;
    return by === 'profit' ? totals.complete.profit.minor : totals.complete.revenue.minor;
  };
  return (a, b) => {
    const [left, right] = [figure(a), figure(b)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return (down ? -1 : 1) * (left - right);
  };
}
