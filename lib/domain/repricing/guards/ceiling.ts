import type { Money } from '../../money/money';
import { line } from '../trail';
import type { Scene, Verdict } from '../scene';
import type { StepBounds } from './step';
import { keptFrom } from './upper-bound';

/**
 * Never above the ceiling. A price that stands so far above it that one step does not lead there is left to a person:
 * every price on the way would be above the ceiling, and a jump would be the fall the step guard is there to prevent.
 *
 * @example ceiling $202, wanted $210: $202; from $300 with steps of 10 %: held, since $270 is still above
 */
export function keepBelowCeiling(price: Money, scene: Scene, bounds: StepBounds): Verdict {
  const { ceiling } = scene;
  const facts = { ceilingMinor: ceiling.minor };
  if (price.minor <= ceiling.minor) return { hold: null, price, line: line('ceiling', 'passed', price, facts) };
  const hold = keptFrom(ceiling, scene, bounds);
  if (hold !== null) return { hold, price, line: line('ceiling', 'held', price, facts) };
  return { hold: null, price: ceiling, reason: 'ceiling', line: line('ceiling', 'moved', ceiling, facts) };
}
