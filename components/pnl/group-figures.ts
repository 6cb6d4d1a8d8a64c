import { add } from '@/lib/domain/money/arithmetic';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { marginOf, roiOf } from '@/lib/domain/pnl/profit';
import type { PnlGroup } from '@/lib/queries/pnl-groups';
import type { Sort } from '../ui/sort';

/** The columns of every group. */
export const GROUP_COLUMNS = ['sales', 'revenue', 'profit', 'margin', 'roi', 'days'] as const;

export type GroupColumn = (typeof GROUP_COLUMNS)[number];

export function marginFor({ complete }: PnlTotals): number | null {
  return complete.sales === 0 ? null : marginOf(complete.profit, complete.revenue);
}

/** Profit on what was spent on the pairs: their costs and the expenses for them. */
export function roiFor({ complete }: PnlTotals): number | null {
  if (complete.sales === 0) return null;
  return roiOf(complete.profit, add(add(complete.cost, complete.otherCosts), complete.expenses));
}

/** What is not known comes last, whichever way. */
export function orderGroups(groups: readonly PnlGroup[], { by, down }: Sort): readonly PnlGroup[] {
  return groups.toSorted((a, b) => {
    const [left, right] = [figureOf(a, by), figureOf(b, by)];
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return (down ? -1 : 1) * (left - right);
  });
}

function figureOf({ totals, turnover }: PnlGroup, by: string): number | null {
  if (by === 'sales') return totals.sales;
  if (by === 'days') return turnover?.median ?? null;
  if (by === 'margin') return marginFor(totals);
  if (by === 'roi') return roiFor(totals);
  if (totals.complete.sales === 0) return null;
  return by === 'profit' ? totals.complete.profit.minor : totals.complete.revenue.minor;
}
