import { add, BASIS_POINTS, shareOf, subtract } from '../../money/arithmetic';
import type { Money } from '../../money/money';
import type { Distance } from '../rule';

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
    ? shareOf(from, BASIS_POINTS - basisPoints, 'floor')
    : shareOf(from, BASIS_POINTS + basisPoints, 'ceiling');
}

export function distanceFacts(distance: Distance) {
  return distance.kind === 'amount'
    ? { distanceMinor: distance.amount.minor }
    : { distanceBasisPoints: distance.basisPoints };
}
