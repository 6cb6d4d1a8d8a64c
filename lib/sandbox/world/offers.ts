import type { Variant } from '../market/market';
import { DAY_MS, MINUTE_MS } from '../market/time';
import { variantKey } from './own-book';
import type { World } from './world';

/** Quotes move by the minute, so that two calls of one minute agree. */
export function quoteTime(ms: number): number {
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
}

/** Offers of a variant less those a sale of ours took, [price, count] high to low. */
export function openOffers(world: World, variant: Variant, grade: number, nowMs: number): [number, number][] {
  const bins = variant.offersAt(quoteTime(nowMs), grade);
  const taken = world.takenOffers.get(variantKey(variant.item.catalogId, variant.size.us, grade));
  if (taken === undefined) return bins;
  // An offer counts as taken while the market has not moved below it: whoever bids as much again is the same buyer.
  const live = taken.filter((one) => one.untilMs > nowMs).map((one) => one.cents);
  return bins.filter(([cents]) => !live.some((gone) => Math.abs(cents - gone) <= gone * 0.01));
}

export function highestOffer(world: World, variant: Variant, grade: number, nowMs: number): number {
  return openOffers(world, variant, grade, nowMs)[0]?.[0] ?? 0;
}

export function takeOffer(world: World, variant: Variant, grade: number, cents: number, nowMs: number): void {
  const key = variantKey(variant.item.catalogId, variant.size.us, grade);
  const taken = world.takenOffers.get(key) ?? [];
  world.takenOffers.set(key, [...taken.filter((one) => one.untilMs > nowMs), { cents, untilMs: nowMs + DAY_MS }]);
}

/** Lowest ask of strangers; null when none of them sells. */
export function strangersLowestAsk(
  world: World,
  variant: Variant,
  grade: number,
  consigned: boolean | null,
  nowMs: number,
): number | null {
  const put = world.rivalAsks.of(variantKey(variant.item.catalogId, variant.size.us, grade));
  return put ?? variant.bookAt(quoteTime(nowMs), grade, consigned).askCents;
}

/** Lowest ask of a variant, ours included; 0 when nobody sells. */
export function lowestAsk(
  world: World,
  variant: Variant,
  grade: number,
  consigned: boolean | null,
  nowMs: number,
): number {
  const strangers = strangersLowestAsk(world, variant, grade, consigned, nowMs);
  const own = world.ownBook.cheapest(variantKey(variant.item.catalogId, variant.size.us, grade), consigned);
  const ownCents = own === undefined ? null : Number(own.price_cents);
  if (strangers === null) return ownCents ?? 0;
  return ownCents === null ? strangers : Math.min(strangers, ownCents);
}
