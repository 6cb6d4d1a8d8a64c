import { DAY_MS, instant, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { daysIn, startOfDay, type OffsetAt, type Period } from '@/lib/domain/time/period';

export type TimeStepName = 'day' | 'week' | 'month';

/** Up to so many days a chart has a bar per day, up to so many more a bar per week. */
const DAYS_BY_DAY = 45;
const DAYS_BY_WEEK = 200;

/**
 * A time in steps fit for a chart: days, weeks from Monday, or months of the seller's calendar, without gap or overlap.
 * The first and last step are cut to the time itself.
 *
 * @example 30 days are 30 days; 90 days are 13 or 14 weeks; a year is 12 months
 */
export function stepsOf(
  period: Period,
  offsetAt: OffsetAt,
): { readonly step: TimeStepName; readonly periods: readonly Period[] } {
  const days = (period.to - period.from) / DAY_MS;
  if (days <= DAYS_BY_DAY) return { step: 'day', periods: cut(daysIn(period, offsetAt), period) };
  const step = days <= DAYS_BY_WEEK ? 'week' : 'month';
  const periods: Period[] = [];
  for (let from = startOf(step, period.from, offsetAt); from < period.to;) {
    const to = step === 'week' ? dayAfter(from, 7, offsetAt) : startOf('month', dayAfter(from, 32, offsetAt), offsetAt);
    periods.push({ from, to });
    from = to;
  }
  return { step, periods: cut(periods, period) };
}

function cut(periods: readonly Period[], { from, to }: Period): readonly Period[] {
  return periods.map((each) => ({
    from: each.from < from ? from : each.from,
    to: each.to > to ? to : each.to,
  }));
}

function startOf(step: 'week' | 'month', at: Instant, offsetAt: OffsetAt): Instant {
  const local = new Date(at + offsetAt(at));
  const back = step === 'month' ? local.getUTCDate() - 1 : (local.getUTCDay() + 6) % 7;
  return dayAfter(at, -back, offsetAt);
}

/** The beginning of the day `days` later on the seller's calendar: noon is the same day, whatever the clocks do. */
function dayAfter(at: Instant, days: number, offsetAt: OffsetAt): Instant {
  const noon = shiftInstant(startOfDay(at, offsetAt), DAY_MS / 2);
  return startOfDay(instant(noon + days * DAY_MS), offsetAt);
}
