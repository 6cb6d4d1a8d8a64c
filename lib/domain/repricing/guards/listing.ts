import type { Money } from '../../money/money';
import type { DecisionInput, PricedListing } from '../decision';
import type { GuardSettings } from '../guard-settings';
import { line } from '../trail';
import type { Gate } from '../scene';

/**
 * Only a listing that is live, that nothing is under way for, and whose figures can be compared is priced.
 *
 * A bound that is no amount at all (not a whole number, or below zero) is not passed over as if there were none: that is
 * how others came to sell at a cent.
 */
export function checkListing(input: DecisionInput, guards: GuardSettings): Gate {
  const { listing } = input;
  const held = (hold: Gate['hold'], facts: Parameters<typeof line<'listing'>>[3]): Gate => ({
    hold,
    line: line('listing', 'held', listing.price, facts),
  });
  if (listing.status !== 'active') return held('not-live', { status: listing.status });
  if (input.hasOpenWrite) return held('write-under-way', { openWrite: true });
  const unusable = unusableBound(listing);
  if (unusable !== null) return held('bounds-contradict', { unusable });
  const other = otherCurrency(input, guards);
  if (other !== null) {
    return held('currency', { currency: listing.price.currency, currencyOf: other[0], otherCurrency: other[1] });
  }
  return { hold: null, line: line('listing', 'passed', listing.price, { status: listing.status }) };
}

function unusableBound(listing: PricedListing): string | null {
  if (!Number.isSafeInteger(listing.price.minor) || listing.price.minor <= 0) return 'price';
  for (const name of ['minimum', 'maximum', 'catalogueMinimum', 'catalogueMaximum'] as const) {
    const bound = listing[name];
    if (bound !== null && (!Number.isSafeInteger(bound.minor) || bound.minor < 0)) return name;
  }
  return null;
}

/** The first amount in another currency than the listing's, by its name. */
function otherCurrency({ listing, market, own, basis }: DecisionInput, guards: GuardSettings) {
  const { currency } = listing.price;
  const amounts: readonly (readonly [string, Money | null])[] = [
    ['minimum', listing.minimum],
    ['maximum', listing.maximum],
    ['catalogueMinimum', listing.catalogueMinimum],
    ['catalogueMaximum', listing.catalogueMaximum],
    ['lowestAsk', market.lowestAsk],
    ['highestOffer', market.highestOffer],
    ['lastSale', market.lastSale],
    ['lowestAskConsigned', market.lowestAskConsigned],
    ['lowestAskWithYou', market.lowestAskWithYou],
    ['askADayAgo', market.askADayAgo],
    ['askAWeekAgo', market.askAWeekAgo],
    ['sale', market.sales[0]?.price ?? null],
    ['smallestStep', guards.smallestStep],
    ['own', own[0]?.price ?? null],
  ];
  for (const [name, amount] of amounts) {
    if (amount !== null && amount.currency !== currency) return [name, amount.currency] as const;
  }
  const fees = basis.schedule?.currency ?? currency;
  return fees === currency ? null : (['fees', fees] as const);
}
