import { currencyDecimals, type CurrencyCode } from './currency';
import { minor, type Money } from './money';
import { multiplyDivide } from './multiply-divide';
import { divideRounded, type Rounding } from './rounding';

/** One hundredth of a per cent: 950 is 9.5 %. */
export const BASIS_POINTS = 10_000;

/** @throws {RangeError} when the currencies differ or the sum is not safe */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: minor(a.minor + b.minor), currency: a.currency };
}

/** @throws {RangeError} when the currencies differ or the difference is not safe */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: minor(a.minor - b.minor), currency: a.currency };
}

export function negate(amount: Money): Money {
  return { minor: minor(-amount.minor), currency: amount.currency };
}

/**
 * The total of amounts in one currency; nothing adds up to zero of it.
 *
 * @throws {RangeError} when an amount is in another currency or the total is not safe
 */
export function sum(amounts: Iterable<Money>, currency: CurrencyCode): Money {
  let total: Money = { minor: minor(0), currency };
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/**
 * Below zero when `a` is less, zero when equal, above zero when more: fits `sort`.
 *
 * @throws {RangeError} when the currencies differ
 */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.minor - b.minor;
}

/**
 * `amount * numerator / denominator`, exact until the one rounding at the end.
 *
 * @example a third of $10.00: `scale(money(1000, 'USD'), 1, 3, 'half-up')` is $3.33
 * @throws {RangeError} when the result is not safe, a factor is not whole, or the denominator is not positive
 */
export function scale(
  amount: Money,
  numerator: number | bigint,
  denominator: number | bigint,
  rounding: Rounding,
): Money {
  if (typeof numerator === 'number' && typeof denominator === 'number')
    return { minor: minor(multiplyDivide(amount.minor, numerator, denominator, rounding)), currency: amount.currency };
  const exact = BigInt(amount.minor) * BigInt(numerator);
  return { minor: minor(Number(divideRounded(exact, BigInt(denominator), rounding))), currency: amount.currency };
}

/**
 * A share of an amount in basis points.
 *
 * @example 9.5 % of $97.00 is $9.215: `shareOf(money(9700, 'USD'), 950, 'half-up')` is $9.22
 */
export function shareOf(amount: Money, basisPoints: number, rounding: Rounding): Money {
  return scale(amount, basisPoints, BASIS_POINTS, rounding);
}

/**
 * What `part` is of `whole` in basis points; null when `whole` is zero, since then there is no answer.
 *
 * @example $19.70 of $119.00: `ratioInBasisPoints(money(1970, 'USD'), money(11900, 'USD'), 'half-even')` is 1655 (16.55 %)
 * @throws {RangeError} when the currencies differ
 */
export function ratioInBasisPoints(part: Money, whole: Money, rounding: Rounding): number | null {
  sameCurrency(part, whole);
  if (whole.minor === 0) return null;
  const sign = whole.minor < 0 ? -1n : 1n;
  const numerator = BigInt(part.minor) * BigInt(BASIS_POINTS) * sign;
  return minor(Number(divideRounded(numerator, BigInt(whole.minor) * sign, rounding)));
}

/** Smallest units in one whole unit: 100 in a dollar, 1 in a yen, 1000 in a dinar. */
export function minorPerUnit(currency: CurrencyCode): number {
  return 10 ** currencyDecimals(currency);
}

/**
 * The next whole unit at or above: alias takes whole dollars only.
 *
 * @example $99.01 becomes $100.00; $99.00 stays; −$0.50 becomes $0.00
 */
export function roundUpToWholeUnits(amount: Money): Money {
  const unit = minorPerUnit(amount.currency);
  return { minor: minor(Math.ceil(amount.minor / unit) * unit), currency: amount.currency };
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`Different currencies: ${a.currency} and ${b.currency}`);
}
