import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import { priceAt } from '@/lib/domain/pnl/unrealised';
import { toUsSize } from '@/lib/domain/sizes/allowed-sizes';
import type { AllowedSize } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { createValuer, type Estimate, type Valuation } from './valuation';

export interface ProductSize {
  readonly size: AllowedSize;
  /** New, in a good box, with and without consigned pairs, in the region asked for; null when never read. */
  readonly price: MarketPrice | null;
  /** Listing one under the lowest ask: the price, and what a sale would bring. Null without an ask. */
  readonly underAsk: { readonly price: Money; readonly estimate: Estimate } | null;
  readonly pairs: readonly Pair[];
  readonly listings: readonly Listing[];
  /** Whether this very size is watched. */
  readonly watched: WatchlistItemRow | null;
}

export interface ProductPage {
  readonly product: Product;
  readonly sizes: readonly ProductSize[];
  /** When its prices were last read in the region asked for. */
  readonly pricesReadAt: Instant | null;
  /** When it is watched whole: every size. */
  readonly watched: WatchlistItemRow | null;
}

/** One product: its sizes with their market, and what the seller has of it. Null when it is not known. */
export async function productPage(
  db: ArchvdDatabase,
  catalogId: string,
  valuation: Valuation,
): Promise<ProductPage | null> {
  const { regionId } = valuation;
  const [product, prices, pairs, listings, cursor, items, valuer] = await Promise.all([
    db.products.where('catalogId').equals(catalogId).first(),
    db.marketPrices.where('catalogId').equals(catalogId).toArray(),
    db.inventory.where('catalogId').equals(catalogId).toArray(),
    db.listings.where('catalogId').equals(catalogId).toArray(),
    db.cursors.get(pricesCursorId(catalogId, regionId)),
    db.watchlistItems.where('catalogId').equals(catalogId).toArray(),
    createValuer(db, valuation, []),
  ]);
  if (product === undefined) return null;
  const inHand = pairs.filter(
    (pair) => pair.deletedAt === null && (pair.status === 'in-stock' || pair.status === 'listed'),
  );
  const watched = (usSize: number | null) =>
    items.find((item) => item.deletedAt === null && item.usSize === usSize) ?? null;
  const sizes = product.allowedSizes.map((size): ProductSize => {
    const price = prices.find((each) => each.variant.usSize === size.usValue && isPlain(each, regionId)) ?? null;
    const under = price === null ? null : priceAt(price, 'lowest-ask-minus-1');
    return {
      size,
      price,
      underAsk: under === null ? null : { price: under, estimate: valuer.estimate(under, null) },
      pairs: inHand.filter((pair) => toUsSize(product, pair.size) === size.usValue),
      listings: listings.filter((listing) => listing.size.value === size.value && isLive(listing)),
      watched: watched(size.usValue),
    };
  });
  return {
    product,
    sizes,
    pricesReadAt: cursor?.finishedAt ?? null,
    watched: watched(null),
  };
}

/** The variant that is meant when nobody says otherwise. */
function isPlain({ variant }: MarketPrice, regionId: string | null): boolean {
  return (
    variant.condition === 'new' &&
    variant.packaging === 'good' &&
    variant.consigned === null &&
    variant.regionId === regionId
  );
}
