import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';
import type { OutboxRow } from '@/lib/db/selling-rows';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import { readOrderRows, type OrderRow } from './read-order-rows';
import { readSaleSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

export interface OrderDetail {
  readonly row: OrderRow;
  /** Fees, cost and profit; null when it was reversed or an amount has no rate into the currency asked for. */
  readonly line: PnlLine | null;
  /** What was asked of alias for it, newest first. */
  readonly writes: readonly OutboxRow[];
  /** What was done to it and its sale, newest first, at most 50. */
  readonly activity: readonly ActivityRow[];
}

const MOST_ACTIVITY = 50;

/** Everything known of one order; null when the books do not have it. */
export async function orderDetail(
  db: ArchvdDatabase,
  orderId: string,
  valuation: Valuation,
): Promise<OrderDetail | null> {
  const [row] = await readOrderRows(db, [orderId], valuation.now);
  if (row === undefined) return null;
  const { sale, pair } = row;
  const subjects = [orderId, ...(sale === null ? [] : [sale.id])];
  const [settings, rated, writes, activity] = await Promise.all([
    readSaleSettings(db, valuation),
    sale === null ? [] : rateSales(db, [sale], () => pair ?? undefined, valuation),
    db.outbox.where('entityId').equals(orderId).toArray(),
    db.activity.where('entity.id').anyOf(subjects).toArray(),
  ]);
  const [ratedSale] = rated;
  return {
    row,
    line: ratedSale === undefined || ratedSale.status === 'reversed' ? null : pnlLine(ratedSale, pair, settings),
    writes: writes.toSorted((a, b) => b.createdAt - a.createdAt),
    activity: activity.toSorted((a, b) => b.at - a.at).slice(0, MOST_ACTIVITY),
  };
}
