import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow, PriceHistoryRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isSamePairAgain } from '@/lib/domain/inventory/same-pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { isGone } from '@/lib/domain/listings/listing-state';
import type { Order } from '@/lib/domain/orders/order';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import { isStock, priceAt, type ValuationBasis } from '@/lib/domain/pnl/unrealised';
import type { Money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { namedPair } from './named-pair';
import { newestFirst } from './newest-first';
import { expensesOfPairs } from './pnl-expenses';
import { readSaleSettings } from './pnl-settings';
import { rateSales } from './sale-rates';
import { createValuer, type Estimate, type Valuation } from './valuation';
import { activityOf } from './activity-of';

export interface PairStory {
  readonly pair: Pair;
  readonly product: Product | null;
  readonly listing: Listing | null;
  /** Newest first; more than one when an earlier sale was reversed. */
  readonly sales: readonly SaleStory[];
  /** What it would bring now, one way after the other; empty for a pair that is not stock any more. */
  readonly ways: readonly WayToSell[];
  /** What a sale at its own listing's price would bring; null while it is not listed. */
  readonly atOwnAsk: Estimate | null;
  readonly market: MarketFigures;
  /** The seller's own picture as a `data:` URL. */
  readonly photo: string | null;
  /** alias has its listing, on sale or not: what shoes it is, is said there. */
  readonly toldByAlias: boolean;
  /**
   * Probably the same pair from before it was taken off alias and listed again, with what it cost: a person decides.
   */
  readonly earlier: Pair | null;
  /** What was observed of the pair's variant, oldest first, at most the newest 500. */
  readonly priceHistory: readonly PriceHistoryRow[];
  /** What was done to the pair, its listing and its sales, newest first, at most 100. */
  readonly activity: readonly ActivityRow[];
}

export interface SaleStory {
  readonly sale: Sale;
  readonly order: Order | null;
  /** Fees, cost and profit; null when it was reversed or an amount has no rate into the currency asked for. */
  readonly line: PnlLine | null;
}

export interface WayToSell {
  readonly basis: ValuationBasis;
  /** null: the market has no such price now, and so there is no estimate. */
  readonly price: Money | null;
  readonly estimate: Estimate | null;
}

const BASES: readonly ValuationBasis[] = ['lowest-ask-minus-1', 'highest-offer', 'last-sale'];

/** Everything known of one pair; null when there is none by this id, or it was deleted. */
export async function pairStory(db: ArchvdDatabase, pairId: string, valuation: Valuation): Promise<PairStory | null> {
  const pair = await db.inventory.get(pairId);
  if (pair === undefined || pair.deletedAt !== null) return null;
  const [market, listing, sales, valuer, photo, earlier] = await Promise.all([
    readMarket(db, [pair], valuation.regionId),
    listingOf(db, pair),
    salesOf(db, pair, valuation),
    createValuer(db, valuation, [pair]),
    db.photos.where('pairId').equals(pairId).first(),
    earlierOf(db, pair),
  ]);
  const subjects = [
    pairId,
    ...(listing === null ? [] : [listing.id]),
    ...sales.flatMap(({ sale, order }) => [sale.id, order?.id ?? sale.id]),
  ];
  const [priceHistory, activity] = await Promise.all([historyOf(db, market.priceId(pair)), activityOf(db, subjects)]);
  const product = market.product(pair.catalogId);
  const figures = market.figures(pair);
  const estimateAt = (price: Money | null) => (price === null ? null : valuer.estimate(price, pair));
  const ways = BASES.map((basis) => ({ basis, price: priceAt(figures, basis) }));
  return {
    pair: namedPair(pair, product),
    product,
    listing,
    sales,
    ways: isStock(pair) ? ways.map((way) => ({ ...way, estimate: estimateAt(way.price) })) : [],
    atOwnAsk: pair.status === 'listed' ? estimateAt(listing?.price ?? null) : null,
    market: figures,
    photo: photo?.dataUrl ?? null,
    toldByAlias: listing !== null && !isGone(listing),
    earlier,
    priceHistory,
    activity,
  };
}

async function listingOf(db: ArchvdDatabase, pair: Pair): Promise<Listing | null> {
  if (pair.goatListingId === null) return null;
  return (await db.listings.where('[marketplace+externalId]').equals(['alias', pair.goatListingId]).first()) ?? null;
}

/** The newest of the pairs this one probably was before; none while its cost is known. */
async function earlierOf(db: ArchvdDatabase, pair: Pair): Promise<Pair | null> {
  if (pair.cost !== null || pair.styleCode === null || pair.goatListingId === null) return null;
  const alike = await db.inventory.where('styleCode').equals(pair.styleCode).toArray();
  const candidates = alike.filter((each) => isSamePairAgain(pair, each)).toSorted((a, b) => b.createdAt - a.createdAt);
  for (const each of candidates) {
    const listing = await listingOf(db, each);
    if (listing === null || isGone(listing)) return each;
  }
  return null;
}

async function salesOf(db: ArchvdDatabase, pair: Pair, valuation: Valuation): Promise<SaleStory[]> {
  const sales = await db.sales.where('pairId').equals(pair.id).toArray();
  const [orders, settings] = await Promise.all([
    db.orders
      .where('[marketplace+externalId]')
      .anyOf(sales.map((sale) => [sale.marketplace, sale.externalOrderId]))
      .toArray(),
    readSaleSettings(db, valuation),
  ]);
  const [rated, expenses] = await Promise.all([
    rateSales(db, sales, () => pair, valuation),
    expensesOfPairs(db, valuation.currency, new Map([[pair.id, pair]])),
  ]);
  const ground = { expenses: expenses.get(pair.id) ?? null };
  return rated
    .toSorted((a, b) => b.soldAt - a.soldAt)
    .map((sale) => ({
      sale,
      order: orders.find((order) => order.externalId === sale.externalOrderId) ?? null,
      line: sale.status === 'reversed' ? null : pnlLine(sale, pair, settings, ground),
    }));
}

async function historyOf(db: ArchvdDatabase, variant: ReturnType<MarketLookup['priceId']>): Promise<PriceHistoryRow[]> {
  if (variant === null) return [];
  const range = db.marketPriceHistory.where('[variantId+at]').between([variant, Dexie.minKey], [variant, Dexie.maxKey]);
  return (await newestFirst(range).limit(500).toArray()).toReversed();
}
