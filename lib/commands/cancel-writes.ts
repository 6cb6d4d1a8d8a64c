import type { OutboxRow } from '@/lib/db/selling-rows';
import type { CommandDeps } from './command-deps';

/**
 * Takes back what was not sent yet; of anything else nothing can be said before it has ended.
 *
 * @returns how many were taken back
 */
export async function cancelWrites(
  deps: CommandDeps,
  writeIds: readonly string[],
): Promise<{ readonly changed: number }> {
  const { db } = deps;
  return db.transaction('rw', [db.outbox, db.activity], async () => {
    const rows = (await db.outbox.bulkGet([...new Set(writeIds)])).flatMap((row) => row ?? []);
    return { changed: await cancelPending(deps, rows) };
  });
}

/** Ends those that wait for their turn. To be called in a transaction over `outbox` and `activity`. */
export async function cancelPending(deps: CommandDeps, rows: readonly OutboxRow[]): Promise<number> {
  const pending = rows.filter((row) => row.state === 'pending' && !isHalfDone(row));
  await endAsCancelled(deps, pending);
  return pending.length;
}

/** A listing that was made and waits for its pictures, or to be put on sale: that much cannot be taken back by waiting. */
export function isHalfDone({ state, write, externalId }: OutboxRow): boolean {
  return state === 'pending' && write.kind === 'listing/create' && externalId !== null;
}

/** Nothing more is done of these, and the activity says so. */
export async function endAsCancelled(deps: CommandDeps, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  const now = deps.now();
  const problem = { code: 'cancelled', message: '' } as const;
  await deps.db.outbox.bulkPut(
    rows.map((row): OutboxRow => ({ ...row, state: 'superseded', lease: null, problem, updatedAt: now })),
  );
  await deps.db.activity.add({
    id: deps.newId(),
    at: now,
    kind: 'writes/cancel',
    by: 'user',
    entity: null,
    summary: `Taken back before it was sent (${rows.length})`,
    facts: { writes: rows.length, groupId: rows[0]?.groupId ?? null },
  });
}
