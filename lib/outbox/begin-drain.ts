import type { OutboxRow } from '@/lib/db/selling-rows';
import { forgetEndedOrderWrites } from '@/lib/db/repositories/order-writes';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { approvedGroups, isStopped } from './claim-writes';
import type { Turn } from './outbox-run';
import { ended, lost } from './row-changes';
import { LOST_LABEL_MS } from './send-order';

/** Longer than any pause between two tries. */
const LONGEST_WAIT_MS = 20 * MINUTE_MS;

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
    await db.outbox.bulkPut(halfSent.map((row) => ({ ...row, ...lost(readableAt(row, now)), updatedAt: now })));
    await catchUp(turn, now);
    await endStopped(turn);
    await forgetEndedOrderWrites(db);
    const byBatch = new Map<string, OutboxRow[]>();
    for (const row of sending) {
      if (row.batchId !== null) byBatch.set(row.batchId, [...(byBatch.get(row.batchId) ?? []), row]);
    }
    return [...byBatch].map(([batchId, rows]) => ({ batchId, rows }));
  });
}

/** A label that is made late, after it was looked for, would be made twice: its request is given its time. */
function readableAt({ kind, sentAt }: OutboxRow, now: Instant): Instant {
  if (kind !== 'order/label' || sentAt === null || sentAt > now) return now;
  const at = shiftInstant(sentAt, LOST_LABEL_MS);
  return at > now ? at : now;
}

/** Nothing waits that long: the clock was put back, and what was to wait for a moment would wait for hours. */
async function catchUp({ deps }: Turn, now: Instant): Promise<void> {
  const from = shiftInstant(now, LONGEST_WAIT_MS);
  for (const state of ['pending', 'unknown'] as const) {
    await deps.db.outbox
      .where('[state+nextAt]')
      .between([state, from], [state, Number.POSITIVE_INFINITY])
      .modify({ nextAt: now });
  }
}

/** Also those that wait for a later moment: after a pause none of them is to come as a surprise. */
async function endStopped(turn: Turn): Promise<void> {
  const { db } = turn.deps;
  const mode = await getRepricingMode(db);
  if (mode === 'live') return;
  // All of them in one go, then sorted out: the other way round the books are asked once for each.
  const pending = await db.outbox.where('state').equals('pending').toArray();
  const waiting = pending.filter((row) => row.by === 'rule');
  const approved = await approvedGroups(turn, waiting);
  const stopped = waiting.filter((row) => isStopped(row, mode, approved));
  await db.outbox.bulkPut(stopped.map((row) => ({ ...row, ...ended('superseded', 'paused'), updatedAt: turn.now() })));
}
