import type { ArchvdDatabase } from '@/lib/db/database';
import type { UndoRow } from '@/lib/db/rows';
import type { AlertRow } from '@/lib/db/watching-rows';
import { sameTrigger } from '@/lib/domain/alerts/same-trigger';

type Kept = UndoRow['rows'][number];

/**
 * Alerts as an undo may put them back: one that still waits for the same does not ring again for what it rang for since,
 * so only its snooze goes back.
 */
export async function alertsAgain(db: ArchvdDatabase, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const alerts = rows.filter(({ table, before }) => table === 'alerts' && before !== null);
  if (alerts.length === 0) return rows;
  const present = new Map((await db.alerts.bulkGet(alerts.map(({ id }) => id))).map((row) => [row?.id, row]));
  return rows.map((row) => {
    const before = row.table === 'alerts' ? (row.before as unknown as AlertRow | null) : null;
    const now = present.get(row.id);
    if (before === null || now === undefined || !isSame(now, before)) return row;
    return { ...row, before: { ...before, state: { ...now.state, snoozedUntil: before.state.snoozedUntil } } };
  });
}

function isSame(a: AlertRow, b: AlertRow): boolean {
  return a.usSize === b.usSize && sameTrigger(a.trigger, b.trigger);
}
