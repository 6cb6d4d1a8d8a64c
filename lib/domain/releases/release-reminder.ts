import { DAY_MS, HOUR_MS, instant, type Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';
import type { Release } from './release';

/** A day before the release, and an hour before it where its moment is known. */
export type ReleaseReminder = 'day' | 'hour';

/** Without a moment the day before is told in the morning, when there is still time for it. */
const MORNING_MS = 9 * HOUR_MS;

/**
 * The reminder a release is due at `now`, or null. What is over reminds of nothing.
 *
 * @example out on 5 December without a moment: `day` all through 4 December from 09:00 on the seller's clock; out at
 * 10:00: `day` from 10:00 on the day before, `hour` from 09:00
 */
export function decideReleaseReminder(
  { date, at, remind }: Pick<Release, 'date' | 'at' | 'remind'>,
  now: Instant,
  offsetAt: OffsetAt,
): ReleaseReminder | null {
  if (!remind) return null;
  if (at !== null) {
    const left = at - now;
    if (left <= 0 || left > DAY_MS) return null;
    return left <= HOUR_MS ? 'hour' : 'day';
  }
  // Held against the clock on the wall: a day on which clocks change has 23 or 25 hours, and its morning is still at 09:00.
  const left = Date.parse(`${date}T00:00:00Z`) - (now + offsetAt(now));
  return left > 0 && left <= DAY_MS - MORNING_MS ? 'day' : null;
}

/**
 * When releases are looked at again: at the next moment a reminder may be due, and within the hour, since more of them
 * may be watched by then.
 */
export function nextReleaseLook(near: readonly Pick<Release, 'at'>[], now: Instant): Instant {
  const moments = near.flatMap(({ at }) => (at === null ? [] : [at - DAY_MS, at - HOUR_MS]));
  return instant(Math.min(now + HOUR_MS, ...moments.filter((moment) => moment > now)));
}

/** One id a reminder: a release that is moved reminds anew. */
export function releaseReminderId(
  { id, date, at }: Pick<Release, 'id' | 'date' | 'at'>,
  what: ReleaseReminder,
): string {
  return `release:${id}:${at ?? date}:${what}`;
}
