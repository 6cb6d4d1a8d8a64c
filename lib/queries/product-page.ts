import type { ArchvdDatabase } from '@/lib/db/database';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import { plainLook, type MarketLook } from '@/lib/domain/market/market-look';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import { priceAt } from '@/lib/domain/pnl/unrealised';
import { toUsSize } from '@/lib/domain/sizes/allowed-sizes';
import type { AllowedSize } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import { lookCursorId } from './size-history';
import { sizePaces, type SizePace } from './size-paces';
import { createValuer, type Estimate, type Valuation } from './valuation';

export interface ProductSize {
  readonly size: AllowedSize;
  /** Of the pairs that are looked at; null when it has no row: never read, or neither ask nor offer nor sale. */
  readonly price: MarketPrice | null;
  /** Listing one under the lowest ask: the price, and what a sale would bring. Null without an ask. */
  readonly underAsk: { readonly price: Money; readonly estimate: Estimate } | null;
  readonly pairs: readonly Pair[];
  readonly listings: readonly Listing[];
  /** Whether this very size is watched. */
  readonly watched: WatchlistItemRow | null;
  readonly sold: SizePace;
}

export interface ProductPage {
  readonly product: Product;
  /** Whose prices these are. */
  readonly look: MarketLook;
  /** Regions of which prices are known, the seller's own among them; null: everywhere. */
  readonly regions: readonly (string | null)[];
  readonly sizes: readonly ProductSize[];
  /** When the prices that are looked at were last read. */
  readonly pricesReadAt: Instant | null;
  /** When it is watched whole: every size. */
  readonly watched: WatchlistItemRow | null;
}

/** One product: its sizes with their market, and what the seller has of it. Null when it is not known. */
export async function productPage(
  db: ArchvdDatabase,
  catalogId: string,
  valuation: Valuation,
  look: MarketLook = plainLook(valuation.regionId),
): Promise<ProductPage | null> {
  const [product, prices, pairs, listings, cursor, items, valuer] = await Promise.all([
    db.products.where('catalogId').equals(catalogId).first(),
    db.marketPrices.where('catalogId').equals(catalogId).toArray(),
    db.inventory.where('catalogId').equals(catalogId).toArray(),
    db.listings.where('catalogId').equals(catalogId).toArray(),
    db.cursors.get(lookCursorId(catalogId, look)),
    db.watchlistItems.where('catalogId').equals(catalogId).toArray(),
    createValuer(db, valuation, []),
  ]);
  if (product === undefined) return null;
  const paces = await sizePaces(
    db,
    catalogId,
    product.allowedSizes.map(({ usValue }) => usValue),
  );
  const inHand = pairs.filter(
    (pair) => pair.deletedAt === null && (pair.status === 'in-stock' || pair.status === 'listed'),
  );
  const watched = (usSize: number | null) =>
    items.find((item) => item.deletedAt === null && item.usSize === usSize) ?? null;
  const sizes = product.allowedSizes.map((size): ProductSize => {
    const price = prices.find((each) => each.variant.usSize === size.usValue && isOf(each, look)) ?? null;
    const under = price === null ? null : priceAt(price, 'lowest-ask-minus-1');
    return {
      size,
      price,
      underAsk: under === null ? null : { price: under, estimate: valuer.estimate(under, null) },
      pairs: inHand.filter((pair) => toUsSize(product, pair.size) === size.usValue),
      listings: listings.filter((listing) => listing.size.value === size.value && isLive(listing)),
      watched: watched(size.usValue),
      sold: paces.get(size.usValue) ?? { readAt: null, pace: null },
    };
  });
  return {
    product,
    look,
    regions: [...new Set([null, valuation.regionId, look.regionId, ...prices.map(({ variant }) => variant.regionId)])],
    sizes,
    pricesReadAt: cursor?.finishedAt ?? null,
    watched: watched(null),
  };
}

function isOf({ variant }: MarketPrice, look: MarketLook): boolean {
  return (
    variant.condition === look.condition &&
    variant.packaging === look.packaging &&
    variant.consigned === look.consigned &&
    variant.regionId === look.regionId
  );
}
