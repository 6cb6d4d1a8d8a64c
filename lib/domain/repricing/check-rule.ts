import { BASIS_POINTS } from '../money/arithmetic';
import { amount, NONE, number, problem, someAmount, type Found } from './check/figures';
import { checkSchedule, checkScope } from './check/scope';
import { checkStrategy, checkTarget } from './check/strategy';
import type { CeilingPolicy, RuleSettings } from './rule';

export type RuleProblemCode =
  | 'not-a-number'
  | 'negative'
  | 'zero'
  | 'too-large'
  | 'not-whole'
  | 'currency'
  | 'from-above-to'
  | 'no-weekday'
  | 'weekday'
  | 'minute'
  | 'empty-hours'
  | 'empty'
  | 'step-above-most'
  | 'ceiling-below-minimum'
  | 'ceiling-below-floor';

/** What cannot be meant, and where: `path` names the field as it is written in RuleSettings (`ceiling.amount`). */
export interface RuleProblem {
  readonly code: RuleProblemCode;
  readonly path: string;
}

/**
 * What is wrong with a rule, in the order of its fields; nothing when it can be meant. A rule with a problem never
 * decides.
 *
 * @example a ceiling of $100 with an own minimum of $120: `[{ code: 'ceiling-below-minimum', path: 'ceiling.amount' }]`
 */
export function checkRule(settings: RuleSettings): readonly RuleProblem[] {
  let problems = checked.get(settings);
  if (problems === undefined) {
    problems = [
      ...checkScope(settings),
      ...checkSchedule(settings.schedule),
      ...checkStrategy(settings.strategy),
      ...checkTarget(settings.floor.target, 'floor.target'),
      ...amount(settings.floor.ownMinimum, 'floor.ownMinimum', null),
      ...checkCeiling(settings.ceiling),
      ...checkCeilingMeetsMinimum(settings),
    ];
    checked.set(settings, problems);
  }
  return problems;
}

/** One rule is asked for thousands of listings. */
const checked = new WeakMap<RuleSettings, readonly RuleProblem[]>();

const MOST_CEILING = 1_000_000;

function checkCeiling(ceiling: CeilingPolicy): Found {
  switch (ceiling.kind) {
    case 'amount':
      return someAmount(ceiling.amount, 'ceiling.amount');
    case 'reference':
      return number(ceiling.basisPoints, 'ceiling.basisPoints', 1, MOST_CEILING);
    case 'floor': {
      const found = number(ceiling.basisPoints, 'ceiling.basisPoints', 1, MOST_CEILING);
      if (found.length > 0 || ceiling.basisPoints >= BASIS_POINTS) return found;
      return problem('ceiling-below-floor', 'ceiling.basisPoints');
    }
  }
}

function checkCeilingMeetsMinimum({ floor, ceiling }: RuleSettings): Found {
  const least = floor.ownMinimum;
  if (least === null || ceiling.kind !== 'amount' || ceiling.amount.currency !== least.currency) return NONE;
  return ceiling.amount.minor < least.minor ? problem('ceiling-below-minimum', 'ceiling.amount') : NONE;
}
