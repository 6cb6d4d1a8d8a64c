import type { Money } from '../../money/money';
import type { Instant } from '../../time/instant';
import type { ListingPath, ModelledSale } from './listing-path';
import type { MarketThen } from './market-then';

/** Somebody bought a pair of the size. */
export interface Purchase {
  readonly at: Instant;
  readonly price: Money;
}

/**
 * Who would have had this sale, as it was and with the rule: of the own pairs on sale at or below what was paid, none of
 * them dearer than the lowest competing ask known then, the cheapest one. A sale is had by one pair at most.
 *
 * @param paths own listings of the size, at their prices of that moment
 * @example somebody paid $150 while others asked $152: ours at $149 sells for $149, one at $151 does not
 */
export function sellOnce(
  { at, price: paid }: Purchase,
  paths: readonly ListingPath[],
  marketOf: (path: ListingPath) => MarketThen,
): void {
  const able = paths
    .filter((path) => path.isOnSale(at))
    .flatMap((path) => limitOf(path, marketOf(path), paid, at) ?? []);
  const asItWas = cheapest(able, ({ soldAsItWas, realPrice }) => (soldAsItWas === null ? realPrice : null));
  if (asItWas !== null) asItWas.path.soldAsItWas = saleOf(asItWas, at);
  const withRule = cheapest(able, ({ soldWithRule, rulePrice }) => (soldWithRule === null ? rulePrice : null));
  if (withRule !== null) withRule.path.soldWithRule = saleOf(withRule, at);
}

interface Able {
  readonly path: ListingPath;
  /** The most it may ask and still be bought. */
  readonly limit: Money;
}

/** null: its market was not known then. */
function limitOf(path: ListingPath, market: MarketThen, paid: Money, at: Instant): Able | null {
  const step = market.stepAt(at);
  if (step === null) return null;
  const competing = market.competingAsk(step, at);
  const isLower = competing !== null && competing.currency === paid.currency && competing.minor < paid.minor;
  return { path, limit: isLower ? competing : paid };
}

interface Chosen {
  readonly path: ListingPath;
  readonly price: Money;
}

/** @param priceOf null: not for sale any more */
function cheapest(able: readonly Able[], priceOf: (path: ListingPath) => Money | null): Chosen | null {
  let best: Chosen | null = null;
  for (const { path, limit } of able) {
    const price = priceOf(path);
    if (price === null || price.currency !== limit.currency || price.minor > limit.minor) continue;
    if (best === null || isBefore({ path, price }, best)) best = { path, price };
  }
  return best;
}

function isBefore(a: Chosen, b: Chosen): boolean {
  return (
    a.price.minor < b.price.minor || (a.price.minor === b.price.minor && a.path.of.listing.id < b.path.of.listing.id)
  );
}

function saleOf({ path, price }: Chosen, at: Instant): ModelledSale {
  return { at, price, profitMinor: path.of.profitAt(price) };
}
