import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isStandIn } from '@/lib/domain/inventory/stand-in';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

/**
 * A pair whose told sale was taken back may have been sold on the marketplace meanwhile: that sale had to do with a pair
 * made for it, and gets the true one now. To be called in a transaction over inventory, sales and orders.
 */
export async function giveBackSale(deps: CommandDeps, pair: Pair): Promise<void> {
  const { db } = deps;
  const at = deps.now();
  if (pair.goatListingId === null) return;
  const orders = await db.orders.where('externalListingId').equals(pair.goatListingId).toArray();
  const keys = orders.map((order) => [order.marketplace, order.externalId]);
  const sales = await rowsByKey(db.sales, '[marketplace+externalOrderId]', keys);
  const living = sales.filter((sale) => sale.status !== 'reversed').toSorted((a, b) => a.soldAt - b.soldAt);
  for (const sale of living) {
    const standIn = await db.inventory.get(sale.pairId);
    if (standIn === undefined || standIn.id === pair.id || !isStandIn(standIn)) continue;
    await db.sales.put({ ...sale, pairId: pair.id, updatedAt: stampAfter(sale.updatedAt, at) });
    await db.inventory.put({ ...standIn, deletedAt: at, updatedAt: stampAfter(standIn.updatedAt, at) });
    const updatedAt = stampAfter(pair.updatedAt, at);
    return void (await db.inventory.put({ ...pair, status: 'sold', soldAt: sale.soldAt, updatedAt }));
  }
}
