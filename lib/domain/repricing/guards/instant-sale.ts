import type { Money } from '../../money/money';
import { line } from '../trail';
import { wholePrice, wholePriceAbove } from '../whole-price';
import type { Scene, Verdict } from '../scene';
import type { StepBounds } from './step';

/**
 * A price at or below the highest offer sells at once. It goes to the next whole dollar above it, if that is within the
 * bounds and within one step; only a price below its floor may go further than a step.
 *
 * @example offer $140, wanted $139: $141; with a ceiling of $140 the price stays as it is
 */
export function keepAboveOffer(price: Money, scene: Scene, bounds: StepBounds): Verdict {
  const { market, input, ceiling, belowFloor } = scene;
  const offer = market.highestOffer;
  const lowest = offer === null ? null : wholePriceAbove(offer);
  const facts = { highestOfferMinor: offer?.minor ?? null, lowestMinor: lowest?.minor ?? null };
  if (lowest === null || price.minor >= lowest.minor) {
    return { hold: null, price, line: line('instant-sale', 'passed', price, facts) };
  }
  const { catalogueMaximum } = input.listing;
  const fits =
    lowest.minor <= ceiling.minor &&
    (catalogueMaximum === null || lowest.minor <= wholePrice(catalogueMaximum, 'down').minor) &&
    (belowFloor || lowest.minor <= bounds.highest.minor);
  if (!fits) return { hold: 'would-sell-at-once', price, line: line('instant-sale', 'held', price, facts) };
  return { hold: null, price: lowest, reason: 'above-offer', line: line('instant-sale', 'moved', lowest, facts) };
}
