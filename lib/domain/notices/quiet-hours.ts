import { DAY_MS, MINUTE_MS, type Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';

/** Minutes after local midnight; `from` counts, `to` no longer. May run over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether nothing may ring at `now`. Equal ends mean no quiet hours at all, never a whole silent day.
 *
 * @example 22:00 to 08:00 is `{ from: 1320, to: 480 }`: 23:30 and 07:59 are quiet, 08:00 is not
 */
export function isQuiet(hours: QuietHours | null, now: Instant, offsetAt: OffsetAt): boolean {
  if (hours === null) return false;
  const minute = minuteOfDay(now, offsetAt);
  const { from, to } = hours;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Minutes after midnight on the local clock. */
function minuteOfDay(now: Instant, offsetAt: OffsetAt): number {
  const local = (((now + offsetAt(now)) % DAY_MS) + DAY_MS) % DAY_MS;
  return Math.floor(local / MINUTE_MS);
}
