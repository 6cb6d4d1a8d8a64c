import { divideRounded, type Rounding } from './rounding';

/**
 * `amount * numerator / denominator` as a whole number, rounded as named and exact before that. What a number holds
 * exactly is worked out in numbers: of a year's sales that is nearly all, and several times each.
 *
 * @example a third of 1,000, `half-up`: 333
 * @throws {RangeError} when a factor is not whole, or the denominator is not positive
 */
export function multiplyDivide(amount: number, numerator: number, denominator: number, rounding: Rounding): number {
  const product = amount * numerator;
  const isExact =
    Number.isSafeInteger(numerator) &&
    Number.isSafeInteger(product) &&
    Number.isSafeInteger(denominator) &&
    denominator > 0;
  if (!isExact || (rounding !== 'half-even' && rounding !== 'half-up'))
    return Number(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding));
  const rest = product % denominator;
  const toward = (product - rest) / denominator;
  const twice = 2 * Math.abs(rest);
  const isHalfAway = twice === denominator && (rounding === 'half-up' || toward % 2 !== 0);
  return twice > denominator || isHalfAway ? toward + Math.sign(rest) : toward;
}
