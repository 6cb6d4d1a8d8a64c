import type { Pair } from '@/lib/domain/inventory/pair';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { ExcludedSale, ReportListener } from '@/lib/domain/pnl/pnl-report';
import { createTally, tallyInAll, type PnlTotals, type Tally } from '@/lib/domain/pnl/pnl-totals';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, type Instant } from '@/lib/domain/time/instant';
import type { Period } from '@/lib/domain/time/period';
import { growGroups, type Grouping, type PnlGroup, type PnlGroupKind } from './pnl-groups';

export interface GatherRequest {
  readonly currency: CurrencyCode;
  readonly pairOf: ReadonlyMap<string, Pair>;
  readonly groupings: readonly Grouping[];
  /** Asked once, with the time of the first line: times one after the other, without a gap; oldest first. */
  readonly stepsFrom: (first: Instant) => readonly Period[];
}

export interface GatheredLines {
  readonly totals: PnlTotals;
  readonly groups: readonly { readonly kind: PnlGroupKind; readonly groups: readonly PnlGroup[] }[];
  /** Of lines alone: what is excluded is in none. */
  readonly steps: readonly { readonly period: Period; readonly totals: PnlTotals }[];
  /** Whole days from purchase to sale, of the lines where both are known. */
  readonly days: readonly number[];
  readonly excluded: readonly ExcludedSale[];
}

export interface LineGathering extends ReportListener {
  made(): GatheredLines;
}

/**
 * Everything lines are added up by, in one walk through them: of a year of a large shop, going through the lines again
 * for each grouping took longer than making them.
 */
export function gatherLines({ currency, pairOf, groupings, stepsFrom }: GatherRequest): LineGathering {
  const whole = createTally(currency);
  const growing = groupings.map((grouping) => growGroups(grouping, currency));
  const excluded: { readonly excluded: ExcludedSale; readonly sale: Sale }[] = [];
  const days: number[] = [];
  let steps: readonly Step[] | null = null;
  let step = 0;
  const line = (made: PnlLine, sale: Sale, pair: Pair | null): void => {
    steps ??= stepsFrom(made.at).map((period) => ({ period, tally: createTally(currency) }));
    // Both the lines and the steps are in order of time: a step is left for good once a line lies behind it.
    while (made.at >= (steps[step]?.period.to ?? Number.POSITIVE_INFINITY)) step += 1;
    const took = daysToSell(pair, made.soldAt);
    if (took !== null) days.push(took);
    const into = [whole];
    const current = steps[step];
    if (current !== undefined) into.push(current.tally);
    for (const groups of growing) {
      for (const group of groups.of(sale, pair, made.at)) {
        into.push(group.tally);
        if (took !== null) group.days.push(took);
      }
    }
    tallyInAll(into, made);
  };
  return {
    line,
    excluded: (each, sale) => excluded.push({ excluded: each, sale }),
    made() {
      // After all lines, of which groups take their names.
      for (const each of excluded) addExcluded(each.excluded, each.sale, pairOf.get(each.sale.pairId) ?? null);
      return {
        totals: whole.totals(),
        groups: growing.map((each) => ({ kind: each.kind, groups: each.made() })),
        steps: (steps ?? []).map(({ period, tally }) => ({ period, totals: tally.totals() })),
        days,
        excluded: excluded.map((each) => each.excluded),
      };
    },
  };

  function addExcluded(each: ExcludedSale, sale: Sale, pair: Pair | null): void {
    whole.addExcluded(each);
    for (const groups of growing) for (const { tally } of groups.of(sale, pair, each.at)) tally.addExcluded(each);
  }
}

interface Step {
  readonly period: Period;
  readonly tally: Tally;
}

/** null when a day is not known, or the purchase is said to have been later. */
function daysToSell(pair: Pair | null, soldAt: Instant): number | null {
  const boughtAt = pair?.boughtAt ?? null;
  return boughtAt === null || boughtAt > soldAt ? null : Math.floor((soldAt - boughtAt) / DAY_MS);
}
