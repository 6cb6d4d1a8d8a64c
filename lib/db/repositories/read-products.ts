import type { ReadProduct } from '@/lib/domain/watch-schedule/reading-periods';
import type { ArchvdDatabase } from '../database';
import { pricesCursorId } from './cursors';
import { nearProducts } from './near-products';

/**
 * Readings of prices an hour: half of what alias answers. The rest is for orders, for what a person asks for, for
 * repricing's own readings, and for sales.
 */
export const PRICE_READINGS_PER_HOUR = 3600;

/**
 * Every product whose prices are read, with the strongest reason, when it was last asked for, and how near it is to a
 * target or alert. The books are read once, whatever is watched.
 *
 * @param regionId region whose prices are read; null: global
 */
export async function readProducts(db: ArchvdDatabase, regionId: string | null): Promise<readonly ReadProduct[]> {
  const prefix = pricesCursorId('', regionId);
  const [offered, watched, stocked, cursors, distances] = await Promise.all([
    activeCatalogIds(db),
    watchedCatalogIds(db),
    stockedCatalogIds(db),
    db.cursors.where('id').startsWith(prefix).toArray(),
    nearProducts(db, regionId),
  ]);
  const askedAt = new Map(cursors.map((cursor) => [cursor.id.slice(prefix.length), cursor.startedAt]));
  const reasons = new Map<string, ReadProduct['reason']>();
  for (const catalogId of stocked) reasons.set(catalogId, 'in-stock');
  for (const catalogId of watched) reasons.set(catalogId, 'watched');
  for (const catalogId of offered) reasons.set(catalogId, 'offered');
  return [...reasons].map(([catalogId, reason]) => ({
    catalogId,
    reason,
    askedAt: askedAt.get(catalogId) ?? null,
    distance: distances.get(catalogId) ?? null,
  }));
}

/** The index jumps from product to product: 10,000 listings of 200 products cost 200 steps. */
async function activeCatalogIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const keys = await db.listings.where('[status+catalogId]').between(['active', ''], ['active', '\uffff']).uniqueKeys();
  return keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
}

async function watchedCatalogIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const items = await db.watchlistItems.toArray();
  return items.flatMap((item) => (item.deletedAt === null ? [item.catalogId] : []));
}

async function stockedCatalogIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const pairs = await db.inventory.where('status').equals('in-stock').toArray();
  return pairs.flatMap((pair) => (pair.catalogId === null || pair.deletedAt !== null ? [] : [pair.catalogId]));
}
