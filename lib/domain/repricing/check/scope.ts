import type { RuleProblem } from '../check-rule';
import type { RuleSchedule, RuleSettings } from '../rule';
import { amount, NONE, number, PRICE_CURRENCY, problem, type Found } from './figures';

export function checkScope({ scope }: RuleSettings): Found {
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

export function checkSchedule(schedule: RuleSchedule | null): Found {
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
