import { ageOf, MINUTE_MS } from '../../time/instant';
import type { Money } from '../../money/money';
import type { HoldReason, TrailLine } from '../decision';
import { line } from '../trail';
import type { Scene, Verdict } from '../scene';

/**
 * Between two changes of a listing lies some time, whoever made the first, and a change too small is not worth one. A
 * price below its floor waits for neither.
 *
 * @example changed 40 minutes ago with a cool-down of 60: held
 */
export function coolDown(price: Money, scene: Scene): Verdict {
  const { hold, facts } = judge(price, scene);
  return { hold, price, line: line('cool-down', hold === null ? 'passed' : 'held', price, facts) };
}

/** The same once more for the price as the guards after it left it; null when it may go. */
export function coolDownAtEnd(price: Money, scene: Scene): { hold: HoldReason; line: TrailLine } | null {
  const { hold, facts } = judge(price, scene);
  return hold === null ? null : { hold, line: line('cool-down', 'held', price, facts) };
}

function judge(price: Money, { input, guards, belowFloor, price: from }: Scene) {
  const age = ageOf(input.listing.moves[0]?.at ?? null, input.now);
  const change = Math.abs(price.minor - from.minor);
  const facts = {
    minutesSinceMove: Number.isFinite(age) ? Math.floor(age / MINUTE_MS) : null,
    cooldownMinutes: guards.cooldownMinutes,
    changeMinor: change,
    smallestStepMinor: guards.smallestStep.minor,
    belowFloor,
  };
  let hold: HoldReason | null = null;
  if (change !== 0 && !belowFloor) {
    if (age < guards.cooldownMinutes * MINUTE_MS) hold = 'cool-down';
    else if (change < guards.smallestStep.minor) hold = 'too-small';
  }
  return { hold, facts };
}
