import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Floor } from '@/lib/domain/fees/floor-price';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isGone, isLive } from '@/lib/domain/listings/listing-state';
import { DAY_MS } from '@/lib/domain/time/instant';
import { readMarket, type MarketFigures } from './market-figures';
import { createMatcher } from './match-text';
import { createValuer, type Estimate, type Valuation } from './valuation';

export interface ListingRequest {
  /** `live`: buyers can buy it. `off`: the marketplace has it, but it is not for sale. `gone`: sold or deleted. */
  readonly show: 'live' | 'off' | 'gone';
  readonly search: string;
  readonly sort: { readonly by: 'changed' | 'price' | 'listed' | 'name'; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
  readonly valuation: Valuation;
}

export interface ListingRow {
  readonly listing: Listing;
  readonly product: Product | null;
  readonly pair: Pair | null;
  readonly market: MarketFigures;
  /** What a sale at the own price would bring. */
  readonly estimate: Estimate;
  readonly floor: Floor;
  /** Whole days since it was listed. */
  readonly daysListed: number;
  /** A change on its way to the marketplace, the newest when there are several. */
  readonly pending: OutboxRow | null;
}

export interface ListingList {
  readonly total: number;
  readonly rows: readonly ListingRow[];
  /** All listings by what `show` would show, the search apart. */
  readonly counts: Readonly<Record<ListingRequest['show'], number>>;
}

/** The selling screen: listings read once, everything else only for the window. */
export async function listListings(db: ArchvdDatabase, request: ListingRequest): Promise<ListingList> {
  const [all, names] = await Promise.all([db.listings.toArray(), readNames(db, request)]);
  const nameOf = (listing: Listing): string => names.get(listing.catalogId)?.name ?? listing.rawSku;
  const matches = createMatcher(request.search);
  const found = all
    .filter((listing) => showing(listing) === request.show)
    .filter((listing) =>
      matches({
        styleCode: listing.rawSku,
        name: nameOf(listing),
        brand: names.get(listing.catalogId)?.brand ?? '',
        size: listing.size.value,
      }),
    )
    .toSorted(ordering(request.sort, nameOf));
  const counts = { live: 0, off: 0, gone: 0 };
  for (const listing of all) counts[showing(listing)] += 1;
  return {
    total: found.length,
    rows: await readRows(db, found.slice(request.offset, request.offset + request.limit), request.valuation),
    counts,
  };
}

function showing(listing: Listing): ListingRequest['show'] {
  return isGone(listing) ? 'gone' : isLive(listing) ? 'live' : 'off';
}

/** A listing carries no name: products are read only when names are searched or sorted by. */
async function readNames(db: ArchvdDatabase, { search, sort }: ListingRequest): Promise<ReadonlyMap<string, Product>> {
  if (search.trim() === '' && sort.by !== 'name') return new Map();
  return new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
}

/** Made once: comparing with it is several times as quick as `localeCompare`, and thousands of names are sorted. */
const byName = new Intl.Collator('en');

function ordering(
  { by, descending }: ListingRequest['sort'],
  nameOf: (listing: Listing) => string,
): (a: Listing, b: Listing) => number {
  const order: Record<ListingRequest['sort']['by'], (a: Listing, b: Listing) => number> = {
    changed: (a, b) => a.changedAt - b.changedAt,
    price: (a, b) => a.price.minor - b.price.minor,
    listed: (a, b) => a.listedAt - b.listedAt,
    name: (a, b) => byName.compare(nameOf(a), nameOf(b)) || a.size.value - b.size.value,
  };
  const sign = descending ? -1 : 1;
  return (a, b) => sign * order[by](a, b) || (a.id < b.id ? -1 : 1);
}

async function readRows(db: ArchvdDatabase, shown: readonly Listing[], valuation: Valuation): Promise<ListingRow[]> {
  const [market, pairs, pending] = await Promise.all([
    readMarket(db, shown, valuation.regionId),
    db.inventory
      .where('goatListingId')
      .anyOf(shown.map((listing) => listing.externalId))
      .toArray(),
    readPending(db, shown),
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
      estimate: valuer.estimate(listing.price, pair),
      floor: valuer.floor(pair, product),
      daysListed: Math.max(0, Math.floor((valuation.now - listing.listedAt) / DAY_MS)),
      pending: pending.get(listing.id) ?? null,
    };
  });
}

const ON_ITS_WAY: readonly OutboxRow['state'][] = ['pending', 'sending', 'unknown'];

async function readPending(db: ArchvdDatabase, listings: readonly Listing[]): Promise<ReadonlyMap<string, OutboxRow>> {
  const rows = await db.outbox
    .where('entityId')
    .anyOf(listings.map((listing) => listing.id))
    .toArray();
  const open = rows.filter((row) => ON_ITS_WAY.includes(row.state)).toSorted((a, b) => a.createdAt - b.createdAt);
  return new Map(open.map((row) => [row.entityId, row]));
}
