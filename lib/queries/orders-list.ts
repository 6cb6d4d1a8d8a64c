import type { ArchvdDatabase } from '@/lib/db/database';
import { feesFor } from '@/lib/domain/fees/fee-schedule';
import { ALIAS_LATE_TERMS, lateCost, type LateCost } from '@/lib/domain/orders/late-terms';
import { isFinished, orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import { listFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { createMatcher } from './match-text';
import { newestFirst } from './newest-first';
import type { Valuation } from './valuation';
import { type OrderRow, readRows } from './read-order-rows';

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
