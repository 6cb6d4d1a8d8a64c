import type { LabelMark, OrderWrite } from '../outbox/order-write';
import { hasLabel } from './allowed-actions';
import type { OrderFacts } from './order';

/** What an order, read back, says of a wish: `over`, it is cancelled, or shipped and cannot be cancelled any more. */
export type OrderStanding = 'done' | 'not-done' | 'over';

/**
 * Told by what the order is, never by who made it so: when a browser delivers a request twice, only the second answer is
 * seen, and it says "refused" although the first did the work. An order that is past what is wanted has had it done.
 *
 * @example to confirm, and it is in transit by now: `done`; to cancel, and it is in transit: `over`
 */
export function orderStanding(write: OrderWrite, order: OrderFacts): OrderStanding {
  if (write.kind === 'order/cancel') return standingOfCancel(order);
  if (order.status === 'cancelled') return 'over';
  switch (write.kind) {
    case 'order/confirm':
      return isConfirmed(order) ? 'done' : 'not-done';
    case 'order/label':
      return standingOfLabel(write, order);
    case 'order/ship':
      return isShipped(order) ? 'done' : 'not-done';
  }
}

function standingOfCancel(order: OrderFacts): OrderStanding {
  if (order.status === 'cancelled') return 'done';
  return isShipped(order) ? 'over' : 'not-done';
}

function standingOfLabel(write: Extract<OrderWrite, { kind: 'order/label' }>, order: OrderFacts): OrderStanding {
  const isOther = write.instead === null || !sameLabel(write.instead, labelMark(order));
  const type = order.label?.type ?? null;
  const isWanted = write.labelType === null || type === null || type === write.labelType;
  if (hasLabel(order) && isOther && isWanted) return 'done';
  return isShipped(order) ? 'over' : 'not-done';
}

/** An unconfirmed order has a status we do not know: what it is born with is documented nowhere. */
function isConfirmed(order: OrderFacts): boolean {
  return !order.status.startsWith('unknown:') || order.labelGeneratedAt !== null || isShipped(order);
}

function isShipped({ status, fulfillment, inTransitAt }: OrderFacts): boolean {
  if (status === 'in-transit' || status === 'completed') return true;
  // A status we know says where it is; only beside one we do not know does the moment have to do, as with its stage.
  if (status.startsWith('unknown:') && inTransitAt !== null) return true;
  return fulfillment === 'seller-shipped' || fulfillment === 'in-transit' || fulfillment === 'delivered';
}

/** What tells this order's label from another one. */
export function labelMark({ label, labelGeneratedAt }: OrderFacts): LabelMark {
  const { url = null, trackingNumber = null, type = null } = label ?? {};
  return { madeAt: labelGeneratedAt, url, trackingNumber, type };
}

/** What follows the `?` of an address may be a signature that is made anew for every reading of the same label. */
function sameLabel(a: LabelMark, b: LabelMark): boolean {
  const place = ({ url }: LabelMark): string | null => url?.replace(/[?#].*$/, '') ?? null;
  return a.madeAt === b.madeAt && place(a) === place(b) && a.trackingNumber === b.trackingNumber && a.type === b.type;
}
