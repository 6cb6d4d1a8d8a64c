import type { Money } from '../money/money';
import { BASIS_POINTS } from '../money/arithmetic';
import type { ProfitTarget } from '../fees/floor-price';
import type { CeilingPolicy, Distance, RuleSchedule, RuleSettings, Strategy } from './rule';

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

/** Every price on alias is in dollars. What a sale must bring may be in the currency of the costs. */
const PRICE_CURRENCY = 'USD';

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

type Found = readonly RuleProblem[];

const NONE: Found = [];

function problem(code: RuleProblemCode, path: string): Found {
  return [{ code, path }];
}

function number(value: number, path: string, least: number, most: number): Found {
  if (!Number.isFinite(value)) return problem('not-a-number', path);
  if (value < 0 && least >= 0) return problem('negative', path);
  if (value < least) return problem(value === 0 ? 'zero' : 'negative', path);
  if (value > most) return problem('too-large', path);
  return Number.isInteger(value) ? NONE : problem('not-whole', path);
}

function amount(value: Money | null, path: string, currency: string | null): Found {
  if (value === null) return NONE;
  if (currency !== null && value.currency !== currency) return problem('currency', path);
  return number(value.minor, path, 0, Number.MAX_SAFE_INTEGER);
}

function someAmount(value: Money, path: string): Found {
  const found = amount(value, path, PRICE_CURRENCY);
  return found.length === 0 && value.minor === 0 ? problem('zero', path) : found;
}

function checkScope({ scope }: RuleSettings): Found {
  const { age, price } = scope;
  const found: RuleProblem[] = [];
  for (const key of ['brands', 'styleCodes', 'tags'] as const) {
    if (scope[key].some((name) => name.trim() === '')) found.push(...problem('empty', `scope.${key}`));
  }
  if (scope.usSizes.some((size) => !Number.isFinite(size))) found.push(...problem('not-a-number', 'scope.usSizes'));
  for (const key of ['from', 'to'] as const) {
    if (age[key] !== null) found.push(...number(age[key], `scope.age.${key}`, 0, Number.MAX_SAFE_INTEGER));
    found.push(...amount(price[key], `scope.price.${key}`, PRICE_CURRENCY));
  }
  if (age.from !== null && age.to !== null && age.from > age.to) found.push(...problem('from-above-to', 'scope.age'));
  if (price.from !== null && price.to !== null && price.from.minor > price.to.minor) {
    found.push(...problem('from-above-to', 'scope.price'));
  }
  return found;
}

const LAST_MINUTE = 24 * 60 - 1;

function checkSchedule(schedule: RuleSchedule | null): Found {
  if (schedule === null) return NONE;
  const found: RuleProblem[] = [];
  if (schedule.weekdays.length === 0) found.push(...problem('no-weekday', 'schedule.weekdays'));
  if (schedule.weekdays.some((day) => !Number.isInteger(day) || day < 0 || day > 6)) {
    found.push(...problem('weekday', 'schedule.weekdays'));
  }
  for (const key of ['fromMinute', 'toMinute'] as const) {
    const minute = schedule[key];
    if (!Number.isInteger(minute) || minute < 0 || minute > LAST_MINUTE) {
      found.push(...problem('minute', `schedule.${key}`));
    }
  }
  if (schedule.fromMinute === schedule.toMinute) found.push(...problem('empty-hours', 'schedule.toMinute'));
  return found;
}

const MOST_DAYS = 3650;

function checkStrategy(strategy: Strategy): Found {
  switch (strategy.kind) {
    case 'position':
      return strategy.side === 'match' ? NONE : checkDistance(strategy.distance, strategy.side);
    case 'velocity':
      return number(strategy.days, 'strategy.days', 1, MOST_DAYS);
    case 'margin':
      return [...checkTarget(strategy.target, 'strategy.target'), ...checkDistance(strategy.distance, 'below', 0)];
    case 'aging':
      return checkAging(strategy);
    case 'dynamic':
      return [
        ...number(strategy.stepBasisPoints, 'strategy.stepBasisPoints', 1, MOST_STEP),
        ...number(strategy.quietDays, 'strategy.quietDays', 1, MOST_DAYS),
      ];
    case 'experiment':
      return strategy.experimentId === '' ? problem('empty', 'strategy.experimentId') : NONE;
  }
}

function checkDistance(distance: Distance, side: 'below' | 'above', least = 1): Found {
  if (distance.kind === 'amount') {
    const path = 'strategy.distance.amount';
    return least === 0 ? amount(distance.amount, path, PRICE_CURRENCY) : someAmount(distance.amount, path);
  }
  // The whole of an ask below it is nothing at all.
  const most = side === 'below' ? BASIS_POINTS - 1 : BASIS_POINTS;
  return number(distance.basisPoints, 'strategy.distance.basisPoints', least, most);
}

const MOST_STEP = 5000;
const MOST_FALL = 9000;

function checkAging(aging: Extract<Strategy, { kind: 'aging' }>): Found {
  const found = [
    ...number(aging.afterDays, 'strategy.afterDays', 0, MOST_DAYS),
    ...number(aging.everyDays, 'strategy.everyDays', 1, MOST_DAYS),
    ...number(aging.stepBasisPoints, 'strategy.stepBasisPoints', 1, MOST_STEP),
    ...number(aging.mostBasisPoints, 'strategy.mostBasisPoints', 1, MOST_FALL),
  ];
  if (aging.revertAfterDays !== null) {
    found.push(...number(aging.revertAfterDays, 'strategy.revertAfterDays', 1, MOST_DAYS));
  }
  if (aging.stepBasisPoints > aging.mostBasisPoints) {
    found.push(...problem('step-above-most', 'strategy.stepBasisPoints'));
  }
  return found;
}

/** A margin of the whole price leaves nothing for the cost. A target below break-even would be a loss by rule. */
const MOST_MARGIN = 9900;
const MOST_ROI = 1_000_000;

function checkTarget(target: ProfitTarget, path: string): Found {
  switch (target.kind) {
    case 'break-even':
      return NONE;
    case 'profit':
      return amount(target.amount, `${path}.amount`, null);
    case 'margin':
      return number(target.basisPoints, `${path}.basisPoints`, 0, MOST_MARGIN);
    case 'roi':
      return number(target.basisPoints, `${path}.basisPoints`, 0, MOST_ROI);
  }
}

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
