import { CommandError } from './command-deps';
import type { RunUndoDeps } from './run-way-back';
import { runUndoTables, takeBackRun, type RunTakenBack } from './take-back-run';

/**
 * Puts the prices of a run back where they were, by the same door: each only while it still is what the run made it, and
 * never below today's floor nor at or below the highest offer. What the run has not sent yet is withdrawn, and what is on
 * its way goes back as soon as it has arrived: `carryUndoWishes` sees to it.
 *
 * Skipped by listing: `changed-since`, `not-live`, `below-floor`, `would-sell-at-once`, what is missing, and
 * `write-under-way` for one whose way back was begun before.
 *
 * @throws CommandError `not-found` when that run changed nothing
 */
export async function undoRun(deps: RunUndoDeps, runId: string): Promise<RunTakenBack> {
  const { db } = deps;
  return db.transaction('rw', runUndoTables(deps), async () => {
    const rows = await db.outbox.where('runId').equals(runId).toArray();
    if (rows.length === 0) throw new CommandError('not-found', 'That run changed no prices. Nothing was changed.');
    return takeBackRun(deps, rows, 'asked');
  });
}
