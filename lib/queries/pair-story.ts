import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow, PriceHistoryRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import { readMarket, type MarketFigures, type MarketLookup } from './market-figures';
import { newestFirst } from './newest-first';

export interface PairStory {
  readonly pair: Pair;
  readonly product: Product | null;
  readonly listing: Listing | null;
  /** Newest first; more than one when an earlier sale was reversed. */
  readonly sales: readonly { readonly sale: Sale; readonly order: Order | null }[];
  readonly market: MarketFigures;
  /** What was observed of the pair's variant, oldest first, at most the newest 500. */
  readonly priceHistory: readonly PriceHistoryRow[];
  /** What was done to the pair, its listing and its sales, newest first, at most 100. */
  readonly activity: readonly ActivityRow[];
}

/** Everything known of one pair; null when there is none by this id. */
export async function pairStory(db: ArchvdDatabase, pairId: string): Promise<PairStory | null> {
  const pair = await db.inventory.get(pairId);
  if (pair === undefined) return null;
  const [market, listing, sales] = await Promise.all([
    readMarket(db, [pair]),
    listingOf(db, pair),
    salesOf(db, pairId),
  ]);
  const subjects = [
    pairId,
    ...(listing === null ? [] : [listing.id]),
    ...sales.flatMap(({ sale, order }) => [sale.id, order?.id ?? sale.id]),
  ];
  const [priceHistory, activity] = await Promise.all([historyOf(db, market.priceId(pair)), activityOf(db, subjects)]);
  return {
    pair,
    product: market.product(pair.catalogId),
    listing,
    sales,
    market: market.figures(pair),
    priceHistory,
    activity,
  };
}

async function listingOf(db: ArchvdDatabase, pair: Pair): Promise<Listing | null> {
  if (pair.goatListingId === null) return null;
  return (await db.listings.where('[marketplace+externalId]').equals(['alias', pair.goatListingId]).first()) ?? null;
}

async function salesOf(db: ArchvdDatabase, pairId: string): Promise<PairStory['sales']> {
  const sales = await db.sales.where('pairId').equals(pairId).toArray();
  const orders = await db.orders
    .where('[marketplace+externalId]')
    .anyOf(sales.map((sale) => [sale.marketplace, sale.externalOrderId]))
    .toArray();
  return sales
    .toSorted((a, b) => b.soldAt - a.soldAt)
    .map((sale) => ({ sale, order: orders.find((order) => order.externalId === sale.externalOrderId) ?? null }));
}

async function historyOf(db: ArchvdDatabase, variant: ReturnType<MarketLookup['priceId']>): Promise<PriceHistoryRow[]> {
  if (variant === null) return [];
  const range = db.marketPriceHistory.where('[variantId+at]').between([variant, Dexie.minKey], [variant, Dexie.maxKey]);
  return (await newestFirst(range).limit(500).toArray()).toReversed();
}

async function activityOf(db: ArchvdDatabase, subjects: readonly string[]): Promise<ActivityRow[]> {
  const rows = await db.activity
    .where('entity.id')
    .anyOf([...new Set(subjects)])
    .toArray();
  return rows.toSorted((a, b) => b.at - a.at).slice(0, 100);
}
