import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';

const MOST = 60;

/** Products a person is likely to look up: what is offered or watched, by name; at most 60. */
export async function marketStart(db: ArchvdDatabase): Promise<readonly Product[]> {
  const [offered, items] = await Promise.all([
    db.listings.where('[status+catalogId]').between(['active', ''], ['active', '\uffff']).uniqueKeys(),
    db.watchlistItems.toArray(),
  ]);
  const ids = new Set([
    ...items.filter((item) => item.deletedAt === null).map((item) => item.catalogId),
    ...offered.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : [])),
  ]);
  const products = await db.products
    .where('catalogId')
    .anyOf([...ids])
    .toArray();
  return products.toSorted((a, b) => byName.compare(a.name, b.name)).slice(0, MOST);
}

const byName = new Intl.Collator('en');
