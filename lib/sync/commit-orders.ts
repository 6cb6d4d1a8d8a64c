import type { ArchvdDatabase } from '@/lib/db/database';
import { appendActivity } from '@/lib/db/repositories/activity';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { fxRatesByDay } from '@/lib/db/repositories/fx';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Product } from '@/lib/domain/catalog/product';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isStandIn } from '@/lib/domain/inventory/stand-in';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { isFinished } from '@/lib/domain/orders/order-stage';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { withOwnSizes } from './correct-order-sizes';
import { mergeOrders } from './merge-orders';
import type { OrderEvent, StandIn } from './order-merge';
import type { SyncDeps } from './sync-run';

/** Something that happened to an order, with what is known to tell it well. */
export interface OrderNews extends OrderEvent {
  /** null: not read from the catalogue yet. */
  readonly product: Product | null;
  /** What the sale leaves, in the seller's currency; null when an amount has no rate into it. */
  readonly line: PnlLine | null;
}

export interface OrderNotice {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly route?: string;
}

interface OrderCommit {
  readonly facts: readonly OrderFacts[];
  readonly displayCurrency: CurrencyCode;
  readonly feeProfile: FeeProfile;
  readonly now: Instant;
  /** False while the history is read for the first time: old sales are no news. */
  readonly tellNews: boolean;
  /** Orders that came into the books since then are news still; null: only what is not in the books is. */
  readonly newsSince: Instant | null;
  /** The request that told of an order, for the activity log. */
  requestIdOf(order: OrderFacts): string | null;
  /** null: nobody needs to be told what they did themselves; the activity keeps it all the same. */
  readonly notice: ((news: OrderNews) => OrderNotice) | null;
}

/** What writing orders needs of the world. */
type OrderBooks = Pick<SyncDeps, 'db' | 'random'> & { readonly marketplace: Pick<SyncDeps['marketplace'], 'id'> };

/** Tables `writeOrders` touches, for the transaction around it. */
export function orderTables(db: ArchvdDatabase) {
  return [
    db.orders,
    db.sales,
    db.inventory,
    db.listings,
    db.products,
    db.feeSchedules,
    db.fxRates,
    db.notices,
    db.activity,
  ];
}

interface OrderWrites {
  readonly written: number;
  /** True when the page held an order that was new or not finished: an earlier page may hold more. */
  readonly worthGoingOn: boolean;
}

/** Merges a page of orders into the books. To be called inside a transaction over `orderTables`. */
export async function writeOrders(deps: OrderBooks, input: OrderCommit): Promise<OrderWrites> {
  const { db, marketplace } = deps;
  const ids = input.facts.map((order) => [marketplace.id, order.externalId]);
  const listingIds = input.facts.flatMap((order) =>
    order.externalListingId === null ? [] : [order.externalListingId],
  );
  const numbers = input.facts.map((order) => [marketplace.id, order.orderNumber]);
  const [known, sales, fileSales, listed] = await Promise.all([
    rowsByKey(db.orders, '[marketplace+externalId]', ids),
    rowsByKey(db.sales, '[marketplace+externalOrderId]', ids),
    rowsByKey(db.sales, '[marketplace+externalOrderId]', numbers),
    rowsByKey(db.inventory, 'goatListingId', listingIds),
  ]);
  const rivals = await readRivals(db, input.facts, sales);
  const missing = [...sales, ...fileSales, ...rivals.standIns.map(({ sale }) => sale)]
    .map((sale) => sale.pairId)
    .filter((id) => !listed.some((pair) => pair.id === id));
  const others = missing.length === 0 ? [] : await db.inventory.bulkGet(missing);
  const currency = input.facts[0]?.price.currency;
  const result = mergeOrders({
    facts: input.facts,
    known: new Map(known.map((order) => [order.externalId, order])),
    sales: new Map(sales.map((sale) => [sale.externalOrderId, sale])),
    fileSales: new Map(fileSales.map((sale) => [sale.externalOrderId, sale])),
    pairs: [...listed, ...others.filter((pair) => pair !== undefined)],
    ...rivals,
    toldSales: await readToldSales(db, listed),
    fx: currency === undefined ? () => null : await fxRatesByDay(db, currency, input.displayCurrency),
    now: input.now,
    newId: () => deps.random.id(),
  });
  const pairs = await withOwnSizes(db, result.pairs);
  await Promise.all([
    db.orders.bulkPut([...result.orders]),
    db.inventory.bulkPut([...pairs]),
    db.sales.bulkPut([...result.sales]),
  ]);
  if (input.tellNews) await tellNews(deps, result.events, input);
  const old = new Set(known.filter((order) => !isNews(order, input.newsSince)).map((order) => order.externalId));
  return {
    written: result.orders.length + result.pairs.length + result.sales.length,
    worthGoingOn: input.facts.some((order) => !old.has(order.externalId) || !isFinished(order)),
  };
}

