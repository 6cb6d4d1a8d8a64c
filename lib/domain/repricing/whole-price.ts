import { BASIS_POINTS, minorPerUnit, scale } from '../money/arithmetic';
import type { CurrencyCode } from '../money/currency';
import { minor, type Money } from '../money/money';
import type { RoundingWay } from './trail';

/**
 * An amount in whole units, the only prices alias takes.
 *
 * @example $127.72 is $127 down, $128 up and $128 nearest; $127.50 is $128 nearest
 */
export function wholePrice(amount: Money, way: RoundingWay): Money {
  const unit = unitOf(amount.currency);
  const over = amount.minor % unit;
  if (over === 0) return amount;
  const up = way === 'up' || (way === 'nearest' && over * 2 >= unit);
  return { minor: minor(amount.minor - over + (up ? unit : 0)), currency: amount.currency };
}

/**
 * A share of an amount in basis points, as exact as `shareOf`, and quick for amounts a pair can cost.
 *
 * @example 97.5 % of $150.05 is $146.29 down and $146.30 up
 */
export function share(amount: Money, basisPoints: number, way: 'down' | 'up'): Money {
  const product = amount.minor * basisPoints;
  if (!Number.isSafeInteger(product) || product < 0) {
    return scale(amount, basisPoints, BASIS_POINTS, way === 'down' ? 'floor' : 'ceiling');
  }
  const over = product % BASIS_POINTS;
  const whole = (product - over) / BASIS_POINTS;
  return { minor: minor(way === 'up' && over > 0 ? whole + 1 : whole), currency: amount.currency };
}

/**
 * The lowest whole price above an amount.
 *
 * @example above $119.50 it is $120, above $120.00 it is $121
 */
export function wholePriceAbove(amount: Money): Money {
  const unit = unitOf(amount.currency);
  return { minor: minor((Math.floor(amount.minor / unit) + 1) * unit), currency: amount.currency };
}

export function lower(a: Money, b: Money): Money {
  return b.minor < a.minor ? b : a;
}

export function higher(a: Money, b: Money): Money {
  return b.minor > a.minor ? b : a;
}

/** Every price on alias is in dollars, and a run asks for their hundred cents some fifty thousand times. */
function unitOf(currency: CurrencyCode): number {
  return currency === 'USD' ? CENTS : minorPerUnit(currency);
}

const CENTS = minorPerUnit('USD');
