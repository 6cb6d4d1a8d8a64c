import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import type { Listing } from '@/lib/domain/listings/listing';
import { variantId } from '@/lib/domain/market/quote';
import { toUsSize } from '@/lib/domain/sizes/allowed-sizes';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';
import { readPriceMoves } from './price-moves';

/** A value in minor units of the listing's currency, as it was from then on; null: none, or not known. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number | null;
}

/** What rules could do with a listing's price, from then on. */
export interface BandPoint {
  readonly at: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One listing over time; all in its own currency, oldest first. */
export interface ListingChart {
  readonly currency: CurrencyCode;
  readonly own: readonly ChartPoint[];
  readonly asks: readonly ChartPoint[];
  readonly offers: readonly ChartPoint[];
  /** Floor and ceiling as the decisions about it had them. */
  readonly band: readonly BandPoint[];
  /** What its size was sold for, of any condition: alias tells none. */
  readonly sales: readonly ChartPoint[];
}

/** As far back as sales and decisions say something about a price. */
const LOOK_BACK_MS = 90 * DAY_MS;
const MOST = 500;

/** Own price, floor and ceiling, lowest ask, highest offer and sales of a listing in the last 90 days; null: it is not known. */
export async function listingChart(
  db: ArchvdDatabase,
  listingId: string,
  { now, regionId }: { readonly now: Instant; readonly regionId: string | null },
): Promise<ListingChart | null> {
  const listing = await db.listings.get(listingId);
  if (listing === undefined) return null;
  const since = shiftInstant(now, -LOOK_BACK_MS);
  const product = await db.products.where('catalogId').equals(listing.catalogId).first();
  const usSize = product === undefined ? null : toUsSize(product, listing.size);
  const [moves, market, decisions, sales] = await Promise.all([
    readPriceMoves(db, [listingId], MOST),
    usSize === null ? [] : readHistory(db, listing, usSize, regionId, since),
    newestFirst(db.repricingDecisions.where('[listingId+at]').between([listingId, since], [listingId, Dexie.maxKey]))
      .limit(MOST)
      .toArray(),
    usSize === null ? [] : readSales(db, listing.catalogId, usSize, since),
  ]);
  const { currency } = listing.price;
  const minor = (amount: Money | null) => (amount === null || amount.currency !== currency ? null : amount.minor);
  const begins = [market[0]?.at, decisions.at(-1)?.at, sales.at(-1)?.purchasedAt].filter((at) => at !== undefined);
  return {
    currency,
    own: beginningAt(ownSteps(listing, (moves.get(listingId) ?? []).toReversed()), Math.min(now, ...begins) - DAY_MS),
    asks: market.map((row) => ({ at: row.at, value: minor(row.lowestAsk) })),
    offers: market.map((row) => ({ at: row.at, value: minor(row.highestOffer) })),
    band: decisions.toReversed().map(({ at, decision: { floor, ceiling } }) => ({
      at,
      low: minor('kind' in floor ? (floor.kind === 'known' ? floor.floor : null) : floor),
      high: minor(ceiling),
    })),
    sales: sales
      .toReversed()
      .flatMap(({ purchasedAt, price }) =>
        price.currency === currency ? [{ at: purchasedAt, value: price.minor }] : [],
      ),
  };
}

/** The same steps from a moment on: what was before the rest is known says nothing beside it. */
function beginningAt(points: readonly ChartPoint[], start: number): readonly ChartPoint[] {
  const before = points.findLast(({ at }) => at < start);
  const inside = points.filter(({ at }) => at >= start);
  return before === undefined ? inside : [{ at: start, value: before.value }, ...inside];
}

type Move = NonNullable<ReturnType<Awaited<ReturnType<typeof readPriceMoves>>['get']>>[number];

/** From its listing on, move by move, until it was gone. */
function ownSteps(listing: Listing, moves: readonly Move[]): readonly ChartPoint[] {
  const { currency, minor } = listing.price;
  const known = moves.filter(({ from, to }) => from.currency === currency && to.currency === currency);
  const gone = listing.deletedAt ?? (listing.status === 'sold' ? listing.changedAt : null);
  return [
    { at: listing.listedAt, value: known[0]?.from.minor ?? minor },
    ...known.map(({ at, to }) => ({ at, value: to.minor })),
    ...(gone === null ? [] : [{ at: gone, value: null }]),
  ];
}

async function readHistory(
  db: ArchvdDatabase,
  { catalogId, condition, packaging }: Listing,
  usSize: number,
  regionId: string | null,
  since: Instant,
) {
  const id = variantId({ marketplace: 'alias', catalogId, usSize, condition, packaging, consigned: null, regionId });
  const rows = db.marketPriceHistory.where('[variantId+at]').between([id, since], [id, Dexie.maxKey]);
  return (await newestFirst(rows).limit(MOST).toArray()).toReversed();
}

function readSales(db: ArchvdDatabase, catalogId: string, usSize: number, since: Instant) {
  const rows = db.marketSales
    .where('[catalogId+usSize+purchasedAt]')
    .between([catalogId, usSize, since], [catalogId, usSize, Dexie.maxKey]);
  return newestFirst(rows).limit(MOST).toArray();
}
