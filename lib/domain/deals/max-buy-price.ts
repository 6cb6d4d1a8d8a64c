import { BASIS_POINTS } from '../money/arithmetic';
import { minor, type Money } from '../money/money';
import { divideRounded } from '../money/rounding';
import { landedCost, type AddedCosts } from './landed-cost';

/**
 * The highest price at which buying still brings the return asked for, to the smallest unit: `net − price` is at least
 * that share of `price`. Null when even one unit would be too much.
 *
 * @example net $80.38, 15 %: $69.89, since ($80.38 − $69.89) / $69.89 is 15.01 % and at $69.90 it is 14.99 %
 * @throws {RangeError} when the target is at or below −100 %
 */
export function maxBuyPrice(net: Money, targetRoiBasisPoints: number): Money | null {
  const whole = BigInt(BASIS_POINTS);
  const price = divideRounded(BigInt(net.minor) * whole, whole + BigInt(targetRoiBasisPoints), 'floor');
  return price < 1n ? null : { minor: minor(Number(price)), currency: net.currency };
}

/**
 * The highest price on a page that lands at no more than `most`; null when what is added alone is too much. The landed
 * cost rises with the price, so that halving finds it.
 *
 * @example at most $69.89 with 3 % and $5 shipping: $63.00, since 63.00 + 1.89 + 5.00 is just that
 * @throws {RangeError} when the added costs are in another currency
 */
export function maxPagePrice(most: Money, added: AddedCosts): Money | null {
  const at = (price: number): Money => ({ minor: minor(price), currency: most.currency });
  const lands = (price: number): boolean => landedCost(at(price), added).total.minor <= most.minor;
  if (most.minor < 1 || !lands(1)) return null;
  let low = 1;
  let high: number = most.minor;
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (lands(middle)) low = middle;
    else high = middle - 1;
  }
  return at(low);
}
