import type { OutboxRow } from '@/lib/db/selling-rows';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { approvedGroups, isStopped } from './claim-writes';
import type { Turn } from './outbox-run';
import { ended, lost } from './row-changes';

/** A batch that carries writes, and those of them that have no outcome yet. */
export interface OpenBatch {
  readonly batchId: string;
  readonly rows: readonly OutboxRow[];
}

/**
 * Takes stock at the start: what a dead holder left half-sent is unknown from now on, what repricing may not do any more
 * ends, and what batches carry is gone on with.
 */
export async function beginDrain(turn: Turn): Promise<readonly OpenBatch[]> {
  const { db } = turn.deps;
  return turn.inBooks([], async () => {
    const now = turn.now();
    const sending = await db.outbox.where('state').equals('sending').toArray();
    // Nobody sends but who holds the job, and that is us: the request of these may or may not have left.
    const halfSent = sending.filter(({ batchId }) => batchId === null);
    await db.outbox.bulkPut(halfSent.map((row) => ({ ...row, ...lost(now), updatedAt: now })));
    await endStopped(turn);
    const byBatch = new Map<string, OutboxRow[]>();
    for (const row of sending) {
      if (row.batchId !== null) byBatch.set(row.batchId, [...(byBatch.get(row.batchId) ?? []), row]);
    }
    return [...byBatch].map(([batchId, rows]) => ({ batchId, rows }));
  });
}

/** Also those that wait for a later moment: after a pause none of them is to come as a surprise. */
async function endStopped(turn: Turn): Promise<void> {
  const { db } = turn.deps;
  const mode = await getRepricingMode(db);
  if (mode === 'live') return;
  const waiting = await db.outbox
    .where('state')
    .equals('pending')
    .filter((row) => row.by === 'rule')
    .toArray();
  const approved = await approvedGroups(turn, waiting);
  const stopped = waiting.filter((row) => isStopped(row, mode, approved));
  await db.outbox.bulkPut(stopped.map((row) => ({ ...row, ...ended('superseded', 'paused'), updatedAt: turn.now() })));
}
