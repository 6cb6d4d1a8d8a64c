import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair, PairStatus } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import { priceAt } from '@/lib/domain/pnl/unrealised';
import type { Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { createMatcher } from './match-text';
import { namedPair } from './named-pair';
import { readPnlSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import { createValuer, type Estimate, type Valuer, type Valuation } from './valuation';

export interface PairFilter {
  readonly status?: PairStatus;
  readonly missingCost?: boolean;
  readonly brand?: string;
  readonly search?: string;
}

export interface PairRequest {
  readonly filter: PairFilter;
  readonly sort: { readonly by: 'status' | 'name' | 'size' | 'bought'; readonly descending: boolean };
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
  /** What stock that is not listed would bring one unit under the lowest ask; null for any other, or without an ask. */
  readonly unlisted: { readonly price: Money; readonly estimate: Estimate } | null;
  /** How a sold pair was sold; null for any other. */
  readonly sold: PairSold | null;
}

export interface PairSold {
  readonly sale: Sale;
  /** Fees, cost and profit; null when an amount has no rate into the currency asked for. */
  readonly line: PnlLine | null;
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
  const pairs = await readPairs(db, request);
  const found = pairs.filter(createFilter(request.filter)).toSorted(ordering(request.sort));
  const shown = found.slice(request.offset, request.offset + request.limit);
  const [market, listings, valuer, sold] = await Promise.all([
    readMarket(db, shown),
    listingsOf(db, shown),
    createValuer(db, request.valuation, shown),
    salesOf(db, shown, request.valuation),
  ]);
  return {
    total: found.length,
    rows: shown.map((pair) => toRow(pair, { market, listings, valuer, sold })),
    counts: countChips(pairs),
  };
}

/** Names are looked up only when they decide which rows are shown; the rows themselves are named one by one. */
async function readPairs(db: ArchvdDatabase, { filter, sort }: PairRequest): Promise<Pair[]> {
  const pairs = (await db.inventory.toArray()).filter((pair) => pair.deletedAt === null);
  const namesDecide =
    (filter.search ?? '').trim() !== '' || filter.brand !== undefined || sort.by === 'name' || sort.by === 'size';
  if (!namesDecide) return pairs;
  const products = new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
  return pairs.map((pair) => namedPair(pair, products.get(pair.catalogId ?? '') ?? null));
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

/** Made once: comparing with it is several times as quick as `localeCompare`, and thousands of names are sorted. */
const byName = new Intl.Collator('en');

/** What the seller holds comes before what is gone. */
const RANK: Record<PairStatus, number> = { 'in-stock': 0, listed: 1, returned: 2, sold: 3, 'written-off': 4 };

function ordering({ by, descending }: PairRequest['sort']): (a: Pair, b: Pair) => number {
  const newest = (pair: Pair): number => pair.soldAt ?? pair.boughtAt ?? pair.createdAt;
  const order: Record<PairRequest['sort']['by'], (a: Pair, b: Pair) => number> = {
    status: (a, b) => RANK[a.status] - RANK[b.status] || newest(b) - newest(a),
    name: (a, b) => byName.compare(a.name, b.name) || a.size.value - b.size.value,
    size: (a, b) => a.size.value - b.size.value || byName.compare(a.name, b.name),
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

/** The newest sale that stands of each sold pair. */
async function salesOf(
  db: ArchvdDatabase,
  shown: readonly Pair[],
  valuation: Valuation,
): Promise<ReadonlyMap<string, PairSold>> {
  const pairs = new Map(shown.filter(({ status }) => status === 'sold').map((pair) => [pair.id, pair]));
  if (pairs.size === 0) return new Map();
  const [sales, settings] = await Promise.all([
    db.sales
      .where('pairId')
      .anyOf([...pairs.keys()])
      .toArray(),
    readPnlSettings(db, valuation),
  ]);
  const standing = sales.filter(({ status }) => status !== 'reversed').toSorted((a, b) => a.soldAt - b.soldAt);
  const rated = await rateSales(db, standing, (sale) => pairs.get(sale.pairId), valuation);
  return new Map(
    rated.map((sale) => [sale.pairId, { sale, line: pnlLine(sale, pairs.get(sale.pairId) ?? null, settings) }]),
  );
}

interface RowSources {
  readonly market: MarketLookup;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly valuer: Valuer;
  readonly sold: ReadonlyMap<string, PairSold>;
}

function toRow(pair: Pair, { market, listings, valuer, sold }: RowSources): PairRow {
  const listing = listings.get(pair.goatListingId ?? '') ?? null;
  const product = market.product(pair.catalogId);
  const figures = market.figures(pair);
  const asPrice = pair.status === 'in-stock' ? priceAt(figures, 'lowest-ask-minus-1') : null;
  return {
    pair: namedPair(pair, product),
    product,
    listing,
    sold: sold.get(pair.id) ?? null,
    market: figures,
    unlisted: asPrice === null ? null : { price: asPrice, estimate: valuer.estimate(asPrice, pair) },
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
