import { DAY_MS, instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import { lastDays, startOfDay, type OffsetAt, type Period } from '@/lib/domain/time/period';

/** The clock of this device. */
export const localOffset: OffsetAt = (at) => -new Date(at).getTimezoneOffset() * MINUTE_MS;

export const PERIODS = ['7', '30', '90', 'month', 'year', 'all'] as const;
export type PeriodChoice = (typeof PERIODS)[number];

/**
 * The days a choice means, up to the end of today; null is everything.
 *
 * @example `periodOf('month', now, localOffset)` begins at local midnight of the first of this month
 */
export function periodOf(choice: PeriodChoice, now: Instant, offsetAt: OffsetAt): Period | null {
  if (choice === 'all') return null;
  if (choice === '7' || choice === '30' || choice === '90') return lastDays(now, Number(choice), offsetAt);
  const local = new Date(now + offsetAt(now));
  const firstDay = Date.UTC(local.getUTCFullYear(), choice === 'year' ? 0 : local.getUTCMonth(), 1);
  // Noon of that day on the local clock, give or take: the day itself is what counts.
  const noon = instant(firstDay + DAY_MS / 2 - offsetAt(instant(firstDay)));
  return { from: startOfDay(noon, offsetAt), to: lastDays(now, 1, offsetAt).to };
}
