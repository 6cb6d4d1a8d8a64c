import type { OrderFacts } from './order';

/** What happened to an order between two readings. */
export type OrderChange = 'new-sale' | 'cancelled' | 'completed' | 'progress' | 'none';

/**
 * Compares an order with what was known of it (`null`: nothing).
 *
 * - Met for the first time it is a `new-sale`, also when it is completed already; unless it is cancelled, for then
 *   nothing was sold and there is nothing to announce but a reversal.
 * - A cancelled order that lives again is a `new-sale` too: the pair has left the stock once more.
 * - Which step follows which is the marketplace's business: no order of statuses is presumed.
 */
export function orderChange(previous: OrderFacts | null, next: OrderFacts): OrderChange {
  if (next.status === 'cancelled')
    return previous?.status === 'cancelled' ? unfinishedChange(previous, next) : 'cancelled';
  if (previous === null || previous.status === 'cancelled') return 'new-sale';
  if (next.status === 'completed' && previous.status !== 'completed') return 'completed';
  return unfinishedChange(previous, next);
}

function unfinishedChange(previous: OrderFacts, next: OrderFacts): 'progress' | 'none' {
  return JSON.stringify(toldFacts(previous)) === JSON.stringify(toldFacts(next)) ? 'none' : 'progress';
}

/** What a person would call a change; `changedAt` alone is not. */
function toldFacts(order: OrderFacts): readonly unknown[] {
  const { label } = order;
  return [
    order.status,
    order.fulfillment,
    order.price.minor,
    order.price.currency,
    order.payout?.minor,
    order.payout?.currency,
    order.externalListingId,
    label === null ? null : [label.type, label.url, label.trackingNumber, label.courier],
    order.labelGeneratedAt,
    order.inTransitAt,
    order.cancelsAt,
  ];
}
