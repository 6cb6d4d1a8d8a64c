import type { RuleSchedule, RuleScope } from '@/lib/domain/repricing/rule';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';

/** Names told before the rest is only counted. */
const NAMED = 3;

/** Which listings: `Nike, listed over 30 days`, or `all listings`. */
export function scopeText(scope: RuleScope): string {
  const parts = [
    namesText(scope.brands),
    namesText(scope.styleCodes),
    scope.usSizes.length === 0
      ? null
      : t('ruleText.sizes', [namesText(scope.usSizes.map((size) => `US ${size}`)) ?? '']),
    scope.tags.length === 0 ? null : t('ruleText.tags', [namesText(scope.tags) ?? '']),
    ageText(scope.age),
    priceText(scope.price),
    scope.consigned === null ? null : scope.consigned ? t('ruleText.consigned') : t('ruleText.withYou'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('ruleText.everything') : parts.join(', ');
}

function namesText(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return names.length > NAMED
    ? t('ruleText.several', [names.slice(0, NAMED - 1).join(', '), names.length - NAMED + 1])
    : names.join(', ');
}

function ageText({ from, to }: RuleScope['age']): string | null {
  const days = (count: number) => t('ruleText.days', count, [count]);
  if (from !== null && to !== null) return t('ruleText.ageBetween', [String(from), days(to)]);
  if (from !== null) return t('ruleText.ageOver', [days(from)]);
  return to === null ? null : t('ruleText.ageUnder', [days(to)]);
}

function priceText({ from, to }: RuleScope['price']): string | null {
  if (from !== null && to !== null) return t('ruleText.priceBetween', [moneyText(from), moneyText(to)]);
  if (from !== null) return t('ruleText.priceOver', [moneyText(from)]);
  return to === null ? null : t('ruleText.priceUnder', [moneyText(to)]);
}

const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [0, 6];

/** `weekdays 9-17`, `Mon, Thu 22:30-6`, `at any time`. */
export function scheduleText(schedule: RuleSchedule | null): string {
  if (schedule === null) return t('ruleText.always');
  const { fromMinute, toMinute } = schedule;
  const hours = `${minuteText(fromMinute)}\u2013${minuteText(toMinute)}`;
  const days = [...new Set(schedule.weekdays)].toSorted((a, b) => a - b);
  const are = (others: readonly number[]) => days.length === others.length && days.every((day) => others.includes(day));
  if (days.length === 7) return t('ruleText.everyDay', [hours]);
  if (are(WEEKDAYS)) return t('ruleText.weekdays', [hours]);
  if (are(WEEKEND)) return t('ruleText.weekends', [hours]);
  // Monday first, as a week is planned.
  const names = [...days.filter((day) => day > 0), ...days.filter((day) => day === 0)].map(weekdayText).join(', ');
  return t('ruleText.onDays', [names, hours]);
}

/** `9`, `22:30` */
function minuteText(minute: number): string {
  const [hours, rest] = [Math.floor(minute / 60), minute % 60];
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, '0')}`;
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** A day of the week by its number, 0 is Sunday: `Mon`. */
export function weekdayText(day: number): string {
  // 4 January 1970 was a Sunday.
  return weekday.format(Date.UTC(1970, 0, 4 + day));
}
