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

/**
 * Thins the price history: of each variant's observations in an hour (then a day) the last one stays. Works off one
 * whole day a transaction, so that it may be cut anywhere and an hour is never split.
 *
 * @returns rows that went
 */
export async function compactHistory(db: ArchvdDatabase, now: Instant, shouldYield: () => boolean): Promise<number> {
  let gone = 0;
  for (const step of STEPS) {
    for (let more = true; more && !shouldYield();) {
      const removed = await compactDay(db, step, now);
      more = removed !== null;
      gone += removed ?? 0;
    }
  }
  return gone;
}

/** null: nothing of this tier is old enough. */
async function compactDay(db: ArchvdDatabase, step: Step, now: Instant): Promise<number | null> {
  const limit = floorTo(shiftInstant(now, -step.olderThanMs), DAY_MS);
  return db.transaction('rw', db.marketPriceHistory, async () => {
    const oldest = await db.marketPriceHistory.where('[tier+at]').between([step.from, 0], [step.from, limit]).first();
    if (oldest === undefined) return null;
    const dayEnd = floorTo(oldest.at, DAY_MS) + DAY_MS;
    const rows = await db.marketPriceHistory.where('[tier+at]').between([step.from, 0], [step.from, dayEnd]).toArray();
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
