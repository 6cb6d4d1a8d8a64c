import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PnlGroup } from '@/lib/queries/pnl-groups';
import { leftOut, TotalProfit } from '../bridge/total-figure';
import { percentText } from '../ui/format';
import { MoneyFigure, Unknown } from '../ui/money';
import { nextSort, type Sort } from '../ui/sort';
import { ariaSort, SortButton } from '../ui/sort-button';
import { t } from '../ui/text';
import { DaysToSell } from './days-to-sell';
import { GROUP_COLUMNS, marginFor, orderGroups, roiFor, type GroupColumn } from './group-figures';
import styles from './pnl.module.css';
import { countedText } from './totals';

export interface NamedGroup extends PnlGroup {
  readonly title: string;
  /** Where its sales are; null: they are shown here. */
  readonly href: string | null;
}

/** More rows come in steps, so that a thousand styles cost nothing until somebody asks for them. */
const STEP = 20;

const HEADS: Record<GroupColumn, () => string> = {
  sales: () => t('pnl.sales'),
  revenue: () => t('pnl.revenue'),
  profit: () => t('pnl.profit'),
  margin: () => t('pnl.margin'),
  roi: () => t('pnl.roi'),
  days: () => t('pnl.days'),
};

/** Columns that go first where there is no room. */
const RANKS: Partial<Record<GroupColumn, string>> = { margin: 'wide', roi: 'wide', days: 'wide', revenue: 'middle' };

interface GroupTableProps {
  readonly head: string;
  readonly groups: readonly NamedGroup[];
  /** Comes in order of time, which stays until another column is chosen. */
  readonly byTime: boolean;
  readonly onOpen: (group: NamedGroup) => void;
}

/** Sales, revenue, profit, margin, return and pace of each group; a row leads to its sales. */
export function GroupTable({ head, groups, byTime, onOpen }: GroupTableProps) {
  const [sort, setSort] = useState<Sort | null>(byTime ? null : { by: 'revenue', down: true });
  const [shown, setShown] = useState(STEP);
  const rows = sort === null ? groups : (orderGroups(groups, sort) as readonly NamedGroup[]);
  const sortBy = (by: string) => setSort(nextSort(sort ?? { by: '', down: false }, by, () => true));
  return (
    <>
      <div className={styles['wide']}>
        <table className={`archvd-table ${styles['table']}`}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {GROUP_COLUMNS.map((by) => {
                const sorted = sort?.by === by ? sort : null;
                return (
                  <th key={by} scope="col" data-rank={RANKS[by]} aria-sort={ariaSort(sorted)}>
                    <SortButton sorted={sorted} onSort={() => sortBy(by)}>
                      {HEADS[by]()}
                    </SortButton>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((group) => (
              <GroupRow key={group.key} group={group} onOpen={onOpen} />
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

interface GroupRowProps {
  readonly group: NamedGroup;
  readonly onOpen: (group: NamedGroup) => void;
}

function GroupRow({ group, onOpen }: GroupRowProps) {
  const { title, href, totals, turnover } = group;
  return (
    <tr>
      <th scope="row">
        {href === null ? (
          <button type="button" className={styles['open']} onClick={() => onOpen(group)}>
            {title}
          </button>
        ) : (
          <a className={styles['name']} href={href} title={t('pnl.openSales')}>
            {title}
          </a>
        )}
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
        <Share value={marginFor(totals)} />
      </td>
      <td data-rank="wide">
        <Share value={roiFor(totals)} />
      </td>
      <td data-rank="wide">
        <DaysToSell turnover={turnover} />
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
