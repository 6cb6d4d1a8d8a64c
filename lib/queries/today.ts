import type { ArchvdDatabase } from '@/lib/db/database';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Money } from '@/lib/domain/money/money';
import { ALIAS_LATE_TERMS, lateCost, type LateCost } from '@/lib/domain/orders/late-terms';
import { orderDeadlines, type OrderDeadline } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import { pnlReport, type PnlReport } from '@/lib/domain/pnl/pnl-report';
import { pnlTotals, type PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import type { Instant } from '@/lib/domain/time/instant';
import { daysIn, lastDays, type OffsetAt } from '@/lib/domain/time/period';
import { sizeOfOrder, type ShownSize } from './order-size';
import { expensesOfPairs } from './pnl-expenses';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import { readSoldPairs } from './sold-pairs';
import { newestUnseen, unseenEvents } from './unseen-events';
import type { Valuation } from './valuation';

export interface Today {
  /** `complete.profit` is the figure to show; the other fields say what it leaves out and whether it is an estimate. */
  readonly profit: { readonly today: PnlTotals; readonly days7: PnlTotals; readonly days30: PnlTotals };
  /** Profit of each of the last 30 days, oldest first. */
  readonly series: readonly { readonly from: Instant; readonly profit: Money }[];
  /** Orders to confirm or ship, the most urgent first. */
  readonly waiting: readonly WaitingOrder[];
  /** What letting one of them run out would cost this seller; null when no terms are known. */
  readonly late: LateCost | null;
  /** Alerts that rang, targets among them, and that nobody has looked at; the newest in the words it was told in. */
  readonly alerts: { readonly count: number; readonly newest: string | null };
}

export type WaitingOrder = OrderDeadline<Order> & ShownSize;

/**
 * The first screen and the popup. Reads the sales of 30 days with their pairs and the open orders: what it costs does
 * not grow with the books. (Counts do, since browsers count an index entry by entry: they are a reading of their own.)
 *
 * @param offsetAt how far the seller's clock is ahead of UTC: decides where a day begins
 */
export async function today(db: ArchvdDatabase, valuation: Valuation, offsetAt: OffsetAt): Promise<Today> {
  const { now, profile } = valuation;
  const month = lastDays(now, 30, offsetAt);
  const [sold, settings, waiting, unseen, newest] = await Promise.all([
    readSoldPairs(db, month),
    readPnlSettings(db, valuation),
    readWaiting(db, now),
    unseenEvents(db),
    newestUnseen(db),
  ]);
  const pairs = new Map(sold.flatMap(({ pair }): [string, Pair][] => (pair === null ? [] : [[pair.id, pair]])));
  const sales = sold.map(({ sale }) => sale);
  const [rated, expenses] = await Promise.all([
    rateSales(db, sales, (sale) => pairs.get(sale.pairId), valuation),
    expensesOfPairs(db, valuation.currency, pairs),
  ]);
  const report = pnlReport(rated, pairs, settings, { expenses });
  const lastTotals = (days: number): PnlTotals => pnlTotals(report, lastDays(now, days, offsetAt));
  return {
    profit: { today: lastTotals(1), days7: lastTotals(7), days30: lastTotals(30) },
    series: dailyProfit(report, now, offsetAt),
    waiting,
    late: lateCost(ALIAS_LATE_TERMS, feesFor(settings.schedules, now), profile, now),
    alerts: { count: unseen, newest: newest?.title ?? null },
  };
}

async function readWaiting(db: ArchvdDatabase, now: Instant): Promise<WaitingOrder[]> {
  const open = await db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const waiting = orderDeadlines(open, now);
  const ids = [...new Set(waiting.map(({ order }) => order.catalogId))];
  const products = ids.length === 0 ? [] : await db.products.where('catalogId').anyOf(ids).toArray();
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return waiting.map((each) => ({
    ...each,
    ...sizeOfOrder(each.order, productOf.get(each.order.catalogId) ?? null),
  }));
}

function dailyProfit(report: PnlReport, now: Instant, offsetAt: OffsetAt): Today['series'] {
  return daysIn(lastDays(now, 30, offsetAt), offsetAt).map((day) => ({
    from: day.from,
    profit: pnlTotals(report, day).complete.profit,
  }));
}
