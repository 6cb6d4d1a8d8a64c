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
  const pending = rows.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return 0;
  const now = deps.now();
  const problem = { code: 'cancelled', message: '' } as const;
  await deps.db.outbox.bulkPut(
    pending.map((row): OutboxRow => ({ ...row, state: 'superseded', lease: null, problem, updatedAt: now })),
  );
  await deps.db.activity.add({
    id: deps.newId(),
    at: now,
    kind: 'writes/cancel',
    by: 'user',
    entity: null,
    summary: `Taken back before it was sent (${pending.length})`,
    facts: { writes: pending.length, groupId: pending[0]?.groupId ?? null },
  });
  return pending.length;
}
