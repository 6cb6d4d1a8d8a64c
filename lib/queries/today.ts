import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import { orderDeadlines, type OrderDeadline } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import { pnlReport, pnlTotals, type PnlReport, type PnlTotals } from '@/lib/domain/pnl/pnl-report';
import type { Instant } from '@/lib/domain/time/instant';
import { daysIn, lastDays, type OffsetAt } from '@/lib/domain/time/period';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import { readSoldPairs } from './sold-pairs';
import { stockCounts, type StockCounts } from './stock-counts';
import type { Valuation } from './valuation';

export interface Today {
  /** `complete.profit` is the figure to show; the other fields say what it leaves out and whether it is an estimate. */
  readonly profit: { readonly today: PnlTotals; readonly days7: PnlTotals; readonly days30: PnlTotals };
  /** Profit of each of the last 30 days, oldest first. */
  readonly series: readonly { readonly from: Instant; readonly profit: Money }[];
  /** Orders to confirm or ship, the most urgent first. */
  readonly waiting: readonly OrderDeadline<Order>[];
  readonly counts: StockCounts & { readonly alerts: number };
}

/**
 * The first screen and the popup. Reads the sales of 30 days with their pairs, the open orders, and counts.
 *
 * @param offsetAt how far the seller's clock is ahead of UTC: decides where a day begins
 */
export async function today(db: ArchvdDatabase, valuation: Valuation, offsetAt: OffsetAt): Promise<Today> {
  const month = lastDays(valuation.now, 30, offsetAt);
  const [sold, settings, open, counts, alerts] = await Promise.all([
    readSoldPairs(db, month),
    readPnlSettings(db, valuation),
    db.orders.where('status').noneOf(['completed', 'cancelled']).toArray(),
    stockCounts(db),
    db.alertEvents.filter((event) => !event.seen).count(),
  ]);
  const pairs = new Map(sold.flatMap(({ pair }): [string, Pair][] => (pair === null ? [] : [[pair.id, pair]])));
  const sales = sold.map(({ sale }) => sale);
  const rated = await rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation);
  const report = pnlReport(rated, pairs, settings);
  const lastTotals = (days: number): PnlTotals => pnlTotals(report, lastDays(valuation.now, days, offsetAt));
  return {
    profit: { today: lastTotals(1), days7: lastTotals(7), days30: lastTotals(30) },
    series: dailyProfit(report, valuation.now, offsetAt),
    waiting: orderDeadlines(open, valuation.now),
    counts: { ...counts, alerts },
  };
}

function dailyProfit(report: PnlReport, now: Instant, offsetAt: OffsetAt): Today['series'] {
  return daysIn(lastDays(now, 30, offsetAt), offsetAt).map((day) => ({
    from: day.from,
    profit: pnlTotals(report, day).complete.profit,
  }));
}
