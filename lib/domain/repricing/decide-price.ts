import type { Decision, DecisionInput, TrailLine } from './decision';
import { deliberate } from './deliberate';
import type { GuardSettings } from './guard-settings';
import type { RepricingRule } from './rule';

/**
 * What becomes of one listing's price, and why: preview, backtest and live runs ask nothing else, and the same input
 * always gives the same decision.
 *
 * A change is in whole dollars, at or above the floor, at or below the ceiling, above the highest offer, within the
 * catalogue's limits and within one step of the price it has. Only a price that was below its floor may be raised
 * further than a step: to the floor, or to just above the highest offer where that is higher. Where no price is all of
 * that, the decision is to hold. The limits of a whole run are planRun's.
 *
 * @param rule the one `matchRule` found; null when none fits
 * @param utcOffsetMinutes from UTC to the seller's own time, for the rule's schedule
 * @example $155, rule "$1 below the lowest ask", ask $150 of somebody else, floor $120: change to $149
 */
export function decidePrice(
  input: DecisionInput,
  rule: RepricingRule | null,
  guards: GuardSettings,
  utcOffsetMinutes: number,
): Decision {
  const trail: TrailLine[] = [];
  const { decision } = deliberate({ input, rule, guards, utcOffsetMinutes }, trail);
  return { ...decision, trail };
}
