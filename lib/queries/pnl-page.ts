import type { ArchvdDatabase } from '@/lib/db/database';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import { tellReport, type ExcludedSale } from '@/lib/domain/pnl/pnl-report';
import type { PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { turnoverOf, type Turnover } from '@/lib/domain/pnl/turnover';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Period } from '@/lib/domain/time/period';
import { readBookRows, type BookRequest } from './book-rows';
import { readCatalogue } from './find-sales';
import { gatherLines } from './gather-lines';
import { groupingOf, type PnlGroup, type PnlGroupKind } from './pnl-groups';
import { readCashFlow, receive, spendingOf, type CashFlow, type Received, type Spending } from './pnl-spending';
import { stepsOf, type TimeStepName } from './time-steps';
import { readWriteOffs, type WriteOffs } from './write-offs';

export interface PnlRequest extends BookRequest {
  /** What the lines are gathered by; each costs a walk through them. */
  readonly groups: readonly PnlGroupKind[];
}

export interface PnlPage {
  /** What the figures were made with. */
  readonly settings: PnlSettings;
  /** Realised; fees by kind are in `complete`. */
  readonly totals: PnlTotals;
  readonly result: PnlResult;
  readonly spending: Spending;
  /** Pairs that were lost, damaged or given away in the time. */
  readonly writeOffs: WriteOffs;
  /** Money that moved; null by accrual. */
  readonly cash: CashFlow | null;
  readonly turnover: Turnover | null;
  /** Profit over the time asked for, in days, weeks or months, without gaps; oldest first. */
  readonly series: { readonly step: TimeStepName; readonly points: readonly PnlPoint[] };
  /** Those asked for: times with the oldest first, others with the highest revenue first. */
  readonly groups: Partial<Readonly<Record<PnlGroupKind, readonly PnlGroup[]>>>;
  /** Sales that are in no figure. */
  readonly excluded: readonly ExcludedSale[];
}

/** From the profit of the lines to what is left: `lines − penalties − writeOffs = beforeOverhead`, `− overhead = afterOverhead`. */
export interface PnlResult {
  readonly lines: Money;
  /** What reversed sales cost. */
  readonly penalties: Money;
  /** All that was paid for pairs that were written off. */
  readonly writeOffs: Money;
  readonly beforeOverhead: Money;
  readonly overhead: Money;
  readonly afterOverhead: Money;
}

export interface PnlPoint {
  readonly period: Period;
  readonly totals: PnlTotals;
}

/** The realised half of the profit and loss screen: the rows of the time are read once, whatever is made of them. */
export async function pnlPage(db: ArchvdDatabase, request: PnlRequest): Promise<PnlPage> {
  const { period, valuation, offsetAt, basis } = request;
  const aboutProducts = request.groups.some((kind) => kind === 'style' || kind === 'size');
  const [rows, catalogue, writeOffs] = await Promise.all([
    readBookRows(db, { ...request, splitByProfile: true }),
    aboutProducts ? readCatalogue(db) : new Map(),
    readWriteOffs(db, valuation.currency, period),
  ]);
  const { sales, pairs, settings } = rows;
  const { currency } = settings;
  let series: ReturnType<typeof stepsOf> = { step: 'day', periods: [] };
  const stepsFrom = (first: Instant) => (series = stepsOf(period ?? untilNow(first, valuation.now), offsetAt)).periods;
  const groupings = request.groups.map((kind) => groupingOf(kind, catalogue, offsetAt));
  const gathering = gatherLines({ currency, pairOf: pairs, groupings, stepsFrom });
  const received: Received = { received: 0, unknown: 0 };
  tellReport(sales, pairs, settings, rows.ground, {
    line(line, sale, pair) {
      gathering.line(line, sale, pair);
      receive(received, line);
    },
    excluded: (each, sale) => gathering.excluded(each, sale),
  });
  const { totals, groups, steps, days, excluded } = gathering.made();
  const spending = spendingOf(rows.expenses, period, currency);
  return {
    settings,
    totals,
    result: resultOf(totals, spending, writeOffs),
    spending,
    writeOffs,
    cash: basis === 'cash' ? await readCashFlow(db, received, totals, spending, period) : null,
    turnover: turnoverOf(days),
    series: { step: series.step, points: steps },
    groups: Object.fromEntries(groups.map((each) => [each.kind, each.groups])),
    excluded,
  };
}

function resultOf({ complete, penalties }: PnlTotals, { overhead }: Spending, { lost }: WriteOffs): PnlResult {
  const beforeOverhead = subtract(subtract(complete.profit, penalties), lost);
  return {
    lines: complete.profit,
    penalties,
    writeOffs: lost,
    beforeOverhead,
    overhead,
    afterOverhead: subtract(beforeOverhead, overhead),
  };
}

/** All there is: from the first line until now. */
function untilNow(first: Instant, now: Instant): Period {
  const end = shiftInstant(now, 1);
  return { from: first, to: end > first ? end : shiftInstant(first, 1) };
}
