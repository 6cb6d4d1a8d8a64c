import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PairStatus } from '@/lib/domain/inventory/pair';
import { isLive } from '@/lib/domain/listings/listing-state';

export interface StockCounts {
  /** Listings buyers can buy. */
  readonly live: number;
  /** Pairs in stock that no listing offers. */
  readonly notListed: number;
  /** Pairs whose cost nobody has told, sold ones included; written-off ones not. */
  readonly withoutCost: number;
}

/** Counts by index, whatever the size of the tables: the popup must not read ten thousand rows to show three numbers. */
export async function stockCounts(db: ArchvdDatabase): Promise<StockCounts> {
  const [active, doubted, inStock, withoutCost] = await Promise.all([
    db.listings.where('[status+catalogId]').between(['active', Dexie.minKey], ['active', Dexie.maxKey]).count(),
    db.listings.where('missingSince').above(0).toArray(),
    db.inventory.where('status').equals('in-stock').count(),
    countWithoutCost(db),
  ]);
  const deleted = await deletedPairs(db);
  return {
    live: active - doubted.filter((listing) => listing.status === 'active' && !isLive(listing)).length,
    notListed: inStock - deleted.filter((pair) => pair.status === 'in-stock').length,
    withoutCost: withoutCost - deleted.filter((pair) => pair.cost === null && COSTED.includes(pair.status)).length,
  };
}

const COSTED: readonly PairStatus[] = ['in-stock', 'listed', 'sold', 'returned', 'consigned'];

/** All pairs of a status less those the index of costs holds: null is no key, so a pair without cost is not in it. */
async function countWithoutCost(db: ArchvdDatabase): Promise<number> {
  const counts = await Promise.all(
    COSTED.map(async (status) => {
      const all = await db.inventory.where('status').equals(status).count();
      const costed = await db.inventory
        .where('[status+cost.minor]')
        .between([status, Dexie.minKey], [status, Dexie.maxKey])
        .count();
      return all - costed;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The bin: few, and the indexes above still hold them. */
function deletedPairs(db: ArchvdDatabase) {
  return db.inventory.where('deletedAt').above(0).toArray();
}
