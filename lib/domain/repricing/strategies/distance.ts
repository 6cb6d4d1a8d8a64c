import { add, BASIS_POINTS, subtract } from '../../money/arithmetic';
import type { Money } from '../../money/money';
import type { Distance } from '../rule';
import { share } from '../whole-price';

/**
 * An amount less or more a distance.
 *
 * @example $150 below by $1 is $149, below by 2.5 % $146.25, above by 2.5 % $153.75
 */
export function away(from: Money, side: 'below' | 'above', distance: Distance): Money {
  if (distance.kind === 'amount') {
    return side === 'below' ? subtract(from, distance.amount) : add(from, distance.amount);
  }
  const { basisPoints } = distance;
  return side === 'below'
    ? share(from, BASIS_POINTS - basisPoints, 'down')
    : share(from, BASIS_POINTS + basisPoints, 'up');
}

export function distanceFacts(distance: Distance) {
  return distance.kind === 'amount'
    ? { distanceMinor: distance.amount.minor }
    : { distanceBasisPoints: distance.basisPoints };
}
