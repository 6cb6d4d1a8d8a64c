import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { Instant } from '@/lib/domain/time/instant';

export interface PricesFreshness {
  /** Products with an active listing, and how many of them no price was ever read for. */
  readonly offeredProducts: number;
  readonly withoutPrices: number;
  /** The oldest reading among the offered products' prices that were read. */
  readonly oldestPricesAt: Instant | null;
}

/**
 * How old the prices are that listings are compared with. Walks through the index of all active listings, so it is asked
 * where those are shown and not on every page.
 */
export async function freshnessOfPrices(db: ArchvdDatabase, regionId: string | null): Promise<PricesFreshness> {
  const keys = await db.listings
    .where('[status+catalogId]')
    .between(['active', Dexie.minKey], ['active', Dexie.maxKey])
    .uniqueKeys();
  const catalogIds = keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
  const cursors = await db.cursors.bulkGet(catalogIds.map((id) => pricesCursorId(id, regionId)));
  const readAt = cursors.flatMap((cursor) => cursor?.finishedAt ?? []);
  return {
    offeredProducts: catalogIds.length,
    withoutPrices: catalogIds.length - readAt.length,
    oldestPricesAt: readAt.reduce<Instant | null>((a, b) => (a === null || b < a ? b : a), null),
  };
}
