import type { Scene, Wish } from '../scene';
import type { StrategyFacts } from '../trail';

/**
 * Nobody asks for this variant: nothing is undercut, and the rule says whether to hold, to go to its ceiling or to the
 * last sale.
 *
 * @example last sale $162 and `last-sale`: $162; never sold: held
 */
export function whenAlone({ rule, ceiling, market }: Scene, facts: () => StrategyFacts): Wish {
  const { alone } = rule.settings.fallbacks;
  const seen = () => ({ ...facts(), fallback: alone });
  const price = alone === 'ceiling' ? ceiling : alone === 'last-sale' ? market.lastSale : null;
  if (price === null) return { kind: 'hold', reason: 'no-market', facts: seen };
  return {
    kind: 'price',
    price,
    rounding: 'down',
    reason: 'alone',
    facts: () => ({ ...seen(), wantedMinor: price.minor }),
  };
}

/**
 * A wish below the floor means that the market is: then the price goes to the floor, stays, or waits at the ceiling for
 * the others to be sold out.
 *
 * @example floor $120, wanted $112, `hold`: the price stays as it is
 */
export function orFallback({ rule, floor, ceiling }: Scene, wish: Extract<Wish, { kind: 'price' }>): Wish {
  if (wish.price.minor >= floor.minor) return wish;
  const { belowFloor } = rule.settings.fallbacks;
  const facts = () => ({ ...wish.facts(), fallback: belowFloor });
  switch (belowFloor) {
    case 'hold':
      return { kind: 'hold', reason: 'market-below-floor', facts };
    case 'floor':
      return { ...wish, price: floor, reason: 'floor', facts };
    case 'ceiling':
      return { ...wish, price: ceiling, reason: 'ceiling', facts };
  }
}
