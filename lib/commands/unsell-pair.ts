import { asItStands } from '@/lib/domain/imports/after-sale';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale, SaleReversal } from '@/lib/domain/sales/sale';
import { CommandError, type CommandDeps } from './command-deps';
import { giveBackSale } from './give-back-sale';
import { keepUndo, stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

/**
 * Reverses a sale that the seller told of, however long ago: the buyer returned the pair, or it was told by mistake. The
 * sale stays in the books as reversed.
 *
 * @throws CommandError `not-found` when there is no such told sale that still stands
 */
export async function unsellPair(deps: CommandDeps, pairId: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  const tables = [db.inventory, db.sales, db.listings, db.orders, db.activity, db.undos];
  return db.transaction('rw', tables, async () => {
    const before = await db.inventory.get(pairId);
    const sales = await db.sales.where('pairId').equals(pairId).toArray();
    const told = sales.find((sale) => sale.marketplace !== 'alias' && sale.status !== 'reversed');
    if (before === undefined || told === undefined)
      throw new CommandError('not-found', 'There is no sale of yours to take back. Nothing was changed.');
    const status = (await listedOnMarket(db, [before])).size > 0 ? 'listed' : 'in-stock';
    const updatedAt = stampAfter(before.updatedAt, deps.now());
    const pair: Pair = { ...before, status, soldAt: null, updatedAt };
    const reversal: SaleReversal = { reason: 'returned', at: deps.now(), penalty: null, note: '' };
    const updated = stampAfter(told.updatedAt, deps.now());
    const sale: Sale = { ...asItStands(told), status: 'reversed', reversal, updatedAt: updated };
    await db.inventory.put(pair);
    await db.sales.put(sale);
    await logPairs(deps, { kind: 'pair/unsell', summary: 'Sale taken back', pairIds: [pairId] });
    const undoId = await keepUndo(deps, 'pair/unsell', [
      { table: 'inventory', before, after: pair },
      { table: 'sales', before: told, after: sale },
    ]);
    await giveBackSale(deps, pair);
    return { undoId };
  });
}
