import { add, shareOf, sum } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { inCurrency, type FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import type { BuyerTerms } from '../sites/site-profile';

/** What a site adds to a price that is not known. `added-rate`: known, but no rate joins it with the price. */
export type LandedGap = 'buyer-fee' | 'buyer-fixed-fee' | 'shipping' | 'duty' | 'added-rate';

/** Joins two currencies; null when no rate is known. */
export type RateOf = (a: CurrencyCode, b: CurrencyCode) => FxRate | null;

/** A site's terms for buyers in one currency, ready for many prices. Null is not known. */
export interface AddedCosts {
  readonly feeBasisPoints: number | null;
  readonly fixedFee: Money | null;
  readonly shipping: Money | null;
  readonly dutyBasisPoints: number | null;
  /** Some of it is known in another currency only. */
  readonly lacksRate: boolean;
}

/**
 * What a pair costs until it is here. The lines that are known add up to `total`; the others are null and named in
 * `missing`, and then `total` is the least it costs.
 */
export interface LandedCost {
  readonly price: Money;
  readonly fee: Money | null;
  readonly fixedFee: Money | null;
  readonly shipping: Money | null;
  readonly duty: Money | null;
  readonly total: Money;
  readonly missing: readonly LandedGap[];
}

/**
 * A site's terms in the currency of its page. What the page itself says of shipping wins over the profile.
 *
 * @param pageShipping what this very page adds for sending; null when it does not say
 */
export function addedCosts(
  terms: BuyerTerms,
  pageShipping: Money | null,
  currency: CurrencyCode,
  rateOf: RateOf,
): AddedCosts {
  let lacksRate = false;
  const here = (amount: Money | null): Money | null => {
    if (amount === null) return null;
    // Nothing is nothing in any currency.
    if (amount.minor === 0) return money(0, currency);
    const rate = amount.currency === currency ? null : rateOf(amount.currency, currency);
    const converted = inCurrency(amount, currency, rate, 'half-even');
    if (converted === null) lacksRate = true;
    return converted;
  };
  const fixedFee = here(terms.fixedFee);
  const shipping = here(pageShipping ?? terms.shipping);
  return {
    feeBasisPoints: terms.feeBasisPoints,
    fixedFee,
    shipping,
    dutyBasisPoints: terms.dutyBasisPoints,
    lacksRate,
  };
}

/**
 * The price with what the site adds: its share of the price, its fixed fee, shipping, and duty on price and shipping.
 * Shares are rounded half-up to the smallest unit, each by itself, so that the lines add up.
 *
 * @example $200 with 3 % ($6.00), $5.40 shipping and 5 % duty on $205.40 ($10.27) lands at $221.67
 * @throws {RangeError} when the price is not in the currency of the added costs
 */
export function landedCost(price: Money, added: AddedCosts): LandedCost {
  const { feeBasisPoints, fixedFee, shipping, dutyBasisPoints } = added;
  const fee = feeBasisPoints === null ? null : shareOf(price, feeBasisPoints, 'half-up');
  const duty = dutyOf(price, shipping, dutyBasisPoints);
  const lines = { fee, fixedFee, shipping, duty };
  const known = Object.values(lines).filter((line) => line !== null);
  return { price, ...lines, total: sum([price, ...known], price.currency), missing: gapsOf(lines, added.lacksRate) };
}

/** What comes on top of the price, as far as it is known. */
export function extraOf({ price, total }: LandedCost): Money {
  return money(total.minor - price.minor, price.currency);
}

/** No duty is none whatever the shipping; a share of what is not known is not known. */
function dutyOf(price: Money, shipping: Money | null, basisPoints: number | null): Money | null {
  if (basisPoints === 0) return money(0, price.currency);
  if (basisPoints === null || shipping === null) return null;
  return shareOf(add(price, shipping), basisPoints, 'half-up');
}

function gapsOf(lines: Pick<LandedCost, 'fee' | 'fixedFee' | 'shipping' | 'duty'>, lacksRate: boolean): LandedGap[] {
  const gaps: LandedGap[] = [];
  if (lines.fee === null) gaps.push('buyer-fee');
  if (lines.fixedFee === null) gaps.push('buyer-fixed-fee');
  if (lines.shipping === null) gaps.push('shipping');
  if (lines.duty === null) gaps.push('duty');
  if (lacksRate) gaps.push('added-rate');
  return gaps;
}
