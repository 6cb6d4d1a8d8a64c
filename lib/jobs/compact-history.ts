import type { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import { DAY_MS, HOUR_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';

interface Step {
  readonly from: PriceHistoryRow['tier'];
  readonly to: PriceHistoryRow['tier'];
  readonly olderThanMs: number;
  readonly bucketMs: number;
}

/** Raw for 48 hours, then one an hour for 90 days, then one a day for ever. */
const STEPS: readonly Step[] = [
  { from: 'raw', to: 'hourly', olderThanMs: 2 * DAY_MS, bucketMs: HOUR_MS },
  { from: 'hourly', to: 'daily', olderThanMs: 90 * DAY_MS, bucketMs: DAY_MS },
];

/** Rows of one transaction, about: other writers of the history wait for it. An hour, or a day, is never split. */
const MOST_ROWS = 5000;

/**
 * Thins the price history: of each variant's observations in an hour (then a day) the last one stays, since every figure
 * stands until the next one, and what a chart or a backtest asks for is the figure that stood. Works off some whole hours
 * (or one whole day) a transaction, oldest first, so that it may be cut anywhere and ends the same.
 *
 * @param mostRows of one transaction, about
 * @returns rows that went
 */
export async function compactHistory(
  db: ArchvdDatabase,
  now: Instant,
  shouldYield: () => boolean,
  mostRows: number = MOST_ROWS,
): Promise<number> {
  let gone = 0;
  for (const step of STEPS) {
    for (let more = true; more && !shouldYield();) {
      const removed = await compactSome(db, step, now, mostRows);
      more = removed !== null;
      gone += removed ?? 0;
    }
  }
  return gone;
}

/** null: nothing of this tier is old enough. */
async function compactSome(db: ArchvdDatabase, step: Step, now: Instant, mostRows: number): Promise<number | null> {
  const limit = floorTo(shiftInstant(now, -step.olderThanMs), DAY_MS);
  return db.transaction('rw', db.marketPriceHistory, async () => {
    const before = (end: number) => db.marketPriceHistory.where('[tier+at]').between([step.from, 0], [step.from, end]);
    const [oldest, last] = await Promise.all([before(limit).first(), before(limit).offset(mostRows).first()]);
    if (oldest === undefined) return null;
    const firstEnd = floorTo(oldest.at, step.bucketMs) + step.bucketMs;
    const end = last === undefined ? limit : Math.max(firstEnd, floorTo(last.at, step.bucketMs));
    const rows = await before(end).toArray();
    const kept = lastOfEach(rows, step.bucketMs);
    const keptIds = new Set(kept.map((row) => row.id));
    await db.marketPriceHistory.bulkPut(kept.map((row) => ({ ...row, tier: step.to })));
    await db.marketPriceHistory.bulkDelete(rows.filter((row) => !keptIds.has(row.id)).map((row) => row.id));
    return rows.length - kept.length;
  });
}

function lastOfEach(rows: readonly PriceHistoryRow[], bucketMs: number): readonly PriceHistoryRow[] {
  const last = new Map<string, PriceHistoryRow>();
  for (const row of rows) {
    const key = `${row.variantId}@${floorTo(row.at, bucketMs)}`;
    const known = last.get(key);
    if (known === undefined || known.at <= row.at) last.set(key, row);
  }
  return [...last.values()];
}

function floorTo(at: number, unit: number): number {
  return at - (at % unit);
}
