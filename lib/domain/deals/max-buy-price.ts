import { BASIS_POINTS } from '../money/arithmetic';
import { minor, type Money } from '../money/money';
import { divideRounded } from '../money/rounding';

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
