import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Floor } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import { subtract } from '@/lib/domain/money/arithmetic';
import type { Money } from '@/lib/domain/money/money';
import { DAY_MS } from '@/lib/domain/time/instant';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { createMatcher } from './match-text';
import { listingFigure, listingsByName, type ListingSort } from './listing-order';
import { readListingWrites } from './listing-writes';
import { createValuer, type Estimate, type Valuation } from './valuation';

/** Against the lowest ask of the same size, condition and box. `none`: no ask is known. */
export const LISTING_POSITIONS = ['lowest', 'undercut', 'below-floor', 'none'] as const;

export type ListingPosition = (typeof LISTING_POSITIONS)[number];

export interface ListingRequest {
  /** `live`: buyers can buy it. `off`: the marketplace has it, but it is not for sale. `gone`: sold or deleted. */
  readonly show: 'live' | 'off' | 'gone';
  readonly search: string;
  /** How it stands against the market; left out: however. */
  readonly position?: ListingPosition;
  readonly sort: { readonly by: ListingSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
  readonly valuation: Valuation;
}

export interface ListingRow {
  readonly listing: Listing;
  readonly product: Product | null;
  readonly pair: Pair | null;
  readonly market: MarketFigures;
  /** How far its price lies above the lowest ask, which may be its own; zero or less: nobody asks less. Null: no ask is known. */
  readonly above: Money | null;
  /** What a sale at the own price would bring. */
  readonly estimate: Estimate;
  readonly floor: Floor;
  /** Whole days since it was listed. */
  readonly daysListed: number;
  /** A change on its way to the marketplace, the newest when there are several. */
  readonly pending: OutboxRow | null;
  /** A change that ended otherwise than wanted, until the person has waved it away or something newer is under way. */
  readonly failed: OutboxRow | null;
}

export interface ListingList {
  readonly total: number;
  /** Own ids of everything found, in order: what can be marked without being read. */
  readonly ids: readonly string[];
  readonly rows: readonly ListingRow[];
  /** Of those that match the search, how many stand how; those below their floor are told only when they are asked for. */
  readonly positions: Readonly<Record<Exclude<ListingPosition, 'below-floor'>, number>>;
  /** All listings by what `show` would show, the search apart. */
  readonly counts: Readonly<Record<ListingRequest['show'], number>>;
}

/**
 * The selling screen: listings and their market read once; pairs, fees and what is on its way only for the window, unless
 * the order or the filter is about what they tell.
 */
export async function listListings(db: ArchvdDatabase, request: ListingRequest): Promise<ListingList> {
  const { show, position, sort, offset, limit, valuation } = request;
  const [all, names] = await Promise.all([db.listings.toArray(), readNames(db, request)]);
  const nameOf = (listing: Listing): string => names.get(listing.catalogId)?.name ?? listing.rawSku;
  const matches = createMatcher(request.search);
  const matching = all.filter(
    (listing) =>
      showing(listing) === show &&
      matches({
        styleCode: listing.rawSku,
        name: nameOf(listing),
        brand: names.get(listing.catalogId)?.brand ?? '',
        size: listing.size.value,
      }),
  );
  const market = await readMarket(db, matching, valuation.regionId);
  const positions = { lowest: 0, undercut: 0, none: 0 };
  for (const listing of matching) positions[standing(listing, market)] += 1;
  const counts = { live: 0, off: 0, gone: 0 };
  for (const listing of all) counts[showing(listing)] += 1;
  const told = { counts, positions };
  const rows = (some: readonly Listing[]) => readRows(db, some, market, valuation);
  if (position === 'below-floor' || sort.by === 'floor' || sort.by === 'profit') {
    const found = (await rows(matching)).filter((row) => fits(row, position)).toSorted(rowOrder(sort, nameOf));
    return { total: found.length, ids: idsOf(found), rows: found.slice(offset, offset + limit), ...told };
  }
  const found = matching
    .filter((listing) => position === undefined || standing(listing, market) === position)
    .map((listing) => ({ listing, market: market.figures(listing), above: aboveLowest(listing, market) }))
    .toSorted(rowOrder(sort, nameOf));
  const shown = found.slice(offset, offset + limit).map(({ listing }) => listing);
  return { total: found.length, ids: idsOf(found), rows: await rows(shown), ...told };
}

/** The same rows for listings that are known by their own ids, in that order; one that is gone is left out. */
export async function readListingRows(
  db: ArchvdDatabase,
  ids: readonly string[],
  valuation: Valuation,
): Promise<readonly ListingRow[]> {
  const listings = (await db.listings.bulkGet([...ids])).flatMap((listing) => listing ?? []);
  return readRows(db, listings, await readMarket(db, listings, valuation.regionId), valuation);
}

function idsOf(found: readonly Pick<ListingRow, 'listing'>[]): string[] {
  return found.map(({ listing }) => listing.id);
}

function showing(listing: Listing): ListingRequest['show'] {
  return isGone(listing) ? 'gone' : isLive(listing) ? 'live' : 'off';
}

function aboveLowest(listing: Listing, market: MarketLookup): Money | null {
  const { lowestAsk } = market.figures(listing);
  return lowestAsk === null || lowestAsk.currency !== listing.price.currency
    ? null
    : subtract(listing.price, lowestAsk);
}

function standing(listing: Listing, market: MarketLookup): Exclude<ListingPosition, 'below-floor'> {
  const above = aboveLowest(listing, market);
  return above === null ? 'none' : above.minor > 0 ? 'undercut' : 'lowest';
}

function fits({ above, listing, floor }: ListingRow, position: ListingPosition | undefined): boolean {
  if (position === undefined) return true;
  if (position === 'below-floor') return floor.kind === 'known' && listing.price.minor < floor.floor.minor;
  return position === (above === null ? 'none' : above.minor > 0 ? 'undercut' : 'lowest');
}

/** A listing carries no name: products are read only when names are searched or sorted by. */
async function readNames(db: ArchvdDatabase, { search, sort }: ListingRequest): Promise<ReadonlyMap<string, Product>> {
  if (search.trim() === '' && sort.by !== 'name') return new Map();
  return new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
}

type Sortable = Pick<ListingRow, 'listing' | 'market' | 'above'> & Partial<Pick<ListingRow, 'floor' | 'estimate'>>;

/** What is not known comes last, whichever way. */
function rowOrder(
  { by, descending }: ListingRequest['sort'],
  nameOf: (listing: Listing) => string,
): (a: Sortable, b: Sortable) => number {
  const sign = descending ? -1 : 1;
  const last = (a: Sortable, b: Sortable) => (a.listing.id < b.listing.id ? -1 : 1);
  if (by === 'name') return (a, b) => sign * listingsByName(a.listing, b.listing, nameOf) || last(a, b);
  return (a, b) => {
    const [left, right] = [listingFigure(a, by), listingFigure(b, by)];
    if (left === null || right === null) return left === right ? last(a, b) : left === null ? 1 : -1;
    return sign * (left - right) || last(a, b);
  };
}

/** Above this many, all listed pairs in one go are read quicker than each by its listing. */
const MANY = 600;

async function readPairs(db: ArchvdDatabase, shown: readonly Listing[]): Promise<Pair[]> {
  if (shown.length > MANY) return db.inventory.where('status').equals('listed').toArray();
  const ids = shown.map((listing) => listing.externalId);
  return db.inventory.where('goatListingId').anyOf(ids).toArray();
}

async function readRows(
  db: ArchvdDatabase,
  shown: readonly Listing[],
  market: MarketLookup,
  valuation: Valuation,
): Promise<ListingRow[]> {
  const [pairs, writes] = await Promise.all([
    readPairs(db, shown),
    readListingWrites(
      db,
      shown.map(({ id }) => id),
    ),
  ]);
  const valuer = await createValuer(db, valuation, pairs);
  const pairOf = new Map(pairs.map((pair) => [pair.goatListingId, pair]));
  return shown.map((listing) => {
    const pair = pairOf.get(listing.externalId) ?? null;
    const product = market.product(listing.catalogId);
    return {
      listing,
      product,
      pair,
      market: market.figures(listing),
      above: aboveLowest(listing, market),
      estimate: valuer.estimate(listing.price, pair),
      floor: valuer.floor(pair, product),
      daysListed: Math.max(0, Math.floor((valuation.now - listing.listedAt) / DAY_MS)),
      ...writes(listing.id),
    };
  });
}
