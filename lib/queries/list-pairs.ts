import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair, PairStatus } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { createMatcher } from './match-text';
import { createValuer, type Estimate, type Valuer, type Valuation } from './valuation';

export interface PairFilter {
  readonly status?: PairStatus;
  readonly missingCost?: boolean;
  readonly brand?: string;
  readonly search?: string;
}

export interface PairRequest {
  readonly filter: PairFilter;
  readonly sort: { readonly by: 'updated' | 'name' | 'size' | 'bought'; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
  /** How money is told and which fees apply. */
  readonly valuation: Valuation;
}

export interface PairRow {
  readonly pair: Pair;
  readonly product: Product | null;
  readonly listing: Listing | null;
  readonly market: MarketFigures;
  /** What a sale at the listing's own price would bring; null while it is not listed. */
  readonly estimate: Estimate | null;
}

/** How many pairs each filter chip would show, the text search apart. */
export interface PairCounts {
  readonly all: number;
  readonly byStatus: Readonly<Record<PairStatus, number>>;
  readonly missingCost: number;
  /** Most pairs first. */
  readonly brands: readonly { readonly brand: string; readonly pairs: number }[];
}

export interface PairList {
  /** Rows that match, of which `rows` is the window asked for. */
  readonly total: number;
  readonly rows: readonly PairRow[];
  readonly counts: PairCounts;
}

/**
 * The inventory screen. The pairs themselves are read once (no index answers free text and brand together); products,
 * listings and prices only for the window.
 */
export async function listPairs(db: ArchvdDatabase, request: PairRequest): Promise<PairList> {
  const pairs = (await db.inventory.toArray()).filter((pair) => pair.deletedAt === null);
  const found = pairs.filter(createFilter(request.filter)).toSorted(ordering(request.sort));
  const shown = found.slice(request.offset, request.offset + request.limit);
  const [market, listings, valuer] = await Promise.all([
    readMarket(db, shown),
    listingsOf(db, shown),
    createValuer(db, request.valuation, shown),
  ]);
  return {
    total: found.length,
    rows: shown.map((pair) => toRow(pair, { market, listings, valuer })),
    counts: countChips(pairs),
  };
}

/** A pair whose profit cannot be told until somebody says what it cost. */
function lacksCost(pair: Pair): boolean {
  return pair.cost === null && pair.status !== 'written-off';
}

function createFilter({ status, missingCost, brand, search }: PairFilter): (pair: Pair) => boolean {
  const matches = createMatcher(search ?? '');
  return (pair) =>
    (status === undefined || pair.status === status) &&
    (missingCost !== true || lacksCost(pair)) &&
    (brand === undefined || pair.brand === brand) &&
    matches({ ...pair, size: pair.size.value });
}

function ordering({ by, descending }: PairRequest['sort']): (a: Pair, b: Pair) => number {
  const order: Record<PairRequest['sort']['by'], (a: Pair, b: Pair) => number> = {
    updated: (a, b) => a.updatedAt - b.updatedAt,
    name: (a, b) => a.name.localeCompare(b.name) || a.size.value - b.size.value,
    size: (a, b) => a.size.value - b.size.value || a.name.localeCompare(b.name),
    bought: (a, b) => (a.boughtAt ?? 0) - (b.boughtAt ?? 0),
  };
  const sign = descending ? -1 : 1;
  // The id decides last, so that a window never shows a row twice.
  return (a, b) => sign * order[by](a, b) || (a.id < b.id ? -1 : 1);
}

async function listingsOf(db: ArchvdDatabase, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Listing>> {
  const keys = pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [['alias', pair.goatListingId]]));
  const rows = await db.listings.where('[marketplace+externalId]').anyOf(keys).toArray();
  return new Map(rows.map((listing) => [listing.externalId, listing]));
}

interface RowSources {
  readonly market: MarketLookup;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly valuer: Valuer;
}

function toRow(pair: Pair, { market, listings, valuer }: RowSources): PairRow {
  const listing = listings.get(pair.goatListingId ?? '') ?? null;
  return {
    pair,
    product: market.product(pair.catalogId),
    listing,
    market: market.figures(pair),
    estimate: pair.status === 'listed' && listing !== null ? valuer.estimate(listing.price, pair) : null,
  };
}

function countChips(pairs: readonly Pair[]): PairCounts {
  const byStatus: Record<PairStatus, number> = { 'in-stock': 0, listed: 0, sold: 0, returned: 0, 'written-off': 0 };
  const brands = new Map<string, number>();
  for (const pair of pairs) {
    byStatus[pair.status] += 1;
    brands.set(pair.brand, (brands.get(pair.brand) ?? 0) + 1);
  }
  return {
    all: pairs.length,
    byStatus,
    missingCost: pairs.filter(lacksCost).length,
    brands: [...brands]
      .map(([brand, count]) => ({ brand, pairs: count }))
      .toSorted((a, b) => b.pairs - a.pairs || a.brand.localeCompare(b.brand)),
  };
}
