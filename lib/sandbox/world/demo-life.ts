import { hashText, mix, unit } from '../random/random';
import { HOUR_MS } from '../market/time';
import { confirmOrder, generateLabel, shipOrder } from './order-actions';
import { orderStatus, type WireListing, type WireOrder } from './wire';
import type { World } from './world';

/** What keeps a demo going while nobody can act in it. */
export interface DemoLife {
  /** A buyer comes this long after the start, and then about once per `everyMs`, whatever the prices are. */
  readonly firstMs: number;
  readonly everyMs: number;
}

/** Moments from `from` (excluded) to `to` (included) at which a promised buyer comes; the same whatever was asked before. */
export function promisedMoments(world: World, from: number, to: number): readonly number[] {
  const { life, begunAt } = world;
  if (life === null) return [];
  const moments: number[] = [];
  const first = Math.max(0, Math.floor((from - begunAt - life.firstMs) / life.everyMs));
  for (let nth = first; ; nth++) {
    const earliest = begunAt + life.firstMs + nth * life.everyMs;
    if (earliest > to) return moments;
    // The first comes when it was promised, the others somewhere in their time.
    const at = earliest + (nth === 0 ? 0 : Math.floor(unit(mix(world.seed, 0xbe), nth) * life.everyMs));
    if (at > from && at <= to) moments.push(at);
  }
}

/** The pair a promised buyer takes: any that is on the shelf. */
export function promisedListing(world: World, atMs: number): WireListing | undefined {
  const keys = [...world.ownBook.keys()].toSorted();
  const key = keys[Math.floor(unit(mix(world.seed, 0xbf), atMs) * keys.length)];
  return key === undefined ? undefined : world.ownBook.cheapest(key, null);
}

/**
 * Confirms, labels and sends an order as a tidy seller does, in time and never at once: the seller's own part waits a few
 * hours on the screen before it is done.
 */
export function lookAfter(world: World, order: WireOrder, nowMs: number): void {
  if (world.life === null) return;
  if (order.status === orderStatus.unconfirmed) {
    const at = dueAt(world, order, order.sold_at, hoursFor(order, 11, 9, 30));
    if (at <= nowMs) confirmOrder(world, order.id, at);
  }
  if (order.status === orderStatus.confirmed) {
    const at = dueAt(world, order, order.updated_at, hoursFor(order, 12, 5, 26));
    if (at <= nowMs) generateLabel(world, order.id, undefined, false, at);
  }
  if (order.status === orderStatus.labelled) {
    const at = dueAt(world, order, order.label_generated_at ?? order.updated_at, hoursFor(order, 13, 12, 30));
    if (at <= nowMs) shipOrder(world, order.id, at);
  }
}

/** So long after it came up, but never before the demo began, and an hour before it would run out at the latest. */
function dueAt(world: World, order: WireOrder, since: string, delayMs: number): number {
  const at = Math.max(Date.parse(since), world.begunAt) + delayMs;
  return order.cancels_at === undefined ? at : Math.min(at, Date.parse(order.cancels_at) - HOUR_MS);
}

function hoursFor(order: WireOrder, step: number, from: number, to: number): number {
  return Math.floor((from + (to - from) * unit(hashText(order.id), step)) * HOUR_MS);
}
