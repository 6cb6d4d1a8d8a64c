import type { Money } from '../../money/money';
import type { DecisionInput, HoldReason, PricedListing, VariantMarket } from '../decision';
import type { GuardSettings } from '../guard-settings';
import { line, type TrailFacts } from '../trail';
import type { Gate } from '../scene';

/**
 * Only a listing that is live, that nothing is under way for, and whose figures can be compared is priced.
 *
 * A bound that is no amount at all (not a whole number, or below zero) is not passed over as if there were none: that is
 * how others came to sell at a cent.
 */
export const listingGate: Gate = {
  judge: ({ input, guards }) => obstacleOf(input, guards)?.hold ?? null,
  tell({ input, guards }) {
    const obstacle = obstacleOf(input, guards);
    if (obstacle === null) return line('listing', 'passed', null, { status: 'active' });
    return line('listing', 'held', null, obstacle.facts);
  },
};

interface Obstacle {
  readonly hold: HoldReason;
  readonly facts: TrailFacts['listing'];
}

function obstacleOf(input: DecisionInput, guards: GuardSettings): Obstacle | null {
  const { listing } = input;
  const { status } = listing;
  if (status !== 'active') return { hold: 'not-live', facts: { status } };
  if (input.hasOpenWrite) return { hold: 'write-under-way', facts: { openWrite: true } };
  const unusable = unusableBound(listing);
  if (unusable !== null) return { hold: 'bounds-contradict', facts: { unusable } };
  const figure = unusableFigure(input.market);
  if (figure !== null) return { hold: 'no-market', facts: { unusable: figure } };
  const foreign = otherCurrency(input, guards);
  if (foreign === null) return null;
  const [currencyOf, otherCurrencyThere] = foreign;
  const { currency } = listing.price;
  return { hold: 'currency', facts: { currency, currencyOf, otherCurrency: otherCurrencyThere } };
}

const BOUNDS = ['minimum', 'maximum', 'catalogueMinimum', 'catalogueMaximum'] as const;

/** Whether no floor can be told, since one of the listing's own bounds is no amount. */
export function hasUnusableBound({ listing, hasOpenWrite }: DecisionInput): boolean {
  return listing.status === 'active' && !hasOpenWrite && unusableBound(listing) !== null;
}

function unusableBound(listing: PricedListing): string | null {
  if (!Number.isSafeInteger(listing.price.minor) || listing.price.minor <= 0) return 'price';
  for (const name of BOUNDS) {
    const bound = listing[name];
    if (bound !== null && (!Number.isSafeInteger(bound.minor) || bound.minor < 0)) return name;
  }
  return null;
}

/** A figure below zero or no number at all is not taken for "none": then an offer would seem not to be there. */
function unusableFigure(market: VariantMarket): string | null {
  if (!isFigure(market.lowestAsk)) return 'lowestAsk';
  if (!isFigure(market.highestOffer)) return 'highestOffer';
  if (!isFigure(market.lastSale)) return 'lastSale';
  return null;
}

function isFigure(amount: Money | null): boolean {
  return amount === null || (Number.isSafeInteger(amount.minor) && amount.minor >= 0);
}

type Named = readonly [name: string, currency: string];

/** The first amount in another currency than the listing's. */
function otherCurrency({ listing, market, own, basis }: DecisionInput, { smallestStep }: GuardSettings): Named | null {
  const { currency } = listing.price;
  const first = otherOfListing(listing, currency) ?? otherOfMarket(market, currency);
  if (first !== null) return first;
  const sale = market.sales[0]?.price.currency ?? currency;
  if (sale !== currency) return ['sale', sale];
  if (smallestStep.currency !== currency) return ['smallestStep', smallestStep.currency];
  const sibling = own[0]?.price.currency ?? currency;
  if (sibling !== currency) return ['own', sibling];
  const fees = basis.schedule?.currency ?? currency;
  return fees === currency ? null : ['fees', fees];
}

function otherOfListing(listing: PricedListing, currency: string): Named | null {
  return (
    other('minimum', listing.minimum, currency) ??
    other('maximum', listing.maximum, currency) ??
    other('catalogueMinimum', listing.catalogueMinimum, currency) ??
    other('catalogueMaximum', listing.catalogueMaximum, currency)
  );
}

function otherOfMarket(market: VariantMarket, currency: string): Named | null {
  return (
    other('lowestAsk', market.lowestAsk, currency) ??
    other('highestOffer', market.highestOffer, currency) ??
    other('lastSale', market.lastSale, currency) ??
    other('lowestAskConsigned', market.lowestAskConsigned, currency) ??
    other('lowestAskWithYou', market.lowestAskWithYou, currency) ??
    other('askADayAgo', market.askADayAgo, currency) ??
    other('askAWeekAgo', market.askAWeekAgo, currency)
  );
}

function other(name: string, amount: Money | null, currency: string): Named | null {
  return amount === null || amount.currency === currency ? null : [name, amount.currency];
}
