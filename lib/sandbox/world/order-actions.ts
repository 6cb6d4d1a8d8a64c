import { Refusal } from '../http/refusal';
import { PAPERS } from '../papers/papers';
import { hashText, unit } from '../random/random';
import { changeListingStatus, SHIP_MS } from './sell';
import { fulfillmentStatus, isoOf, listingStatus, orderStatus, type WireOrder } from './wire';
import type { World } from './world';

export function findOrder(world: World, id: string): WireOrder {
  const order = world.orders.get(id);
  if (order === undefined) throw new Refusal(5, 'order not found');
  return order;
}

function require(order: WireOrder, ...statuses: readonly string[]): void {
  if (!statuses.includes(order.status)) throw new Refusal(9, `order is ${order.status}`);
}

function changeOrder(world: World, order: WireOrder, change: Partial<WireOrder>, atMs: number): WireOrder {
  if (change.status !== undefined && change.status !== order.status) {
    world.journal.effect('order/status', order.id, { from: order.status, to: change.status });
  }
  if (change.fulfillment_status !== undefined && change.fulfillment_status !== order.fulfillment_status) {
    world.journal.effect('order/fulfillment', order.id, { to: change.fulfillment_status });
  }
  Object.assign(order, change, { updated_at: isoOf(atMs) });
  if (order.status === orderStatus.completed || order.status === orderStatus.cancelled) world.openOrders.delete(order);
  world.orders.touch(order);
  return order;
}

export function confirmOrder(world: World, id: string, atMs = world.clock.now()): WireOrder {
  const order = findOrder(world, id);
  require(order, orderStatus.unconfirmed);
  return changeOrder(world, order, { status: orderStatus.confirmed, cancels_at: isoOf(atMs + SHIP_MS) }, atMs);
}

export function cancelOrder(world: World, id: string, atMs = world.clock.now()): WireOrder {
  const order = findOrder(world, id);
  require(order, orderStatus.unconfirmed, orderStatus.confirmed, orderStatus.labelled);
  const listing = world.listings.get(order.listing_id);
  if (listing?.status === listingStatus.sold) changeListingStatus(world, listing, listingStatus.inactive, atMs);
  delete order.cancels_at;
  return changeOrder(world, order, { status: orderStatus.cancelled }, atMs);
}

/** Label fields of an order; drawn from its id, so that asking again gives the same label. */
export function labelOf(order: WireOrder, type: string): Partial<WireOrder> {
  const number = String(Math.floor(unit(hashText(order.id), type.length) * 1e12)).padStart(12, '0');
  return {
    label_type: type,
    label_url: `${PAPERS}${order.purchase_order_number}/${number}.pdf`,
    label_tracking_number: `1Z${number}`,
    label_courier: type === 'LABEL_TYPE_DROPOFF' ? 'drop-off' : 'ups',
  };
}

export function generateLabel(
  world: World,
  id: string,
  type: string | undefined,
  again: boolean,
  atMs = world.clock.now(),
): WireOrder {
  const order = findOrder(world, id);
  require(order, ...(again ? [orderStatus.labelled] : [orderStatus.confirmed]));
  const wanted = type ?? (again ? order.label_type : undefined) ?? 'LABEL_TYPE_SHIPPING';
  if (wanted !== 'LABEL_TYPE_SHIPPING' && wanted !== 'LABEL_TYPE_DROPOFF')
    throw new Refusal(3, 'label_type is not valid');
  world.journal.effect('order/label', order.id, { to: wanted });
  return changeOrder(
    world,
    order,
    { status: orderStatus.labelled, label_generated_at: isoOf(atMs), ...labelOf(order, wanted) },
    atMs,
  );
}

export function shipOrder(world: World, id: string, atMs = world.clock.now()): WireOrder {
  const order = findOrder(world, id);
  require(order, orderStatus.labelled);
  delete order.cancels_at;
  const change = {
    status: orderStatus.inTransit,
    fulfillment_status: fulfillmentStatus.shipped,
    in_transit_at: isoOf(atMs),
  };
  return changeOrder(world, order, change, atMs);
}

export function moveFulfillment(world: World, order: WireOrder, status: string, atMs: number): void {
  changeOrder(world, order, { fulfillment_status: status }, atMs);
}

/** Verified and paid: the order is done and its listing is gone. */
export function completeOrder(world: World, order: WireOrder, atMs: number): void {
  changeOrder(world, order, { status: orderStatus.completed }, atMs);
  world.listings.remove(order.listing_id);
}
