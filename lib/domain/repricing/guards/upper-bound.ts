import type { HoldReason } from '../decision';
import type { Money } from '../../money/money';
import type { Scene } from '../scene';
import type { StepBounds } from './step';

/**
 * Why a price may not be lowered to an upper bound: it would fall further than a step, or to the highest offer. Then it
 * stays as it is rather than break one bound for another.
 */
export function keptFrom(bound: Money, { market }: Scene, steps: StepBounds): HoldReason | null {
  if (market.highestOffer !== null && bound.minor <= market.highestOffer.minor) return 'would-sell-at-once';
  return bound.minor < steps.lowest.minor ? 'out-of-reach' : null;
}
