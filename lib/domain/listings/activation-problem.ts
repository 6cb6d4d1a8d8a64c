import { compare } from '../money/arithmetic';
import type { Money } from '../money/money';
import type { Confirmations } from './listing-problem';
import type { PriceGround } from './listing-subject';

/**
 * What speaks against putting a listing on sale at the price it has: an offer would take it at once, or it lies below the
 * floor as it is now. Null: nothing does, or the person wants it all the same. A floor that is not known stops nothing,
 * since the price was the person's when it was set.
 *
 * @example at $90 with a highest offer of $90: `would-sell-at-once`; at $91 with a floor of $120: `below-floor`
 */
export function activationProblem(
  price: Money,
  { floor, highestOffer }: Pick<PriceGround, 'floor' | 'highestOffer'>,
  { belowFloor, intoOffer }: Confirmations,
): 'would-sell-at-once' | 'below-floor' | null {
  if (!intoOffer && highestOffer !== null && !isAbove(price, highestOffer)) return 'would-sell-at-once';
  if (!belowFloor && floor.kind === 'known' && price.minor !== floor.floor.minor && !isAbove(price, floor.floor))
    return 'below-floor';
  return null;
}

/** What is in another currency cannot be compared, so it is not above. */
function isAbove(price: Money, other: Money): boolean {
  return price.currency === other.currency && compare(price, other) > 0;
}
