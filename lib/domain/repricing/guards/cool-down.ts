import { ageOf, MINUTE_MS } from '../../time/instant';
import type { Money } from '../../money/money';
import type { HoldReason } from '../decision';
import { line } from '../trail';
import type { Scene, Verdict } from '../scene';

/**
 * Asked twice: in its turn, and once more for the price as the guards after it left it.
 *
 * Between two changes of a listing lies some time, whoever made the first, and a change too small is not worth one. A
 * price below its floor waits for neither.
 *
 * @example changed 40 minutes ago with a cool-down of 60: held
 */
export function coolDown(price: Money, { input, guards, belowFloor, price: from }: Scene): Verdict {
  const age = ageOf(input.listing.moves[0]?.at ?? null, input.now);
  const change = Math.abs(price.minor - from.minor);
  let hold: HoldReason | null = null;
  if (change !== 0 && !belowFloor) {
    if (age < guards.cooldownMinutes * MINUTE_MS) hold = 'cool-down';
    else if (change < guards.smallestStep.minor) hold = 'too-small';
  }
  const facts = {
    minutesSinceMove: Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null,
    cooldownMinutes: guards.cooldownMinutes,
    changeMinor: change,
    smallestStepMinor: guards.smallestStep.minor,
    belowFloor,
  };
  return { hold, price, line: line('cool-down', hold === null ? 'passed' : 'held', price, facts) };
}
