import type { Pair } from '@/lib/domain/inventory/pair';
import type { ReportRows } from '@/lib/domain/pnl/pnl-report';
import { createTally, tallyInAll, type PnlTotals, type Tally } from '@/lib/domain/pnl/pnl-totals';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import type { Period } from '@/lib/domain/time/period';
import { growGroups, type Grouping, type GrowingGroups, type PnlGroup, type PnlGroupKind } from './pnl-groups';

export interface GatherRequest {
  readonly pairOf: ReadonlyMap<string, Pair>;
  readonly groupings: readonly Grouping[];
  /** One after the other, without a gap; oldest first. */
  readonly steps: readonly Period[];
}

export interface GatheredLines {
  readonly totals: PnlTotals;
  readonly groups: readonly { readonly kind: PnlGroupKind; readonly groups: readonly PnlGroup[] }[];
  /** Of lines alone: what is excluded is in none. */
  readonly steps: readonly { readonly period: Period; readonly totals: PnlTotals }[];
  /** Whole days from purchase to sale, of the lines where both are known. */
  readonly days: readonly number[];
}

/**
 * Everything lines are added up by, in one walk through them: of a year of a large shop, going through the lines again
 * for each grouping took longer than making them.
 */
export function gatherLines(rows: ReportRows, { pairOf, groupings, steps }: GatherRequest): GatheredLines {
  const { report, excludedSales } = rows;
  const whole = createTally(report.currency);
  const groups = groupings.map((grouping) => growGroups(grouping, report.currency));
  const ofSteps = steps.map((period) => ({ period, tally: createTally(report.currency) }));
  const days = addLines(rows, whole, groups, ofSteps);
  report.excluded.forEach((excluded, nth) => {
    whole.addExcluded(excluded);
    const sale = excludedSales[nth];
    if (sale === undefined) return;
    const pair = pairOf.get(sale.pairId) ?? null;
    for (const each of groups) for (const { tally } of each.of(sale, pair, excluded.at)) tally.addExcluded(excluded);
  });
  return {
    totals: whole.totals(),
    groups: groups.map((each) => ({ kind: each.kind, groups: each.made() })),
    steps: ofSteps.map(({ period, tally }) => ({ period, totals: tally.totals() })),
    days,
  };
}

interface Step {
  readonly period: Period;
  readonly tally: Tally;
}

/** Both the lines and the steps are in order of time, so that a step is left for good once a line lies behind it. */
function addLines(
  { report, sales, pairs }: ReportRows,
  whole: Tally,
  growing: readonly GrowingGroups[],
  steps: readonly Step[],
): readonly number[] {
  const days: number[] = [];
  let step = 0;
  report.lines.forEach((line, nth) => {
    const sale = sales[nth];
    if (sale === undefined) return;
    const pair = pairs[nth] ?? null;
    const took = daysToSell(pair, line.soldAt);
    if (took !== null) days.push(took);
    const into = [whole];
    while (line.at >= (steps[step]?.period.to ?? Number.POSITIVE_INFINITY)) step += 1;
    const current = steps[step];
    if (current !== undefined) into.push(current.tally);
    for (const groups of growing) {
      for (const group of groups.of(sale, pair, line.at)) {
        into.push(group.tally);
        if (took !== null) group.days.push(took);
      }
    }
    tallyInAll(into, line);
  });
  return days;
}

/** null when a day is not known, or the purchase is said to have been later. */
function daysToSell(pair: Pair | null, soldAt: Instant): number | null {
  const boughtAt = pair?.boughtAt ?? null;
  return boughtAt === null || boughtAt > soldAt ? null : Math.floor((soldAt - boughtAt) / DAY_MS);
}
