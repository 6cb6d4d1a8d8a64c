import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';

/** Above this many, all sold pairs in one go are read quicker than each by its key. */
const MANY = 600;

/** The pairs that sales sold, by id; ones in the bin too, since they still tell what they cost. */
export async function pairsOfSales(db: ArchvdDatabase, sales: readonly Sale[]): Promise<ReadonlyMap<string, Pair>> {
  const known = new Map<string, Pair>();
  if (sales.length > MANY) {
    for (const pair of await db.inventory.where('status').equals('sold').toArray()) known.set(pair.id, pair);
  }
  const missing = [...new Set(sales.map(({ pairId }) => pairId))].filter((id) => !known.has(id));
  for (const pair of await db.inventory.bulkGet(missing)) if (pair !== undefined) known.set(pair.id, pair);
  return known;
}
