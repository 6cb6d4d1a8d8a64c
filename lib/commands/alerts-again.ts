import type { ArchvdDatabase } from '@/lib/db/database';
import type { UndoRow, WatchlistItemRow } from '@/lib/db/rows';
import type { AlertRow } from '@/lib/db/watching-rows';
import { sameTrigger } from '@/lib/domain/alerts/same-trigger';

type Kept = UndoRow['rows'][number];

/**
 * Alerts as an undo may put them back: one whose watched item is gone by now stays away, since nobody could find it to
 * end it; one that still waits for the same does not ring again for what it rang for since, so only its snooze goes back.
 */
export async function alertsAgain(db: ArchvdDatabase, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const alerts = rows.filter(({ table, before }) => table === 'alerts' && before !== null);
  if (alerts.length === 0) return rows;
  const watched = await itemsAfter(db, rows, alerts);
  const present = new Map((await db.alerts.bulkGet(alerts.map(({ id }) => id))).map((row) => [row?.id, row]));
  return rows.flatMap((row) => {
    const before = row.table === 'alerts' ? (row.before as unknown as AlertRow | null) : null;
    if (before !== null && before.deletedAt === null && !watched.has(before.itemId)) return [];
    const now = present.get(row.id);
    if (before === null || now === undefined || !isSame(now, before)) return [row];
    return [{ ...row, before: { ...before, state: { ...now.state, snoozedUntil: before.state.snoozedUntil } } }];
  });
}

/** What of it is watched once the undo is done: there now, or coming back with it. */
async function itemsAfter(
  db: ArchvdDatabase,
  rows: readonly Kept[],
  alerts: readonly Kept[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(alerts.map(({ before }) => (before as unknown as AlertRow).itemId))];
  const present = (await db.watchlistItems.bulkGet(ids)).flatMap((item) => item ?? []);
  const back = rows.flatMap(({ table, before }) =>
    table === 'watchlistItems' && before !== null ? [before as unknown as WatchlistItemRow] : [],
  );
  // The same item as it is to be counts, not as it is.
  const after = new Map([...present, ...back].map((item) => [item.id, item]));
  return new Set([...after.values()].filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
}

function isSame(a: AlertRow, b: AlertRow): boolean {
  return a.usSize === b.usSize && sameTrigger(a.trigger, b.trigger);
}
