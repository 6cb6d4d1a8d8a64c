import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { MarketSaleRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { AllowedSize } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { pricesCursorId } from './freshness';

export interface ProductSize {
  readonly size: AllowedSize;
  /** New, in a good box, with and without consigned pairs, everywhere; null when never read. */
  readonly price: MarketPrice | null;
  readonly pairs: readonly Pair[];
  readonly listings: readonly Listing[];
}

export interface ProductPage {
  readonly product: Product;
  readonly sizes: readonly ProductSize[];
  /** The newest 100 the companion has seen, newest first; alias shows no id, condition or region of them. */
  readonly recentSales: readonly MarketSaleRow[];
  readonly pricesReadAt: Instant | null;
}

/** One product: its sizes with their market, and what the seller has of it. Null when it is not known. */
export async function productPage(db: ArchvdDatabase, catalogId: string): Promise<ProductPage | null> {
  const [product, prices, pairs, listings, sales, cursor] = await Promise.all([
    db.products.where('catalogId').equals(catalogId).first(),
    db.marketPrices.where('catalogId').equals(catalogId).toArray(),
    db.inventory.where('catalogId').equals(catalogId).toArray(),
    db.listings.where('catalogId').equals(catalogId).toArray(),
    salesOf(db, catalogId),
    db.cursors.get(pricesCursorId(catalogId)),
  ]);
  if (product === undefined) return null;
  const inHand = pairs.filter(
    (pair) => pair.deletedAt === null && (pair.status === 'in-stock' || pair.status === 'listed'),
  );
  const sizes = product.allowedSizes.map((size) => ({
    size,
    price: prices.find((price) => price.variant.usSize === size.usValue && isPlain(price)) ?? null,
    pairs: inHand.filter((pair) => pair.size.value === size.value),
    listings: listings.filter((listing) => listing.size.value === size.value && isLive(listing)),
  }));
  return { product, sizes, recentSales: sales, pricesReadAt: cursor?.finishedAt ?? null };
}

function isPlain({ variant }: MarketPrice): boolean {
  return (
    variant.condition === 'new' &&
    variant.packaging === 'good' &&
    variant.consigned === null &&
    variant.regionId === null
  );
}

async function salesOf(db: ArchvdDatabase, catalogId: string): Promise<MarketSaleRow[]> {
  const rows = await db.marketSales
    .where('[catalogId+usSize+purchasedAt]')
    .between([catalogId, Dexie.minKey, Dexie.minKey], [catalogId, Dexie.maxKey, Dexie.maxKey])
    .toArray();
  return rows.toSorted((a, b) => b.purchasedAt - a.purchasedAt).slice(0, 100);
}
