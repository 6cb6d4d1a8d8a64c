import type { StockBookRow } from '@/lib/db/money-rows';
import type { CommandDeps } from './command-deps';
import { logPairs } from './log-pairs';

/**
 * Gives pairs their numbers in the stock book, in the order given and without a gap. A pair that has one keeps it for
 * ever; so there is no way back, and the same wish twice does nothing more.
 *
 * @example the highest number is 12: two pairs without one become 13 and 14
 */
export async function numberStock(
  deps: CommandDeps,
  pairIds: readonly string[],
): Promise<{ readonly numbered: number; readonly last: number }> {
  const { db } = deps;
  return db.transaction('rw', [db.stockBook, db.inventory, db.activity], async () => {
    const ids = [...new Set(pairIds)];
    const [known, pairs] = await Promise.all([db.stockBook.bulkGet(ids), db.inventory.bulkGet(ids)]);
    const fresh = ids.filter((_, nth) => known[nth] === undefined && pairs[nth] !== undefined);
    const highest = (await db.stockBook.orderBy('number').last())?.number ?? 0;
    const at = deps.now();
    const rows = fresh.map((id, nth): StockBookRow => ({ id, number: highest + nth + 1, at }));
    await db.stockBook.bulkAdd(rows);
    if (rows.length > 0)
      await logPairs(deps, { kind: 'tax/number', summary: 'Number of the stock book given', pairIds: fresh });
    return { numbered: rows.length, last: highest + rows.length };
  });
}
