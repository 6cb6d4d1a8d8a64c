import { BASIS_POINTS } from '../../money/arithmetic';
import type { Money } from '../../money/money';
import type { GuardSettings } from '../guard-settings';
import { higher, lower, share, wholePrice } from '../whole-price';
import type { PriceGuard } from '../scene';

export interface StepBounds {
  readonly lowest: Money;
  readonly highest: Money;
}

/**
 * The whole prices that one step may lead to. The price it has is always among them, whole or not.
 *
 * @example $155 with 10 % down and 20 % up: $140 (139.50 rounded up) to $186
 */
export function stepBounds(price: Money, guards: GuardSettings): StepBounds {
  const down = Math.min(BASIS_POINTS, guards.maxDownBasisPoints);
  return {
    lowest: wholePrice(share(price, BASIS_POINTS - down, 'up'), 'up'),
    highest: wholePrice(share(price, BASIS_POINTS + guards.maxUpBasisPoints, 'down'), 'down'),
  };
}

/** No price falls or rises further at once than the limits allow: a long way is gone in several runs. */
export const stepGuard: PriceGuard<'step'> = {
  name: 'step',
  judge(price, { scene, steps: { lowest, highest } }) {
    if (price.minor === scene.price.minor) return null;
    if (lowest.minor > highest.minor && !scene.belowFloor) return { hold: 'out-of-reach' };
    const limited = lower(higher(price, lowest), highest);
    return limited.minor === price.minor ? null : { hold: null, price: limited, reason: 'step' };
  },
  facts(_price, { scene, steps: { lowest, highest } }) {
    const { maxDownBasisPoints, maxUpBasisPoints } = scene.guards;
    return {
      fromMinor: scene.price.minor,
      lowestMinor: lowest.minor,
      highestMinor: highest.minor,
      maxDownBasisPoints,
      maxUpBasisPoints,
    };
  },
};
