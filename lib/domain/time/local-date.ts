import type { CalendarDate, Instant } from './instant';
import type { OffsetAt } from './period';

/**
 * The day it is at `now` on the clock that is `offsetAt` ahead of UTC.
 *
 * @example 23:30 UTC on 1 June in London, an hour ahead, is `2026-06-02`
 */
export function localDate(now: Instant, offsetAt: OffsetAt): CalendarDate {
  return new Date(now + offsetAt(now)).toISOString().slice(0, 10) as CalendarDate;
}
