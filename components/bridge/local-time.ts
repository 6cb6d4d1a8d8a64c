import { DAY_MS, instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { lastDays, startOfDay, type OffsetAt, type Period } from '@/lib/domain/time/period';

/** The clock of this device. */
export const localOffset: OffsetAt = (at) => -new Date(at).getTimezoneOffset() * MINUTE_MS;

/** Times with a name. The tax year of the UK begins on 6 April; that of the US is the calendar year. */
export const PERIODS = [
  'today',
  '7',
  '30',
  '90',
  'month',
  'last-month',
  'quarter',
  'last-quarter',
  'year',
  'last-year',
  'uk-tax',
  'uk-tax-last',
  'all',
] as const;

/** A named time, or two days with what lies between them: `2026-01-01..2026-03-31`. */
export type PeriodChoice = (typeof PERIODS)[number] | `${string}..${string}`;

/** Reads a choice from an address; null when it names no time. */
export function periodChoice(text: string | null): PeriodChoice | null {
  const named = PERIODS.find((each) => each === text);
  if (named !== undefined) return named;
  return daysOf(text) === null ? null : (text as PeriodChoice);
}

/** First and last day of a time that was typed, as `2026-01-01`; null for a named one. */
export function daysOf(choice: string | null): { readonly first: string; readonly last: string } | null {
  const match = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(choice ?? '');
  const [, first, last] = match ?? [];
  if (first === undefined || last === undefined || first > last) return null;
  return Number.isNaN(Date.parse(first)) || Date.parse(last) - Date.parse(first) > 100 * 366 * DAY_MS
    ? null
    : { first, last };
}

/**
 * The days a choice means, up to the end of today where it reaches that far; null is everything.
 *
 * @example `periodOf('month', now, localOffset)` begins at local midnight of the first of this month
 */
export function periodOf(choice: PeriodChoice, now: Instant, offsetAt: OffsetAt): Period | null {
  if (choice === 'all') return null;
  const days = choice === 'today' ? 1 : Number(choice);
  if (Number.isInteger(days) && days > 0) return lastDays(now, days, offsetAt);
  const typed = daysOf(choice);
  if (typed !== null) {
    return {
      from: localDay(Date.parse(typed.first), offsetAt),
      to: localDay(Date.parse(typed.last) + DAY_MS, offsetAt),
    };
  }
  const [from, to] = calendar(choice, new Date(now + offsetAt(now)));
  const today = lastDays(now, 1, offsetAt).to;
  const end = to === null ? today : localDay(to, offsetAt);
  return { from: localDay(from, offsetAt), to: end < today ? end : today };
}

/** First day and the day after the last one, at midnight as if the calendar were UTC's; null: up to today. */
function calendar(choice: PeriodChoice, local: Date): readonly [from: number, to: number | null] {
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()];
  const taxYear = local.getTime() >= Date.UTC(year, 3, 6) ? year : year - 1;
  if (choice === 'last-month') return [Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1)];
  const quarter = month - (month % 3);
  if (choice === 'quarter') return [Date.UTC(year, quarter, 1), null];
  if (choice === 'last-quarter') return [Date.UTC(year, quarter - 3, 1), Date.UTC(year, quarter, 1)];
  if (choice === 'year') return [Date.UTC(year, 0, 1), null];
  if (choice === 'last-year') return [Date.UTC(year - 1, 0, 1), Date.UTC(year, 0, 1)];
  if (choice === 'uk-tax') return [Date.UTC(taxYear, 3, 6), null];
  if (choice === 'uk-tax-last') return [Date.UTC(taxYear - 1, 3, 6), Date.UTC(taxYear, 3, 6)];
  return [Date.UTC(year, month, 1), null];
}

/** Local midnight of a day: noon of it on the local clock, give or take, is the same day. */
function localDay(utcMidnight: number, offsetAt: OffsetAt): Instant {
  return startOfDay(instant(utcMidnight + DAY_MS / 2 - offsetAt(instant(utcMidnight))), offsetAt);
}
