import { divideRounded } from '../money/rounding';
import { minor, type Money } from '../money/money';
import type { CalendarDate } from '../time/instant';
import { ruleOn } from './rules/all-rules';
import type { RuleId } from './rules/rule';
import { isEuCountry, type TaxCountry } from './tax-country';
import type { TaxProfile } from './tax-profile';

/**
 * The rate in force on a day in basis points: the seller's own where one had begun, else the standard rate of the
 * country; null where there is no such tax or no rate is known for the day.
 *
 * @example in the United Kingdom on 1 March 2026: 2000
 */
export function rateOn(profile: Pick<TaxProfile, 'country' | 'rates'>, day: CalendarDate): number | null {
  if (profile.country === null) return null;
  const own = profile.rates.toSorted((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from <= day);
  return own?.basisPoints ?? standardRate(profile.country, day);
}

/** The standard rate of a country; null for the United States, where sellers owe none on these sales. */
export function standardRate(country: TaxCountry, day: CalendarDate): number | null {
  const id = rateRule(country);
  return id === null ? null : (ruleOn(country, id, day)?.basisPoints ?? null);
}

function rateRule(country: TaxCountry): RuleId | null {
  if (country === 'GB') return 'gb-vat-rate';
  if (country === 'AU') return 'au-gst-rate';
  return isEuCountry(country) ? 'eu-vat-rate' : null;
}

/**
 * The tax inside an amount that contains it: `amount * rate / (100 + rate)`, to the nearest smallest unit, halves away
 * from zero.
 *
 * @example 20 % inside £120.00 is £20.00: 12000 * 2000 / 12000; inside £100.00 it is £16.67
 */
export function taxInside(amount: Money, basisPoints: number): Money {
  const tax = divideRounded(BigInt(amount.minor) * BigInt(basisPoints), BigInt(10_000 + basisPoints), 'half-up');
  return { minor: minor(Number(tax)), currency: amount.currency };
}

/**
 * The tax on what one piece earned: `max(0, sale - purchase) * rate / (100 + rate)`. A loss is no tax, and helps no other
 * piece. Costs besides the purchase price have no part in it.
 *
 * @example bought at £60.00, sold at £120.00, 20 %: 60.00 / 6 = £10.00; sold at £50.00: nothing
 */
export function taxOnMargin(sale: Money, purchase: Money, basisPoints: number): Money {
  const margin = Math.max(0, sale.minor - purchase.minor);
  return taxInside({ minor: minor(margin), currency: sale.currency }, basisPoints);
}
