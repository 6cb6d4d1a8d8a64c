import { DAY_MS, instant, type Instant } from './instant';

/** From a moment on, up to and not including another. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** Milliseconds a place's clock is ahead of UTC at a moment: +3,600,000 for London in summer. */
export type OffsetAt = (at: Instant) => number;

export function isWithin(period: Period, at: Instant): boolean {
  return at >= period.from && at < period.to;
}

/**
 * The moment the day of `at` began where the clock is `offsetAt` ahead of UTC; on the days the clock changes too.
 *
 * @example in London, for 2026-03-29T12:00Z (the day summer time began at 01:00), it is 2026-03-29T00:00Z
 */
export function startOfDay(at: Instant, offsetAt: OffsetAt): Instant {
  return startOfLocalDay(localDay(at, offsetAt), offsetAt);
}

/**
 * The last `days` calendar days: the day of `now` and those before it, up to the end of today. One day is today alone.
 */
export function lastDays(now: Instant, days: number, offsetAt: OffsetAt): Period {
  const today = localDay(now, offsetAt);
  return { from: startOfLocalDay(today - days + 1, offsetAt), to: startOfLocalDay(today + 1, offsetAt) };
}

/** The days of a period, one after the other, without gap or overlap. */
export function daysIn(period: Period, offsetAt: OffsetAt): readonly Period[] {
  const days: Period[] = [];
  for (let day = localDay(period.from, offsetAt); ; day += 1) {
    const from = startOfLocalDay(day, offsetAt);
    if (from >= period.to) return days;
    days.push({ from, to: startOfLocalDay(day + 1, offsetAt) });
  }
}

/** Days since 1970-01-01 on the local calendar. */
function localDay(at: Instant, offsetAt: OffsetAt): number {
  return Math.floor((at + offsetAt(at)) / DAY_MS);
}

/**
 * Midnight may come twice (the earlier one counts) or, where clocks jump at midnight, not at all; then the day begins
 * at the jump, which is midnight by the clock before it.
 */
function startOfLocalDay(day: number, offsetAt: OffsetAt): Instant {
  const midnight = day * DAY_MS;
  const byClockBefore = midnight - offsetAt(instant(midnight - DAY_MS));
  const byClockAfter = midnight - offsetAt(instant(midnight + DAY_MS));
  const candidates = [byClockBefore, byClockAfter].toSorted((a, b) => a - b);
  const found = candidates.find((ms) => ms + offsetAt(instant(ms)) === midnight);
  return instant(found ?? byClockBefore);
}