function isNews(order: Order, since: Instant | null): boolean {
  return since !== null && order.createdAt >= since;
}

interface Rivals {
  /** Pairs of to-be-reversed sales that another living sale still holds. */
  readonly soldElsewhere: ReadonlySet<string>;
  readonly standIns: readonly StandIn[];
}

/** Other living sales of what is about to come back. Only asked when a known sale is cancelled: rare. */
async function readRivals(db: ArchvdDatabase, facts: readonly OrderFacts[], sales: readonly Sale[]): Promise<Rivals> {
  const cancelled = new Set(facts.filter((order) => order.status === 'cancelled').map((order) => order.externalId));
  const reversing = sales.filter((sale) => cancelled.has(sale.externalOrderId) && sale.status !== 'reversed');
  if (reversing.length === 0) return { soldElsewhere: new Set(), standIns: [] };
  const isLiving = (sale: Sale): boolean => sale.status !== 'reversed' && !cancelled.has(sale.externalOrderId);
  const pairIds = reversing.map((sale) => sale.pairId);
  const [holding, pairs] = await Promise.all([
    db.sales.where('pairId').anyOf(pairIds).toArray(),
    db.inventory.bulkGet(pairIds),
  ]);
  const listingIds = pairs.flatMap((pair) => pair?.goatListingId ?? []);
  return {
    soldElsewhere: new Set(holding.filter(isLiving).map((sale) => sale.pairId)),
    standIns: (await readStandIns(db, listingIds)).filter(({ sale }) => isLiving(sale)),
  };
}

/** Sales by hand of pairs that are listed as well: an order of such a pair is a second buyer. */
async function readToldSales(db: ArchvdDatabase, listed: readonly Pair[]): Promise<ReadonlyMap<string, Sale>> {
  const sold = listed.filter((pair) => pair.status === 'sold').map((pair) => pair.id);
  if (sold.length === 0) return new Map();
  const sales = await db.sales.where('pairId').anyOf(sold).toArray();
  const told = sales.filter((sale) => sale.marketplace !== 'alias' && sale.status !== 'reversed');
  return new Map(told.map((sale) => [sale.pairId, sale]));
}

async function readStandIns(db: ArchvdDatabase, listingIds: readonly string[]): Promise<readonly StandIn[]> {
  const orders = await db.orders
    .where('externalListingId')
    .anyOf([...listingIds])
    .toArray();
  const listingOf = new Map(orders.map((order) => [order.externalId, order.externalListingId]));
  const sales = await rowsByKey(
    db.sales,
    '[marketplace+externalOrderId]',
    orders.map((order) => [order.marketplace, order.externalId]),
  );
  const pairs = await db.inventory.bulkGet(sales.map((sale) => sale.pairId));
  return sales.flatMap((sale, nth) => {
    const [pair, externalListingId] = [pairs[nth], listingOf.get(sale.externalOrderId)];
    return pair !== undefined && isStandIn(pair) && externalListingId != null ? [{ externalListingId, sale }] : [];
  });
}

async function tellNews(deps: OrderBooks, events: readonly OrderEvent[], input: OrderCommit): Promise<void> {
  const { db } = deps;
  for (const event of events) {
    if (input.notice !== null)
      await addNoticeOnce(db, { ...input.notice(await withFigures(db, event, input)), at: input.now });
    await appendActivity(db, {
      id: deps.random.id(),
      at: input.now,
      kind: event.kind === 'sold' ? 'sale/found' : 'sale/reversed',
      by: input.notice === null ? 'user' : 'sync',
      entity: { table: 'sales', id: event.sale.id },
      summary:
        event.kind === 'sold'
          ? `Order ${event.order.orderNumber} sold a pair`
          : `Order ${event.order.orderNumber} was cancelled`,
      facts: {
        price: event.order.price.minor,
        currency: event.order.price.currency,
        pairId: event.pair.id,
        requestId: input.requestIdOf(event.order),
      },
    });
    // What became of the listing is not for us to guess: it is asked for by itself.
    if (event.order.externalListingId !== null) {
      await db.listings
        .where('[marketplace+externalId]')
        .equals([event.order.marketplace, event.order.externalListingId])
        .modify({ missingSince: input.now });
    }
  }
}

async function withFigures(db: ArchvdDatabase, event: OrderEvent, input: OrderCommit): Promise<OrderNews> {
  const [product, schedules] = await Promise.all([
    db.products.get({ catalogId: event.order.catalogId }),
    listFeeSchedules(db, event.order.marketplace),
  ]);
  const settings = { currency: input.displayCurrency, profile: input.feeProfile, schedules };
  return { ...event, product: product ?? null, line: pnlLine(event.sale, event.pair, settings) };
}
