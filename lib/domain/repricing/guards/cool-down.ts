import { ageOf, MINUTE_MS } from '../../time/instant';
import type { PriceGuard, Scene } from '../scene';

/**
 * Asked twice: in its turn, and once more for the price as the guards after it left it.
 *
 * Between two changes of a listing lies some time, whoever made the first, and a change too small is not worth one. A
 * price below its floor waits for neither.
 *
 * @example changed 40 minutes ago with a cool-down of 60: held
 */
export const coolDownGuard: PriceGuard<'cool-down'> = {
  name: 'cool-down',
  judge(price, { scene }) {
    const { guards, belowFloor } = scene;
    const change = Math.abs(price.minor - scene.price.minor);
    if (change === 0 || belowFloor) return null;
    if (sinceMove(scene) < guards.cooldownMinutes * MINUTE_MS) return { hold: 'cool-down' };
    return change < guards.smallestStep.minor ? { hold: 'too-small' } : null;
  },
  facts(price, { scene }) {
    const { guards, belowFloor } = scene;
    const age = sinceMove(scene);
    return {
      minutesSinceMove: Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null,
      cooldownMinutes: guards.cooldownMinutes,
      changeMinor: Math.abs(price.minor - scene.price.minor),
      smallestStepMinor: guards.smallestStep.minor,
      belowFloor,
    };
  },
};

function sinceMove({ input }: Scene): number {
  return ageOf(input.listing.moves[0]?.at ?? null, input.now);
}
