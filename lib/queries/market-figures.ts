import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { Product } from '@/lib/domain/catalog/product';
import type { Listing } from '@/lib/domain/listings/listing';
import { variantId } from '@/lib/domain/market/quote';
import { variantOfShoe } from '@/lib/domain/market/variant-of-shoe';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';

/** What a pair or listing is, as far as its price goes. */
export type Priced = Pick<Listing, 'size' | 'condition' | 'packaging'> & { readonly catalogId: string | null };

/** The market of one variant: its own condition and box, with and without consigned pairs, in the region asked for. */
export interface MarketFigures {
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** When the product's prices were last read; null: never, and then the figures are unknown rather than none. */
  readonly readAt: Instant | null;
}

export interface MarketLookup {
  product(catalogId: string | null): Product | null;
  figures(item: Priced): MarketFigures;
  /** Key of the variant's price and history rows; null when its US size cannot be told. */
  priceId(item: Priced): string | null;
}

const UNKNOWN: MarketFigures = { lowestAsk: null, highestOffer: null, lastSale: null, readAt: null };

/**
 * Products and latest figures of a window of rows: look-ups by key, whatever the size of the tables.
 *
 * @param regionId region whose prices are meant; null: everywhere. What was never read there is unknown, whatever is
 * known elsewhere
 */
export async function readMarket(
  db: ArchvdDatabase,
  items: readonly Priced[],
  regionId: string | null,
): Promise<MarketLookup> {
  const catalogIds = [...new Set(items.flatMap((item) => item.catalogId ?? []))];
  const [products, cursors] = await Promise.all([
    readProducts(db, catalogIds),
    db.cursors.bulkGet(catalogIds.map((id) => pricesCursorId(id, regionId))),
  ]);
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const readAt = new Map(catalogIds.map((id, index) => [id, cursors[index]?.finishedAt ?? null]));
  const ids = [...new Set(items.flatMap((item) => priceId(item, productOf, regionId) ?? []))];
  const prices = new Map(
    (await db.marketPrices.bulkGet(ids)).flatMap((price) => (price === undefined ? [] : [[price.id, price]])),
  );
  return {
    product: (catalogId) => (catalogId === null ? null : (productOf.get(catalogId) ?? null)),
    priceId: (item) => priceId(item, productOf, regionId),
    figures(item) {
      const price = prices.get(priceId(item, productOf, regionId) ?? '');
      const at = item.catalogId === null ? null : (readAt.get(item.catalogId) ?? null);
      if (price === undefined) return { ...UNKNOWN, readAt: at };
      return { lowestAsk: price.lowestAsk, highestOffer: price.highestOffer, lastSale: price.lastSale, readAt: at };
    },
  };
}

/** Above this many, reading them all in one go is quicker than one by one. */
const MANY = 200;

function readProducts(db: ArchvdDatabase, catalogIds: readonly string[]): PromiseLike<Product[]> {
  return catalogIds.length > MANY ? db.products.toArray() : db.products.where('catalogId').anyOf(catalogIds).toArray();
}

function priceId(item: Priced, products: ReadonlyMap<string, Product>, regionId: string | null): string | null {
  const variant = variantOfShoe(item, products.get(item.catalogId ?? ''), regionId);
  return variant === null ? null : variantId(variant);
}
