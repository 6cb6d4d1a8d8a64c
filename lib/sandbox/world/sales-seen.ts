import type { Variant } from '../market/market';
import type { MarketSale } from '../market/sales';
import { gradeOf, type World } from './world';
import type { WireListing } from './wire';

function keyOf(variant: Variant): string {
  return `${variant.item.catalogId}|${variant.size.us}`;
}

/** Notes that one of our pairs was sold: everybody sees it among the recent sales. */
export function noteOwnSale(
  world: World,
  variant: Variant,
  listing: WireListing,
  priceCents: number,
  atMs: number,
): void {
  const grade = gradeOf(listing.condition, listing.packaging_condition);
  const sale: MarketSale = { atMs, priceCents, grade, consigned: listing.consigned, region: '3' };
  const sales = world.ownSales.get(keyOf(variant)) ?? [];
  world.ownSales.set(
    keyOf(variant),
    [...sales, sale].toSorted((a, b) => b.atMs - a.atMs),
  );
}

/**
 * Sales of a size up to a moment, newest first: strangers' and ours. A buyer who took our pair is not counted a second
 * time for the stranger's pair the market had meant for him.
 */
export function* salesSeen(world: World, variant: Variant, ms: number): Iterable<MarketSale> {
  const own = (world.ownSales.get(keyOf(variant)) ?? []).filter((sale) => sale.atMs <= ms);
  const ownTimes = new Set(own.map((sale) => sale.atMs));
  let next = 0;
  for (const sale of variant.history.backFrom(ms)) {
    for (let ours = own[next]; ours !== undefined && ours.atMs >= sale.atMs; ours = own[next]) {
      yield ours;
      next++;
    }
    if (!ownTimes.has(sale.atMs)) yield sale;
  }
  yield* own.slice(next);
}
