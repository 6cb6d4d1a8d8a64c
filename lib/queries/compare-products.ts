import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketLook } from '@/lib/domain/market/market-look';
import type { Instant } from '@/lib/domain/time/instant';
import { productPage, type ProductPage } from './product-page';
import { sizeHistory, type SizeHistory } from './size-history';
import type { Valuation } from './valuation';

/** A product by its catalogue id, with its market; null: it is in no book. */
export interface ComparedProduct {
  readonly catalogId: string;
  readonly page: ProductPage | null;
}

/** The market of a few products at once, in the order asked for. */
export function compareProducts(
  db: ArchvdDatabase,
  catalogIds: readonly string[],
  valuation: Valuation,
  look: MarketLook,
): Promise<readonly ComparedProduct[]> {
  return Promise.all(
    catalogIds.map(async (catalogId) => ({ catalogId, page: await productPage(db, catalogId, valuation, look) })),
  );
}

/** What one size of each of them has cost over time. */
export function compareHistories(
  db: ArchvdDatabase,
  catalogIds: readonly string[],
  size: { readonly usSize: number; readonly look: MarketLook; readonly since: Instant | null },
): Promise<readonly SizeHistory[]> {
  const { usSize, look, since } = size;
  return Promise.all(
    catalogIds.map((catalogId) => sizeHistory(db, { catalogId, usSize, regionId: look.regionId, look, since })),
  );
}

/** Products by their ids; those that are in no book are left out. */
export async function productsById(
  db: ArchvdDatabase,
  catalogIds: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  const found = await db.products
    .where('catalogId')
    .anyOf([...catalogIds])
    .toArray();
  return new Map(found.map((product) => [product.catalogId, product]));
}
