import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { stampAfter, type RowChange } from './keep-undo';

/**
 * Takes items and the alerts on them away, for a command's transaction, which must span `watchlistItems` and `alerts`.
 *
 * @returns what was changed, for its undo
 */
export async function itemsGoing(
  { db }: CommandDeps,
  items: readonly WatchlistItemRow[],
  now: Instant,
): Promise<readonly RowChange[]> {
  const alerts = await db.alerts
    .where('itemId')
    .anyOf(items.map(({ id }) => id))
    .toArray();
  const gone = <Row extends WatchlistItemRow | (typeof alerts)[number]>(before: Row) => ({
    before,
    after: { ...before, deletedAt: now, updatedAt: stampAfter(before.updatedAt, now) },
  });
  const goingItems = items.map(gone);
  const goingAlerts = alerts.filter((alert) => alert.deletedAt === null).map(gone);
  await db.watchlistItems.bulkPut(goingItems.map(({ after }) => after));
  await db.alerts.bulkPut(goingAlerts.map(({ after }) => after));
  return [
    ...goingItems.map((change) => ({ table: 'watchlistItems' as const, ...change })),
    ...goingAlerts.map((change) => ({ table: 'alerts' as const, ...change })),
  ];
}

/** Those that are still watched; what is gone meanwhile is left out. */
export async function stillWatched(
  { db }: CommandDeps,
  itemIds: readonly string[],
): Promise<readonly WatchlistItemRow[]> {
  const items = await db.watchlistItems.bulkGet([...new Set(itemIds)]);
  return items.flatMap((item) => (item === undefined || item.deletedAt !== null ? [] : [item]));
}
