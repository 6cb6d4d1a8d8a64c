import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import { styleCodeKey, type StyleCode } from '@/lib/domain/catalog/style-code';

/** What the books know of style codes that somebody is about to watch. */
export interface Already {
  /** By `styleCodeKey`. */
  readonly products: ReadonlyMap<string, Product>;
  /** `catalogId|usSize` of what the list holds. */
  readonly watched: ReadonlySet<string>;
}

/** @param watchlistId null: no list yet, so nothing is watched in it */
export async function watchedAlready(
  db: ArchvdDatabase,
  codes: readonly StyleCode[],
  watchlistId: string | null,
): Promise<Already> {
  const [products, items] = await Promise.all([
    db.products
      .where('styleCode')
      .anyOf([...codes])
      .toArray(),
    watchlistId === null ? [] : db.watchlistItems.where('watchlistId').equals(watchlistId).toArray(),
  ]);
  return {
    products: new Map(products.map((product) => [styleCodeKey(product.styleCode ?? ''), product])),
    watched: new Set(
      items.filter((item) => item.deletedAt === null).map(({ catalogId, usSize }) => `${catalogId}|${usSize}`),
    ),
  };
}
