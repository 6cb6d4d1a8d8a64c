import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { PriceHistoryRow } from '@/lib/db/rows';
import type { Instant } from '@/lib/domain/time/instant';

/**
 * A variant's observations since a moment, oldest first, with the last one before it: what it says still held then. An
 * observation is kept only when a figure changed.
 *
 * @param since null: all there are
 */
export async function priceHistory(
  db: ArchvdDatabase,
  variantId: string,
  since: Instant | null,
): Promise<readonly PriceHistoryRow[]> {
  const rows = (from: unknown, to: unknown, withTo: boolean) =>
    db.marketPriceHistory.where('[variantId+at]').between([variantId, from], [variantId, to], true, withTo);
  if (since === null) return rows(Dexie.minKey, Dexie.maxKey, true).toArray();
  const [before, inside] = await Promise.all([
    rows(Dexie.minKey, since, false).last(),
    rows(since, Dexie.maxKey, true).toArray(),
  ]);
  return before === undefined ? inside : [before, ...inside];
}
