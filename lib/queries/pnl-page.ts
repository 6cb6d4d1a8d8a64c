import type { ArchvdDatabase } from '@/lib/db/database';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { PnlSettings } from '@/lib/domain/pnl/pnl-line';
import { pnlReport, pnlTotals, type ExcludedSale, type PnlReport, type PnlTotals } from '@/lib/domain/pnl/pnl-report';
import { isStock, stockValue, valuePair, type StockValue, type ValuationBasis } from '@/lib/domain/pnl/unrealised';
import { shiftInstant, toIsoString, type Instant } from '@/lib/domain/time/instant';
import type { OffsetAt, Period } from '@/lib/domain/time/period';
import { readMarket } from './market-figures';
import { readPnlSettings } from './pnl-settings';
import type { Valuation } from './valuation';
import { readRates } from './rates';
import { rateSales } from './sale-rates';

export interface PnlRequest {
  /** null: all there is. */
  readonly period: Period | null;
  readonly valuation: Valuation;
  /** How far the seller's clock is ahead of UTC: decides which month a sale is of. */
  readonly offsetAt: OffsetAt;
}

export interface PnlGroup {
  /** `2026-03` or the brand. */
  readonly key: string;
  readonly totals: PnlTotals;
}

export interface PnlPage {
  /** What the figures were made with. */
  readonly settings: PnlSettings;
  /** Realised; fees by kind are in `complete`. */
  readonly totals: PnlTotals;
  /** Oldest first. */
  readonly byMonth: readonly PnlGroup[];
  /** Highest revenue first, of the sales whose profit is known. */
  readonly byBrand: readonly PnlGroup[];
  /** Sales that are in no figure. */
  readonly excluded: readonly ExcludedSale[];
  /** Stock of today valued on each basis, one figure per basis, never mixed. */
  readonly unrealised: readonly StockValue[];
}

const BASES: readonly ValuationBasis[] = ['lowest-ask-minus-1', 'highest-offer', 'last-sale'];

/** The profit and loss screen. Inventory is read once, for the costs of what was sold and the value of what was not. */
export async function pnlPage(db: ArchvdDatabase, request: PnlRequest): Promise<PnlPage> {
  const { period, valuation } = request;
  const bySale =
    period === null ? db.sales.toCollection() : db.sales.where('soldAt').between(period.from, period.to, true, false);
  const [sales, pairs, settings] = await Promise.all([
    bySale.toArray(),
    db.inventory.toArray(),
    readPnlSettings(db, valuation),
  ]);
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const rated = await rateSales(db, sales, (sale) => pairOf.get(sale.pairId), valuation);
  const report = pnlReport(rated, pairOf, settings);
  const saleOf = new Map(sales.map((sale) => [sale.id, sale]));
  const brands = groupBy(report, ({ saleId }) => saleOf.get(saleId)?.brand ?? '');
  return {
    settings,
    totals: pnlTotals(report, null),
    byMonth: groupBy(report, ({ soldAt }) => monthOf(soldAt, request.offsetAt)).toSorted((a, b) =>
      a.key < b.key ? -1 : 1,
    ),
    byBrand: brands.toSorted(
      (a, b) => b.totals.complete.revenue.minor - a.totals.complete.revenue.minor || a.key.localeCompare(b.key),
    ),
    excluded: report.excluded,
    unrealised: await valueStock(db, pairs.filter(isStock), valuation, settings),
  };
}

type Reported = Pick<ExcludedSale, 'saleId' | 'soldAt'>;

/** One report per key; together they hold every sale once. */
function groupBy(report: PnlReport, keyOf: (sale: Reported) => string): PnlGroup[] {
  const groups = new Map<string, { lines: PnlReport['lines'][number][]; excluded: ExcludedSale[] }>();
  const groupOf = (sale: Reported) => {
    const key = keyOf(sale);
    const group = groups.get(key) ?? { lines: [], excluded: [] };
    groups.set(key, group);
    return group;
  };
  for (const line of report.lines) groupOf(line).lines.push(line);
  for (const sale of report.excluded) groupOf(sale).excluded.push(sale);
  return [...groups].map(([key, group]) => ({ key, totals: pnlTotals({ currency: report.currency, ...group }, null) }));
}

/** The seller's own calendar month, `2026-03`. */
function monthOf(at: Instant, offsetAt: OffsetAt): string {
  return toIsoString(shiftInstant(at, offsetAt(at))).slice(0, 7);
}

async function valueStock(
  db: ArchvdDatabase,
  stock: readonly Pair[],
  valuation: Valuation,
  settings: PnlSettings,
): Promise<StockValue[]> {
  const schedule = feesFor(settings.schedules, valuation.now);
  const { currency, profile } = valuation;
  const sold = schedule?.currency ?? currency;
  const costCurrencies = new Set(stock.flatMap(({ cost }) => cost?.currency ?? []));
  const [market, rates] = await Promise.all([
    readMarket(db, stock),
    readRates(db, [currency, sold, ...costCurrencies]),
  ]);
  // One of the two has to be converted: what the sale brings, or else what the pair cost.
  const rateOf = ({ cost }: Pair) => rates(sold === currency ? (cost?.currency ?? currency) : sold, currency);
  return BASES.map((basis) => {
    const named = { basis, currency, schedule, profile };
    return stockValue(
      stock.map((pair) => valuePair(pair, market.figures(pair), { ...named, fx: rateOf(pair) })),
      { ...named, fx: null },
    );
  });
}
