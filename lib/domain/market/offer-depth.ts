import type { Money } from '../money/money';
import type { OfferBin } from './quote';

export interface DepthRow {
  readonly price: Money;
  readonly count: number;
  /** Offers at this price or above: so many pairs could be sold for at least that. */
  readonly atOrAbove: number;
}

/**
 * Offers from the highest down, with how many stand at each price or above. Two bins of one price are one row; bins of
 * another currency than the first, and empty ones, are left out.
 *
 * @example 2 offers of $90 and 5 of $85: $90 with 2, $85 with 5 of 7
 */
export function offerDepth(bins: readonly OfferBin[]): readonly DepthRow[] {
  const currency = bins[0]?.price.currency;
  const counts = new Map<number, OfferBin>();
  for (const { price, count } of bins) {
    if (price.currency !== currency || count <= 0) continue;
    counts.set(price.minor, { price, count: count + (counts.get(price.minor)?.count ?? 0) });
  }
  let atOrAbove = 0;
  return [...counts.values()]
    .toSorted((a, b) => b.price.minor - a.price.minor)
    .map(({ price, count }) => {
      atOrAbove += count;
      return { price, count, atOrAbove };
    });
}
