import type { Instant } from '../time/instant';
import type { OrderFacts } from './order';

/** Where an order stands, as far as the seller is concerned. */
export type OrderStage = 'to-confirm' | 'to-ship' | 'in-transit' | 'at-marketplace' | 'completed' | 'cancelled';

/**
 * The stage of an order at `now`.
 *
 * A status this version does not know counts as unfinished; the one an order is born with is among those, since it is
 * documented nowhere. What the marketplace says of the parcel outranks such a status. Otherwise the order waits for the
 * seller: to be confirmed while it can still run out or has no label, else to be shipped.
 *
 * @example status `unknown:ORDER_STATUS_NEEDS_CONFIRMATION`, no label, cancelled in 20 hours: `to-confirm`
 */
export function orderStage(order: OrderFacts, now: Instant): OrderStage {
  const { status } = order;
  if (status === 'completed' || status === 'cancelled') return status;
  if (order.fulfillment === 'delivered') return 'at-marketplace';
  if (order.fulfillment === 'seller-shipped' || order.fulfillment === 'in-transit') return 'in-transit';
  if (status === 'in-transit') return 'in-transit';
  if (status === 'confirmed' || status === 'label-generated') return 'to-ship';
  if (order.inTransitAt !== null) return 'in-transit';
  const canRunOut = order.cancelsAt !== null && order.cancelsAt > now;
  return canRunOut || order.label === null ? 'to-confirm' : 'to-ship';
}

/** Nothing more will happen to it. Every other status, also an unknown one, is unfinished and is asked for again. */
export function isFinished(order: Pick<OrderFacts, 'status'>): boolean {
  return order.status === 'completed' || order.status === 'cancelled';
}

/** The seller has to confirm or ship it. */
export function needsAction(order: OrderFacts, now: Instant): boolean {
  const stage = orderStage(order, now);
  return stage === 'to-confirm' || stage === 'to-ship';
}

export interface OrderDeadline<O extends OrderFacts> {
  readonly order: O;
  readonly stage: 'to-confirm' | 'to-ship';
  /** null: the marketplace named no moment. */
  readonly cancelsAt: Instant | null;
  /** Milliseconds left; below zero when it has passed. */
  readonly left: number | null;
}

/** Orders that wait for the seller, the most urgent first, those without a deadline last. */
export function orderDeadlines<O extends OrderFacts>(orders: readonly O[], now: Instant): readonly OrderDeadline<O>[] {
  const waiting: OrderDeadline<O>[] = [];
  for (const order of orders) {
    const stage = orderStage(order, now);
    if (stage !== 'to-confirm' && stage !== 'to-ship') continue;
    const { cancelsAt } = order;
    waiting.push({ order, stage, cancelsAt, left: cancelsAt === null ? null : cancelsAt - now });
  }
  return waiting.toSorted(byUrgency);
}

function byUrgency(a: OrderDeadline<OrderFacts>, b: OrderDeadline<OrderFacts>): number {
  if (a.cancelsAt !== b.cancelsAt) {
    if (a.cancelsAt === null) return 1;
    if (b.cancelsAt === null) return -1;
    return a.cancelsAt - b.cancelsAt;
  }
  return a.order.soldAt - b.order.soldAt || (a.order.externalId < b.order.externalId ? -1 : 1);
}
