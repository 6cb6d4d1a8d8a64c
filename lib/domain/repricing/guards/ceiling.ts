import type { PriceGuard } from '../scene';
import { keptFrom } from './upper-bound';

/**
 * Never above the ceiling. A price that stands so far above it that one step does not lead there is left to a person:
 * every price on the way would be above the ceiling, and a jump would be the fall the step guard is there to prevent.
 *
 * @example ceiling $202, wanted $210: $202; from $300 with steps of 10 %: held, since $270 is still above
 */
export const ceilingGuard: PriceGuard<'ceiling'> = {
  name: 'ceiling',
  judge(price, { scene, steps }) {
    const { ceiling } = scene;
    if (price.minor <= ceiling.minor) return null;
    const hold = keptFrom(ceiling, scene, steps);
    return hold === null ? { hold, price: ceiling, reason: 'ceiling' } : { hold };
  },
  facts: (_price, { scene }) => ({ ceilingMinor: scene.ceiling.minor }),
};
