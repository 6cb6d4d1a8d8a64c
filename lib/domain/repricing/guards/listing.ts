import type { Money } from '../../money/money';
import type { DecisionInput, HoldReason, PricedListing, VariantMarket } from '../decision';
import { FIGURES, type MarketView } from '../market-view';
import { line, type TrailFacts } from '../trail';
import type { Asked, Gate } from '../scene';

/**
 * Only a listing that is live, that nothing is under way for, and whose figures can be compared is priced.
 *
 * A bound that is no amount at all (not a whole number, or below zero) is not passed over as if there were none: that is
 * how others came to sell at a cent.
 */
export const listingGate: Gate = {
  judge: (asked) => obstacleOf(asked)?.hold ?? null,
  tell(asked) {
    const obstacle = obstacleOf(asked);
    if (obstacle === null) return line('listing', 'passed', null, { status: 'active' });
    return line('listing', 'held', null, obstacle.facts);
  },
};

interface Obstacle {
  readonly hold: HoldReason;
  readonly facts: TrailFacts['listing'];
}

function obstacleOf(asked: Asked): Obstacle | null {
  const { input, market } = asked;
  const { listing } = input;
  const { status } = listing;
  if (status !== 'active') return { hold: 'not-live', facts: { status } };
  if (input.hasOpenWrite) return { hold: 'write-under-way', facts: { openWrite: true } };
  const unusable = unusableBound(listing);
  if (unusable !== null) return { hold: 'bounds-contradict', facts: { unusable } };
  if (market.unusable !== null) return { hold: 'no-market', facts: { unusable: market.unusable } };
  const foreign = otherCurrency(asked);
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

type Named = readonly [name: string, currency: string];

/** The first amount in another currency than the listing's. */
function otherCurrency({ input, market: view, guards: { smallestStep } }: Asked): Named | null {
  const { listing, market, own, basis } = input;
  const { currency } = listing.price;
  const first = otherOfListing(listing, currency) ?? otherOfMarket(market, view, currency);
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

function otherOfMarket(market: VariantMarket, view: MarketView, currency: string): Named | null {
  if (view.currency === currency) return null;
  for (const figure of FIGURES) {
    const found = other(figure, market[figure], currency);
    if (found !== null) return found;
  }
  return null;
}

function other(name: string, amount: Money | null, currency: string): Named | null {
  return amount === null || amount.currency === currency ? null : [name, amount.currency];
}
