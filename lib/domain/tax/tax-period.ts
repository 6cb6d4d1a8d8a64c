import { DAY_MS, instant, type CalendarDate, type Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import { startOfDay, type OffsetAt, type Period } from '../time/period';
import type { TaxProfile } from './tax-profile';

/** A time returns are made for. */
export interface TaxPeriod extends Period {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

type Stepped = Pick<TaxProfile, 'period' | 'quarterEnds'>;

/** The period of the returns a moment is in: a month, or a quarter that ends where the profile says. */
export function returnPeriodOf(at: Instant, { period, quarterEnds }: Stepped, offsetAt: OffsetAt): TaxPeriod {
  const { year, month } = partsOf(localDate(at, offsetAt));
  if (period === 'month') return monthsFrom(year, month, 1, offsetAt);
  // Months since the last quarter ended: 0 is its first month.
  const into = (month - 1 - quarterEnds + 12) % 3;
  return monthsFrom(year, month - into, 3, offsetAt);
}

/** Calendar quarters, by which platforms and the one-stop shop report. */
export function calendarQuarterOf(at: Instant, offsetAt: OffsetAt): TaxPeriod {
  return returnPeriodOf(at, { period: 'quarter', quarterEnds: 3 }, offsetAt);
}

/** The accounting year a moment is in. */
export function taxYearOf(at: Instant, { yearStart }: Pick<TaxProfile, 'yearStart'>, offsetAt: OffsetAt): TaxPeriod {
  const { year, month, day } = partsOf(localDate(at, offsetAt));
  const begun = month > yearStart.month || (month === yearStart.month && day >= yearStart.day);
  const first = begun ? year : year - 1;
  return between(
    dateOf(first, yearStart.month, yearStart.day),
    dateOf(first + 1, yearStart.month, yearStart.day),
    offsetAt,
  );
}

export function calendarYearOf(at: Instant, offsetAt: OffsetAt): TaxPeriod {
  return taxYearOf(at, { yearStart: { month: 1, day: 1 } }, offsetAt);
}

/** Periods from the one `from` is in to the one `to` is in, the oldest first. */
export function periodsBetween(from: Instant, to: Instant, periodOf: (at: Instant) => TaxPeriod): readonly TaxPeriod[] {
  const periods: TaxPeriod[] = [];
  for (let period = periodOf(from); period.from <= to; period = periodOf(period.to)) periods.push(period);
  return periods;
}

/**
 * The twelve months up to the end of the day `now` is on.
 *
 * @example on 15 March 2026: 16 March 2025 to 15 March 2026
 */
export function lastTwelveMonths(now: Instant, offsetAt: OffsetAt): TaxPeriod {
  const { year, month, day } = partsOf(localDate(now, offsetAt));
  const after = dateOf(year, month, day + 1);
  // From the day a year before: counted from the day after, or a 29 February would lose the 1 March before it.
  const from = partsOf(after);
  return between(dateOf(from.year - 1, from.month, from.day), after, offsetAt);
}

/** The moment a day began on the seller's clock. */
export function startOfDate(date: CalendarDate, offsetAt: OffsetAt): Instant {
  const midnight = instant(Date.parse(date));
  // Noon of it on the seller's clock, give or take, is the same day.
  return startOfDay(instant(midnight + DAY_MS / 2 - offsetAt(midnight)), offsetAt);
}

function monthsFrom(year: number, month: number, count: number, offsetAt: OffsetAt): TaxPeriod {
  return between(dateOf(year, month, 1), dateOf(year, month + count, 1), offsetAt);
}

function between(first: CalendarDate, after: CalendarDate, offsetAt: OffsetAt): TaxPeriod {
  const last = new Date(Date.parse(after) - DAY_MS).toISOString().slice(0, 10) as CalendarDate;
  return { first, last, from: startOfDate(first, offsetAt), to: startOfDate(after, offsetAt) };
}

/** Months and days beyond their year or month run on into the next, as the calendar does. */
function dateOf(year: number, month: number, day: number): CalendarDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as CalendarDate;
}

function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}
