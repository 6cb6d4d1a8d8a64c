import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { Product } from '@/lib/domain/catalog/product';
import type { Listing } from '@/lib/domain/listings/listing';
import { variantId, type MarketPrice, type VariantKey } from '@/lib/domain/market/quote';
import { variantOfShoe } from '@/lib/domain/market/variant-of-shoe';
import type { Money } from '@/lib/domain/money/money';
import type { VariantMarket } from '@/lib/domain/repricing/decision';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { readSizeSales, sizeKey } from './size-sales';

/** What listings of one kind have in common, as far as the market goes. */
export interface ListedVariant {
  /** `variantId` of the pooled figures; null: its US size is not known. */
  readonly id: string | null;
  readonly usSize: number | null;
  readonly market: VariantMarket;
}

interface Asked {
  readonly now: Instant;
  /** Region whose prices count; null: those of everywhere. */
  readonly regionId: string | null;
}

/**
 * The market of many listings, each variant's read and built once however many listings are of it: thousands of pairs of
 * one size cost as much as one.
 */
export async function readListedVariants(
  db: ArchvdDatabase,
  listings: readonly Listing[],
  products: ReadonlyMap<string, Product>,
  { now, regionId }: Asked,
): Promise<(listing: Listing) => ListedVariant> {
  const keys = new Map<string, VariantKey>();
  const idOf = new Map<string, string | null>();
  for (const listing of listings) {
    const key = variantOfShoe(listing, products.get(listing.catalogId), regionId);
    if (key !== null) keys.set(variantId(key), key);
    idOf.set(listing.id, key === null ? null : variantId(key));
  }
  const readAt = await readTimes(db, [...new Set(listings.map(({ catalogId }) => catalogId))], regionId);
  const markets = await readMarkets(db, keys, readAt, now);
  return (listing) => {
    const id = idOf.get(listing.id) ?? null;
    const known = id === null ? undefined : markets.get(id);
    if (known !== undefined) return { id, usSize: keys.get(id ?? '')?.usSize ?? null, market: known };
    return { id: null, usSize: null, market: { ...NOTHING, readAt: readAt.get(listing.catalogId) ?? null } };
  };
}

const NOTHING: VariantMarket = {
  readAt: null,
  lowestAsk: null,
  highestOffer: null,
  lastSale: null,
  lowestAskConsigned: null,
  lowestAskWithYou: null,
  sales: [],
  salesReadAt: null,
  askADayAgo: null,
  askAWeekAgo: null,
};

async function readTimes(
  db: ArchvdDatabase,
  catalogIds: readonly string[],
  regionId: string | null,
): Promise<ReadonlyMap<string, Instant | null>> {
  const cursors = await db.cursors.bulkGet(catalogIds.map((id) => pricesCursorId(id, regionId)));
  return new Map(catalogIds.map((id, nth) => [id, cursors[nth]?.finishedAt ?? null]));
}

async function readMarkets(
  db: ArchvdDatabase,
  keys: ReadonlyMap<string, VariantKey>,
  readAt: ReadonlyMap<string, Instant | null>,
  now: Instant,
): Promise<ReadonlyMap<string, VariantMarket>> {
  const variants = [...keys];
  const [prices, sales] = await Promise.all([readPrices(db, variants), readSizeSales(db, [...keys.values()], now)]);
  const ids = variants.map(([id]) => id);
  const [aDayAgo, aWeekAgo] = await Promise.all([
    asksAt(db, ids, prices, shiftInstant(now, -DAY_MS)),
    asksAt(db, ids, prices, shiftInstant(now, -7 * DAY_MS)),
  ]);
  return new Map(
    variants.map(([id, key]) => {
      const price = prices.get(id);
      const sold = sales.get(sizeKey(key));
      const market: VariantMarket = {
        readAt: readAt.get(key.catalogId) ?? null,
        lowestAsk: price?.lowestAsk ?? null,
        highestOffer: price?.highestOffer ?? null,
        lastSale: price?.lastSale ?? null,
        lowestAskConsigned: prices.get(variantId({ ...key, consigned: true }))?.lowestAsk ?? null,
        lowestAskWithYou: prices.get(variantId({ ...key, consigned: false }))?.lowestAsk ?? null,
        sales: sold?.sales ?? [],
        salesReadAt: sold?.readAt ?? null,
        askADayAgo: aDayAgo.get(id) ?? null,
        askAWeekAgo: aWeekAgo.get(id) ?? null,
      };
      return [id, market];
    }),
  );
}

/** Pooled figures, and those of consigned pairs and of pairs with their sellers where they were read apart. */
async function readPrices(
  db: ArchvdDatabase,
  variants: readonly (readonly [string, VariantKey])[],
): Promise<ReadonlyMap<string, MarketPrice>> {
  const ids = variants.flatMap(([id, key]) => [
    id,
    variantId({ ...key, consigned: true }),
    variantId({ ...key, consigned: false }),
  ]);
  const found = await db.marketPrices.bulkGet(ids);
  return new Map(found.flatMap((price) => (price === undefined ? [] : [[price.id, price]])));
}

/**
 * Lowest asks as they were at a moment. A price row is changed when a figure changes, so what has stood since then is
 * the answer by itself; the others are looked up, one step of the index each.
 */
async function asksAt(
  db: ArchvdDatabase,
  ids: readonly string[],
  prices: ReadonlyMap<string, MarketPrice>,
  at: Instant,
): Promise<ReadonlyMap<string, Money>> {
  const asks = await Promise.all(
    ids.map(async (id): Promise<readonly [string, Money | null]> => {
      const price = prices.get(id);
      if (price === undefined || price.createdAt > at) return [id, null];
      if (price.updatedAt <= at) return [id, price.lowestAsk];
      const before = db.marketPriceHistory.where('[variantId+at]').between([id, Dexie.minKey], [id, at], true, true);
      return [id, (await before.last())?.lowestAsk ?? null];
    }),
  );
  return new Map(asks.flatMap(([id, ask]) => (ask === null ? [] : [[id, ask]])));
}
