import { minorPerUnit, roundUpToWholeUnits } from '../money/arithmetic';
import { minor, type Money } from '../money/money';
import type { RoundingWay } from './trail';

/**
 * An amount in whole units, the only prices alias takes.
 *
 * @example $127.72 is $127 down, $128 up and $128 nearest; $127.50 is $128 nearest
 */
export function wholePrice(amount: Money, way: RoundingWay): Money {
  if (way === 'up') return roundUpToWholeUnits(amount);
  const unit = minorPerUnit(amount.currency);
  const units = way === 'down' ? Math.floor(amount.minor / unit) : Math.round(amount.minor / unit);
  return { minor: minor(units * unit), currency: amount.currency };
}

/**
 * The lowest whole price above an amount.
 *
 * @example above $119.50 it is $120, above $120.00 it is $121
 */
export function wholePriceAbove(amount: Money): Money {
  const unit = minorPerUnit(amount.currency);
  return { minor: minor((Math.floor(amount.minor / unit) + 1) * unit), currency: amount.currency };
}

export function lower(a: Money, b: Money): Money {
  return b.minor < a.minor ? b : a;
}

export function higher(a: Money, b: Money): Money {
  return b.minor > a.minor ? b : a;
}
