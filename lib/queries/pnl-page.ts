import type { ArchvdDatabase } from '@/lib/db/database';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import {
  createTally,
  pnlReport,
  pnlTotals,
  type ExcludedSale,
  type PnlReport,
  type PnlTotals,
  type Tally,
} from '@/lib/domain/pnl/pnl-report';
import type { Sale } from '@/lib/domain/sales/sale';
import { shiftInstant, toIsoString, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt, Period } from '@/lib/domain/time/period';
import { findSales, readCatalogue } from './find-sales';
import { pairsOfSales } from './pairs-of-sales';
import { readPnlSettings } from './pnl-settings';
import { EVERY_SALE, saleKey, type SaleGroup } from './sale-groups';
import { rateSales } from './sale-rates';
import { stepsOf, type TimeStepName } from './time-steps';
import type { Valuation } from './valuation';

export interface PnlRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly valuation: Valuation;
  /** How far the seller's clock is ahead of UTC: decides which day and month a sale is of. */
  readonly offsetAt: OffsetAt;
}

export interface PnlGroup {
  /** `2026-03`, the brand, the style code, … */
  readonly key: string;
  /** What it is called where the key alone does not say it: the model of a style code. */
  readonly name: string | null;
  readonly totals: PnlTotals;
}

export interface PnlPage {
  /** What the figures were made with. */
  readonly settings: PnlSettings;
  /** Realised; fees by kind are in `complete`. */
  readonly totals: PnlTotals;
  /** Profit over the time asked for, in days, weeks or months, without gaps; oldest first. */
  readonly series: { readonly step: TimeStepName; readonly points: readonly PnlPoint[] };
  /** Oldest first. */
  readonly byMonth: readonly PnlGroup[];
  /** Highest revenue first, of the sales whose profit is known. */
  readonly byBrand: readonly PnlGroup[];
  readonly byStyle: readonly PnlGroup[];
  readonly bySize: readonly PnlGroup[];
  readonly byPlatform: readonly PnlGroup[];
  /** Sales that are in no figure. */
  readonly excluded: readonly ExcludedSale[];
}

export interface PnlPoint {
  readonly period: Period;
  readonly totals: PnlTotals;
}

/** The realised half of the profit and loss screen: each sale of the time is read once and added to every group at once. */
export async function pnlPage(db: ArchvdDatabase, request: PnlRequest): Promise<PnlPage> {
  const { period, valuation, offsetAt } = request;
  const [sales, settings, catalogue] = await Promise.all([
    findSales(db, { period, search: '', filter: EVERY_SALE }),
    readPnlSettings(db, valuation),
    readCatalogue(db),
  ]);
  const pairs = await pairsOfSales(db, sales);
  const rated = await rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation);
  const report = pnlReport(rated, pairs, settings);
  const saleOf = new Map(sales.map((sale) => [sale.id, sale]));
  const by = (group: SaleGroup, nameOf: (sale: Sale) => string | null = () => null) =>
    byRevenue(
      groupBy(report, ({ saleId }) => {
        const sale = saleOf.get(saleId);
        return sale === undefined ? ['', null] : [saleKey(sale, group, catalogue), nameOf(sale)];
      }),
    );
  return {
    settings,
    totals: pnlTotals(report, null),
    series: seriesOf(report, period, valuation.now, offsetAt),
    byMonth: groupBy(report, ({ soldAt }) => [monthOf(soldAt, offsetAt), null]).toSorted((a, b) =>
      a.key < b.key ? -1 : 1,
    ),
    byBrand: by('brand'),
    byStyle: by('style', (sale) => sale.name),
    bySize: by('size'),
    byPlatform: by('platform'),
    excluded: report.excluded,
  };
}

type Reported = Pick<ExcludedSale, 'saleId' | 'soldAt'>;

/** One tally per key; together they hold every sale once. */
function groupBy(
  report: PnlReport,
  keyOf: (sale: Reported) => readonly [key: string, name: string | null],
): PnlGroup[] {
  const groups = new Map<string, { name: string | null; tally: Tally }>();
  const tallyOf = (sale: Reported): Tally => {
    const [key, name] = keyOf(sale);
    const known = groups.get(key);
    if (known !== undefined) return known.tally;
    const tally = createTally(report.currency);
    groups.set(key, { name, tally });
    return tally;
  };
  for (const line of report.lines) tallyOf(line).addLine(line);
  for (const sale of report.excluded) tallyOf(sale).addExcluded(sale);
  return [...groups].map(([key, { name, tally }]) => ({ key, name, totals: tally.totals() }));
}

const byName = new Intl.Collator('en');

function byRevenue(groups: readonly PnlGroup[]): PnlGroup[] {
  return groups.toSorted(
    (a, b) => b.totals.complete.revenue.minor - a.totals.complete.revenue.minor || byName.compare(a.key, b.key),
  );
}

/** Both the lines and the steps are in order of time, so one walk through them is enough. */
function seriesOf(report: PnlReport, period: Period | null, now: Instant, offsetAt: OffsetAt): PnlPage['series'] {
  const first = report.lines[0]?.soldAt;
  if (first === undefined) return { step: 'day', points: [] };
  const end = shiftInstant(now, 1);
  const { step, periods } = stepsOf(
    period ?? { from: first, to: end > first ? end : shiftInstant(first, 1) },
    offsetAt,
  );
  let next = 0;
  const points = periods.map((each) => {
    const tally = createTally(report.currency);
    for (let line = report.lines[next]; line !== undefined && line.soldAt < each.to; line = report.lines[next]) {
      tally.addLine(line);
      next += 1;
    }
    return { period: each, totals: tally.totals() };
  });
  return { step, points };
}

/** The seller's own calendar month, `2026-03`. */
function monthOf(at: Instant, offsetAt: OffsetAt): string {
  return toIsoString(shiftInstant(at, offsetAt(at))).slice(0, 7);
}
