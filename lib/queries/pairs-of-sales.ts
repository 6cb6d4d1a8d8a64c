import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';

/** Above this many sales, all sold pairs in one go are read quicker than each by its key. */
const MANY_SALES = 600;

/** All pairs that are sold. */
function readSoldOnes(db: ArchvdDatabase): PromiseLike<readonly Pair[]> {
  return db.inventory.where('status').equals('sold').toArray();
}

/**
 * The pairs that sales sold, by id; ones in the bin too, since they still tell what they cost.
 *
 * @param sold pairs that are being read already, the sold ones among them
 */
export async function pairsOfSales(
  db: ArchvdDatabase,
  sales: readonly Sale[],
  sold: PromiseLike<readonly Pair[]> | null = null,
): Promise<ReadonlyMap<string, Pair>> {
  const known = new Map<string, Pair>();
  const all = sold ?? (sales.length > MANY_SALES ? readSoldOnes(db) : null);
  if (all !== null) for (const pair of await all) known.set(pair.id, pair);
  const missing = new Set<string>();
  for (const { pairId } of sales) if (!known.has(pairId)) missing.add(pairId);
  if (missing.size > 0)
    for (const pair of await db.inventory.bulkGet([...missing])) if (pair !== undefined) known.set(pair.id, pair);
  return known;
}
