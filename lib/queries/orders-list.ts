import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Product } from '@/lib/domain/catalog/product';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import type { Pair } from '@/lib/domain/inventory/pair';
import { allowedOrderActions, type AllowedActions } from '@/lib/domain/orders/allowed-actions';
import { ALIAS_LATE_TERMS, lateCost, type LateCost } from '@/lib/domain/orders/late-terms';
import { isFinished, orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import type { Instant } from '@/lib/domain/time/instant';
import { readListingWrites, type ListingWrites } from './listing-writes';
import { createMatcher } from './match-text';
import { newestFirst } from './newest-first';
import { sizeOfOrder, type ShownSize } from './order-size';
import type { Valuation } from './valuation';

/** What of the orders is shown. `radar`: all that wait for the seller, the most urgent first. */
export const ORDER_SHOWS = ['radar', 'to-confirm', 'to-ship', 'moving', 'done', 'all'] as const;

export type OrderShow = (typeof ORDER_SHOWS)[number];

export interface OrdersRequest {
  readonly show: OrderShow;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly valuation: Valuation;
}

export interface OrderRow extends ShownSize {
  readonly order: Order;
  readonly stage: OrderStage;
  readonly allowed: AllowedActions;
  readonly sale: Sale | null;
  readonly pair: Pair | null;
  readonly product: Product | null;
  /** What is on its way to alias for it, and what last went wrong. */
  readonly writes: ListingWrites;
}

export interface OrderList {
  readonly total: number;
  /** Of all that match, in their order. */
  readonly ids: readonly string[];
  readonly rows: readonly OrderRow[];
  /** How many there are of each kind whatever is searched for; finished ones are not counted. */
  readonly counts: Readonly<Record<Exclude<OrderShow, 'done' | 'all'>, number>>;
  /** What letting one of them run out would cost this seller; null when no terms are known. */
  readonly late: LateCost | null;
}

/**
 * The orders screen. Open orders are few and sorted by their deadlines; the finished ones are read by their index, newest
 * first, and only a search looks at all of them.
 */
export async function listOrders(db: ArchvdDatabase, request: OrdersRequest): Promise<OrderList> {
  const { offset, limit, valuation } = request;
  const { now, profile } = valuation;
  const open = await db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const staged = open.map((order) => ({ order, stage: orderStage(order, now) }));
  const [found, schedules] = await Promise.all([findOrders(db, request, staged), listFeeSchedules(db, 'alias')]);
  const shown = await db.orders.bulkGet(found.slice(offset, offset + limit));
  return {
    total: found.length,
    ids: found,
    rows: await readRows(
      db,
      shown.flatMap((order) => order ?? []),
      now,
    ),
    counts: countStages(staged.map(({ stage }) => stage)),
    late: lateCost(ALIAS_LATE_TERMS, feesFor(schedules, now), profile, now),
  };
}

interface Staged {
  readonly order: Order;
  readonly stage: OrderStage;
}

const STAGES: Readonly<Record<Exclude<OrderShow, 'done' | 'all'>, readonly OrderStage[]>> = {
  radar: ['to-confirm', 'to-ship'],
  'to-confirm': ['to-confirm'],
  'to-ship': ['to-ship'],
  moving: ['in-transit', 'at-marketplace'],
};

function countStages(stages: readonly OrderStage[]): OrderList['counts'] {
  const of = (show: keyof typeof STAGES) => stages.filter((stage) => STAGES[show].includes(stage)).length;
  return { radar: of('radar'), 'to-confirm': of('to-confirm'), 'to-ship': of('to-ship'), moving: of('moving') };
}

/** Ids of all that match, in their order. */
async function findOrders(
  db: ArchvdDatabase,
  { show, search }: OrdersRequest,
  staged: readonly Staged[],
): Promise<readonly string[]> {
  const matches = orderMatcher(search);
  if (show !== 'done' && show !== 'all') {
    const wanted = staged.filter(({ order, stage }) => STAGES[show].includes(stage) && matches(order));
    return wanted
      .map(({ order }) => order)
      .toSorted(show === 'moving' ? bySale : byDeadline)
      .map(({ id }) => id);
  }
  const byDate = newestFirst(db.orders.orderBy('soldAt'));
  const narrowed =
    show === 'all' && search.trim() === ''
      ? byDate
      : byDate.filter((order) => matches(order) && (show === 'all' || isFinished(order)));
  return narrowed.primaryKeys();
}

function orderMatcher(search: string): (order: Order) => boolean {
  if (search.trim() === '') return () => true;
  const matches = createMatcher(search);
  return ({ name, brand, rawSku, orderNumber, sizeValue, label }) =>
    matches({ name, brand, styleCode: `${rawSku} ${orderNumber} ${label?.trackingNumber ?? ''}`, size: sizeValue });
}

/** Those without a moment last. */
function byDeadline(a: Order, b: Order): number {
  return (a.cancelsAt ?? Number.POSITIVE_INFINITY) - (b.cancelsAt ?? Number.POSITIVE_INFINITY) || bySale(b, a);
}

function bySale(a: Order, b: Order): number {
  return b.soldAt - a.soldAt || (a.id < b.id ? -1 : 1);
}

/** Orders with what belongs to them, by look-ups of keys. */
async function readRows(db: ArchvdDatabase, orders: readonly Order[], now: Instant): Promise<readonly OrderRow[]> {
  const [sales, products, writesOf] = await Promise.all([
    rowsByKey(
      db.sales,
      '[marketplace+externalOrderId]',
      orders.map((order) => [order.marketplace, order.externalId]),
    ),
    db.products
      .where('catalogId')
      .anyOf([...new Set(orders.map(({ catalogId }) => catalogId))])
      .toArray(),
    readListingWrites(
      db,
      orders.map(({ id }) => id),
    ),
  ]);
  const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
  const saleOf = new Map(sales.map((sale, nth) => [sale.externalOrderId, { sale, pair: pairs[nth] ?? null }]));
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return orders.map((order) => {
    const { sale, pair } = saleOf.get(order.externalId) ?? { sale: null, pair: null };
    const product = productOf.get(order.catalogId) ?? null;
    return {
      order,
      stage: orderStage(order, now),
      allowed: allowedOrderActions(order, now),
      sale,
      pair,
      product,
      writes: writesOf(order.id),
      ...sizeOfOrder(order, product),
    };
  });
}

/** Those of these orders that are in the books, in the order given: what a command is about. */
export async function readOrderRows(
  db: ArchvdDatabase,
  orderIds: readonly string[],
  now: Instant,
): Promise<readonly OrderRow[]> {
  const orders = await db.orders.bulkGet([...orderIds]);
  return readRows(
    db,
    orders.flatMap((order) => order ?? []),
    now,
  );
}
