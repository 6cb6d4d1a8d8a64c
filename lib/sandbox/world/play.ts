import { hashText, normal, randomFrom, unit, mix } from '../random/random';
import { grades } from '../market/calibration';
import type { Variant } from '../market/market';
import type { MarketSale } from '../market/sales';
import { HOUR_MS } from '../market/time';
import { lookAfter, promisedListing, promisedMoments } from './demo-life';
import { strangersLowestAsk } from './offers';
import { cancelOrder, completeOrder, moveFulfillment, shipOrder } from './order-actions';
import { sell } from './sell';
import { fulfillmentStatus, orderStatus, type WireOrder } from './wire';
import type { World } from './world';

/** Time is played on a fixed grid, so that the same moments give the same events whatever was asked in between. */
const STEP_MS = 30_000;
/** A long jump is played in pieces of this size, so that orders go on while buyers come. */
const PIECE_MS = 6 * HOUR_MS;

/** Lets buyers and couriers do what they did up to a moment. */
export function playUntil(world: World, nowMs: number): void {
  const until = Math.floor(nowMs / STEP_MS) * STEP_MS;
  while (world.playedUntil < until) {
    const from = world.playedUntil;
    const to = Math.min(until, from + PIECE_MS);
    world.playedUntil = to;
    playBuyers(world, from, to);
    for (const order of world.openOrders) progressOrder(world, order, to);
  }
}

function playBuyers(world: World, from: number, to: number): void {
  const events: { readonly atMs: number; readonly happen: () => void }[] = promisedMoments(world, from, to).map(
    (atMs) => ({ atMs, happen: () => promisedBuyerComes(world, atMs) }),
  );
  if (world.buyerShare > 0) {
    for (const { sale, variant, key } of visits(world, from, to))
      events.push({ atMs: sale.atMs, happen: () => buyerComes(world, sale, variant, key) });
  }
  events.sort((a, b) => a.atMs - b.atMs);
  for (const { happen } of events) happen();
}

interface Visit {
  readonly sale: MarketSale;
  readonly variant: Variant;
  readonly key: string;
}

/** Everybody who buys a pair such as ours. */
function visits(world: World, from: number, to: number): readonly Visit[] {
  const found: Visit[] = [];
  for (const key of world.ownBook.keys()) {
    const [catalogId = '', us = '', grade = ''] = key.split('|');
    const item = world.catalogue.get(catalogId);
    const variant = item === undefined ? undefined : world.market.variant(item, Number(us));
    if (variant === undefined) continue;
    for (const sale of variant.history.between(from, to)) {
      if (sale.grade === Number(grade)) found.push({ sale, variant, key });
    }
  }
  return found;
}

function promisedBuyerComes(world: World, atMs: number): void {
  const listing = promisedListing(world, atMs);
  if (listing !== undefined) sell(world, listing, Number(listing.price_cents), atMs);
}

/** A buyer takes our pair when it is the cheapest, not dearer than the buyer's own limit, and chance has it. */
function buyerComes(world: World, sale: MarketSale, variant: Variant, key: string): void {
  const own = world.ownBook.cheapest(key, null);
  if (own === undefined || Date.parse(own.activated_at) > sale.atMs) return;
  if (unit(variant.size.seed, sale.atMs, 0xb1) >= world.buyerShare) return;
  const price = Number(own.price_cents);
  const strangers = strangersLowestAsk(world, variant, sale.grade, null, sale.atMs);
  if (strangers !== null && strangers < price) return;
  const limit = variant.fairAt(sale.atMs) * (grades[sale.grade]?.factor ?? 1);
  const patience = Math.exp(0.05 * normal(randomFrom(mix(variant.size.seed, sale.atMs, 0xb2))) + 0.03);
  if (price / 100 > limit * patience) return;
  sell(world, own, price, sale.atMs);
}

/** Hours a step takes for this order: drawn once from its id. */
function delayMs(order: WireOrder, step: number, fromHours: number, toHours: number): number {
  return (fromHours + (toHours - fromHours) * unit(hashText(order.id), step)) * HOUR_MS;
}

function progressOrder(world: World, order: WireOrder, nowMs: number): void {
  lookAfter(world, order, nowMs);
  const deadline = order.cancels_at === undefined ? Number.POSITIVE_INFINITY : Date.parse(order.cancels_at);
  if (order.status === orderStatus.labelled) {
    // The courier scans a labelled parcel even if the seller never pressed "shipped".
    const scanned = Date.parse(order.label_generated_at ?? order.updated_at) + delayMs(order, 1, 20, 44);
    if (scanned <= Math.min(nowMs, deadline)) shipOrder(world, order.id, scanned);
  }
  if (deadline <= nowMs && order.cancels_at !== undefined) cancelOrder(world, order.id, deadline);
  if (order.status === orderStatus.inTransit) progressParcel(world, order, nowMs);
}

function progressParcel(world: World, order: WireOrder, nowMs: number): void {
  const shipped = Date.parse(order.in_transit_at ?? order.updated_at);
  const moving = shipped + delayMs(order, 2, 4, 20);
  const delivered = moving + delayMs(order, 3, 40, 110);
  const verified = delivered + delayMs(order, 4, 20, 70);
  if (order.fulfillment_status === fulfillmentStatus.shipped && moving <= nowMs) {
    moveFulfillment(world, order, fulfillmentStatus.inTransit, moving);
  }
  if (order.fulfillment_status === fulfillmentStatus.inTransit && delivered <= nowMs) {
    moveFulfillment(world, order, fulfillmentStatus.delivered, delivered);
  }
  if (order.fulfillment_status === fulfillmentStatus.delivered && verified <= nowMs)
    completeOrder(world, order, verified);
}
