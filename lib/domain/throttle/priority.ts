/**
 * How much a request matters when the rate budget is short: a person waiting goes first, a backfill last.
 * Source: the order user > orders > repricing > watch > backfill of the design.
 */
export type Priority = 'user' | 'orders' | 'repricing' | 'watch' | 'backfill';

/** Share of the bucket, in percent, that a request must leave untouched for more important ones. */
const RESERVED_PERCENT: Readonly<Record<Priority, number>> = {
  user: 0,
  orders: 10,
  repricing: 25,
  watch: 40,
  backfill: 55,
};

/**
 * Thousandths of a token that must stay in the bucket after a request of this priority. Never so many that the
 * request could not be granted from a full bucket.
 *
 * @example with a bucket of 10 tokens a backfill leaves 5.5: `reservedMilliTokens('backfill', 10_000)` is 5,500
 */
export function reservedMilliTokens(priority: Priority, bucketMilliTokens: number): number {
  const share = Math.floor((bucketMilliTokens * RESERVED_PERCENT[priority]) / 100);
  return Math.max(0, Math.min(share, bucketMilliTokens - 1000));
}

/** Whether tokens reserved by `holder` may be spent by `asker`: only by somebody at least as important. */
export function maySpend(holder: Priority, asker: Priority): boolean {
  return RESERVED_PERCENT[asker] <= RESERVED_PERCENT[holder];
}
