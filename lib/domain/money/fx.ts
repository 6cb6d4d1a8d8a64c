import type { Instant } from '../time/instant';
import { currencyDecimals, type CurrencyCode } from './currency';
import { minor, type Money } from './money';
import { multiplyDivide } from './multiply-divide';
import type { Rounding } from './rounding';

/**
 * How many units of `quote` one unit of `base` buys, as an integer of 10^-8 so that a stored rate gives the same
 * minor units for ever.
 *
 * @example `{ base: 'USD', quote: 'GBP', rateE8: 79_120_000, … }` means $1 = £0.7912
 */
export interface FxRate {
  readonly base: CurrencyCode;
  readonly quote: CurrencyCode;
  readonly rateE8: number;
  readonly asOf: Instant;
  readonly source: string;
}

const E8 = 100_000_000;

/**
 * The same value in the other currency of the rate, in either direction, with one rounding at the end.
 *
 * @example at $1 = £0.7912, $100.00 is £79.12, and £79.12 is $100.00
 * @throws {RangeError} when the amount is in neither currency, both are the same, or the rate is not a positive whole number
 */
export function convert(amount: Money, rate: FxRate, rounding: Rounding): Money {
  if (rate.base === rate.quote) throw new RangeError(`A rate from ${rate.base} into itself`);
  if (!Number.isSafeInteger(rate.rateE8) || rate.rateE8 <= 0) throw new RangeError(`Not a rate: ${rate.rateE8}`);
  const price = rate.rateE8;
  if (amount.currency === rate.base) return into(rate.quote, amount, price, E8, rounding);
  if (amount.currency === rate.quote) return into(rate.base, amount, E8, price, rounding);
  throw new RangeError(`A rate of ${rate.base} and ${rate.quote} says nothing about ${amount.currency}`);
}

/**
 * The amount in `currency`: itself when it already is, by the rate when that joins the two, null when it does not.
 * Null is the honest answer where a rate is missing; nothing is ever guessed.
 */
export function inCurrency(
  amount: Money,
  currency: CurrencyCode,
  rate: FxRate | null,
  rounding: Rounding,
): Money | null {
  if (amount.currency === currency) return amount;
  if (rate === null) return null;
  const joins =
    (rate.base === amount.currency && rate.quote === currency) ||
    (rate.quote === amount.currency && rate.base === currency);
  return joins ? convert(amount, rate, rounding) : null;
}

function into(
  currency: CurrencyCode,
  amount: Money,
  numerator: number,
  denominator: number,
  rounding: Rounding,
): Money {
  const shift = currencyDecimals(currency) - currencyDecimals(amount.currency);
  const up = shift > 0 ? numerator * 10 ** shift : numerator;
  const down = shift < 0 ? denominator * 10 ** -shift : denominator;
  return { minor: minor(multiplyDivide(amount.minor, up, down, rounding)), currency };
}
