import { appendActivity } from '@/lib/db/repositories/activity';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { AlertRow } from '@/lib/db/watching-rows';
import { stateAnew } from '@/lib/domain/alerts/alert';
import type { CommandDeps } from './command-deps';
import { keepUndo, stampAfter, type RowChange } from './keep-undo';

export interface AlertsChanged {
  /** What `runUndo` takes back; null: nothing was changed. */
  readonly undoId: string | null;
}

/** Those of the alerts that are still there. */
export async function existingAlerts({ db }: CommandDeps, ids: readonly string[]): Promise<readonly AlertRow[]> {
  const rows = await db.alerts.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined || row.deletedAt !== null ? [] : [row]));
}

/** A changed alert with the stamp of its change. */
export function changedTo(deps: CommandDeps, before: AlertRow, change: Partial<AlertRow>) {
  const after: AlertRow = { ...before, ...change, updatedAt: stampAfter(before.updatedAt, deps.now()) };
  return { table: 'alerts' as const, before, after };
}

interface Changes {
  readonly kind: 'alerts/save' | 'alerts/remove' | 'alerts/enable' | 'alerts/snooze';
  readonly summary: string;
  readonly changes: readonly (RowChange & { readonly after: AlertRow })[];
}

/** Writes changed alerts, how they were, and a line of the log; for the command's transaction. */
export async function writeAlerts(deps: CommandDeps, { kind, summary, changes }: Changes): Promise<AlertsChanged> {
  if (changes.length === 0) return { undoId: null };
  const { db } = deps;
  await db.alerts.bulkPut(changes.map(({ after }) => after));
  const [first] = changes;
  await appendActivity(db, {
    id: deps.newId(),
    at: deps.now(),
    kind,
    by: 'user',
    entity: changes.length === 1 && first !== undefined ? { table: 'alerts', id: first.after.id } : null,
    summary,
    facts: { alerts: changes.length, trigger: first?.after.kind ?? null },
  });
  return { undoId: await keepUndo(deps, kind, changes) };
}

/**
 * Alerts follow the size of what they watch, and wait anew; for the transaction of the command that changes it.
 *
 * @returns what was changed, for its undo
 */
export async function alertsResized(
  deps: CommandDeps,
  { id, usSize }: Pick<WatchlistItemRow, 'id' | 'usSize'>,
): Promise<readonly RowChange[]> {
  const { db } = deps;
  const alerts = (await db.alerts.where('itemId').equals(id).toArray()).filter(({ deletedAt }) => deletedAt === null);
  const changes = alerts.map((alert) =>
    changedTo(deps, alert, { usSize, state: stateAnew(alert.kind, alert.state, deps.now()) }),
  );
  await db.alerts.bulkPut(changes.map(({ after }) => after));
  return changes;
}
