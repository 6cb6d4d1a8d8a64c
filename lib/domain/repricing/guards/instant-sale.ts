import type { Money } from '../../money/money';
import { wholePriceAbove } from '../whole-price';
import type { Passage, PriceGuard } from '../scene';

/**
 * A price at or below the highest offer sells at once. It goes to the next whole dollar above it, if that is within the
 * bounds and within one step; only a price below its floor may go further than a step.
 *
 * @example offer $140, wanted $139: $141; with a ceiling of $140 the price stays as it is
 */
export const instantSaleGuard: PriceGuard<'instant-sale'> = {
  name: 'instant-sale',
  judge(price, passage) {
    const offer = passage.scene.market.highestOffer;
    if (offer === null) return null;
    const lowest = wholePriceAbove(offer);
    if (price.minor >= lowest.minor) return null;
    if (!isWithinReach(lowest, passage)) return { hold: 'would-sell-at-once' };
    return { hold: null, price: lowest, reason: 'above-offer' };
  },
  facts(_price, { scene }) {
    const offer = scene.market.highestOffer;
    if (offer === null) return { highestOfferMinor: null, lowestMinor: null };
    return { highestOfferMinor: offer.minor, lowestMinor: wholePriceAbove(offer).minor };
  },
};

function isWithinReach(whole: Money, { scene, steps }: Passage): boolean {
  const { catalogueMaximum } = scene.input.listing;
  return (
    whole.minor <= scene.ceiling.minor &&
    (catalogueMaximum === null || whole.minor <= catalogueMaximum.minor) &&
    (scene.belowFloor || whole.minor <= steps.highest.minor)
  );
}
