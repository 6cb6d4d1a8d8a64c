import { DAY_MS, instant, type Instant } from '../time/instant';

/** A stretch in which sales may have been missed; `from` null: all the time before. */
export interface SalesGap {
  readonly from: Instant | null;
  readonly until: Instant;
}

export interface WeekOfSales {
  readonly from: Instant;
  /** The week is what lies after `from`, up to and with `until`. */
  readonly until: Instant;
  readonly sales: number;
  /** False: sales of this week may be missing, so that it sold at least so many. */
  readonly complete: boolean;
}

const WEEK_MS = 7 * DAY_MS;

/** No chart shows more bars than these. */
const MOST_WEEKS = 53;

/**
 * Sales by week, oldest first. Weeks are counted back from the moment the sales were last read, so that the newest one is
 * whole, and go back to the oldest sale, gap or the beginning of the time asked for, whichever is youngest.
 *
 * @param readAt when the sales were last read; what came later is not known
 * @param since where the time asked for begins; null: with the oldest sale
 * @example read on Monday noon, sales on Sunday, Friday and ten days before: two weeks, of 1 and 2 sales
 */
export function weeklyVolume(
  sales: readonly { readonly purchasedAt: Instant }[],
  gaps: readonly SalesGap[],
  { readAt, since }: { readonly readAt: Instant; readonly since: Instant | null },
): readonly WeekOfSales[] {
  const times = sales.map(({ purchasedAt }) => purchasedAt).filter((at) => at <= readAt);
  const begins = since ?? Math.min(...times, ...gaps.map(({ until }) => until), readAt);
  const count = Math.min(MOST_WEEKS, Math.ceil((readAt - begins) / WEEK_MS));
  return Array.from({ length: Math.max(0, count) }, (_, nth): WeekOfSales => {
    const from = instant(readAt - (count - nth) * WEEK_MS);
    const until = instant(from + WEEK_MS);
    return {
      from,
      until,
      sales: times.filter((at) => at > from && at <= until).length,
      complete: !gaps.some((gap) => (gap.from === null || gap.from < until) && gap.until > from),
    };
  });
}
