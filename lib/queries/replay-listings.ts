import type { ArchvdDatabase } from '@/lib/db/database';
import { pairsOfListings } from '@/lib/db/repositories/pairs-of-listings';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isLive } from '@/lib/domain/listings/listing-state';
import { variantId, type VariantKey } from '@/lib/domain/market/quote';
import { variantOfShoe } from '@/lib/domain/market/variant-of-shoe';
import type { ReplayedListing } from '@/lib/domain/repricing/backtest/backtest-input';
import type { PriceMove } from '@/lib/domain/repricing/decision';
import type { Instant } from '@/lib/domain/time/instant';
import { readPriceMoves } from './price-moves';
import { sizeKey } from './size-sales';
import { createValuer, type Valuation, type Valuer } from './valuation';

/** Own listings of a time, and the variants they are of. */
export interface ReplayBooks {
  readonly listings: readonly ReplayedListing[];
  readonly variants: readonly VariantKey[];
  /** On sale in that time, but left out: used, with defects, or in a box that is not good; or of no known size. */
  readonly otherCondition: number;
  readonly withoutSize: number;
}

/** As many lines of the log are kept; above that, older price changes are gone. */
const LOG_KEPT = 50_000;

/** Own listings that were on sale between `from` and `valuation.now`, with their prices as the log tells them. */
export async function readReplayBooks(db: ArchvdDatabase, from: Instant, valuation: Valuation): Promise<ReplayBooks> {
  const known = await knownSince(db, from);
  const [all, products, soldAt] = await Promise.all([db.listings.toArray(), productsOf(db), soldTimes(db, known)]);
  const offered = all.flatMap((listing) => {
    const span = spanOf(listing, soldAt.get(listing.externalId) ?? null, known, valuation.now);
    return span === null ? [] : [{ listing, span }];
  });
  const good = offered.filter(({ listing }) => listing.condition === 'new' && listing.packaging === 'good');
  const keyed = good.flatMap((each) => {
    const key = variantOfShoe(each.listing, products.get(each.listing.catalogId), valuation.regionId);
    return key === null ? [] : [{ ...each, key }];
  });
  const ids = keyed.map(({ listing }) => listing.id);
  const [moves, pairs] = await Promise.all([
    readPriceMoves(db, ids, Number.POSITIVE_INFINITY),
    pairsOfListings(
      db,
      keyed.map(({ listing }) => listing.externalId),
    ),
  ]);
  const valuer = await createValuer(db, valuation, [...pairs.values()]);
  const listings = keyed.map(({ listing, span, key }) => {
    const product = products.get(listing.catalogId) ?? null;
    const pair = pairs.get(listing.externalId) ?? null;
    const oldestFirst = (moves.get(listing.id) ?? []).toReversed();
    return replayed(listing, { span, key, product, pair, moves: oldestFirst, valuer });
  });
  return {
    listings,
    variants: [...new Map(keyed.map(({ key }) => [variantId(key), key])).values()],
    otherCondition: offered.length - good.length,
    withoutSize: good.length - keyed.length,
  };
}

/** A log that was cut tells nothing of the time before its oldest line. */
async function knownSince(db: ArchvdDatabase, from: Instant): Promise<Instant> {
  if ((await db.activity.count()) < LOG_KEPT) return from;
  const oldest = (await db.activity.orderBy('at').first())?.at ?? from;
  return oldest > from ? oldest : from;
}

async function productsOf(db: ArchvdDatabase): Promise<ReadonlyMap<string, Product>> {
  return new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
}

/** When listings sold, by the marketplace's id; sales that were reversed are none. */
async function soldTimes(db: ArchvdDatabase, from: Instant): Promise<ReadonlyMap<string, Instant>> {
  const sales = (await db.sales.where('soldAt').aboveOrEqual(from).toArray()).filter(
    ({ marketplace, status }) => marketplace === 'alias' && status !== 'reversed',
  );
  const orders = await rowsByKey(
    db.orders,
    '[marketplace+externalId]',
    sales.map(({ externalOrderId }) => ['alias', externalOrderId]),
  );
  return new Map(
    orders.flatMap(({ externalListingId, soldAt }) =>
      externalListingId === null ? [] : [[externalListingId, soldAt]],
    ),
  );
}

type Span = Pick<ReplayedListing, 'from' | 'until' | 'soldAt'>;

/** null: it was not on sale in this time, as far as the books know. */
function spanOf(listing: Listing, soldAt: Instant | null, from: Instant, to: Instant): Span | null {
  const { createdAt, listedAt, activatedAt, deletedAt, missingSince, changedAt } = listing;
  const since = Math.max(from, createdAt, activatedAt ?? listedAt) as Instant;
  const until = soldAt !== null || isLive(listing) ? null : (deletedAt ?? missingSince ?? changedAt);
  if (since >= to || (until !== null && until <= since)) return null;
  return { from: soldAt !== null && soldAt < since ? from : since, until, soldAt };
}

interface Around {
  readonly span: Span;
  readonly key: VariantKey;
  readonly product: Product | null;
  readonly pair: Pair | null;
  readonly moves: readonly PriceMove[];
  readonly valuer: Valuer;
}

function replayed(listing: Listing, { span, key, product, pair, moves, valuer }: Around): ReplayedListing {
  const { id, externalId, catalogId, condition, packaging, consigned, listedAt, styleCode } = listing;
  const told = { id, externalId, catalogId, condition, packaging, consigned, listedAt, styleCode };
  const before = moves.findLast(({ at }) => at <= span.from);
  return {
    ...span,
    listing: {
      ...told,
      usSize: key.usSize,
      brand: product?.brand ?? pair?.brand ?? '',
      tags: pair?.tags ?? [],
      minimum: pair?.priceMinimum ?? null,
      maximum: pair?.priceMaximum ?? null,
      catalogueMinimum: product?.minimumListingPrice ?? null,
      catalogueMaximum: product?.maximumListingPrice ?? null,
    },
    firstPrice: before?.to ?? moves[0]?.from ?? listing.price,
    moves,
    variant: variantId(key),
    size: sizeKey(key),
    basis: valuer.basis(pair),
    profitAt: (price) => valuer.estimate(price, pair).profit?.minor ?? null,
  };
}
