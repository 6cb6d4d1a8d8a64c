import { Refusal } from '../http/refusal';
import { batchStarted, operationsDue, type Batch, type BatchOperation, type OperationKind } from './batch';
import { isoOf } from './wire';
import type { World } from './world';

export type PlannedOperation = Pick<BatchOperation, 'kind' | 'request' | 'run' | 'listingId'>;

export function openOperations(world: World): number {
  let open = 0;
  for (const batch of world.batches.values()) open += batch.operations.length - batch.done;
  return open;
}

/** Takes a batch in; it is worked off as real time passes. Too many open operations: refused, to be tried later. */
export function acceptBatch(world: World, kind: OperationKind, planned: readonly PlannedOperation[]): Batch {
  if (openOperations(world) + planned.length > world.maxOperations) {
    throw new Refusal(8, 'too many concurrent batch operations');
  }
  const now = world.clock.now();
  const batch: Batch = {
    id: world.newId(now),
    kind,
    createdAt: isoOf(now),
    bornAt: world.clock.elapsed(),
    requestId: world.journal.current,
    operations: planned.map((one) => ({ ...one, status: 'PENDING', errors: [], result: null, processedAt: null })),
    done: 0,
    processedAt: null,
    completedAt: null,
  };
  world.batches.set(batch.id, batch);
  world.journal.effect('batch/accepted', batch.id, { to: `${kind} ${planned.length}` });
  return batch;
}

/** Works off what is due by now. */
export function runBatches(world: World): void {
  const elapsed = world.clock.elapsed();
  for (const batch of world.batches.values()) {
    if (batch.completedAt !== null || !batchStarted(batch, elapsed)) continue;
    const now = isoOf(world.clock.now());
    batch.processedAt ??= now;
    const due = operationsDue(batch, elapsed);
    world.journal.during(batch.requestId, () => {
      while (batch.done < due) runOperation(batch, now);
    });
    if (batch.done === batch.operations.length) batch.completedAt = now;
  }
}

function runOperation(batch: Batch, now: string): void {
  const operation = batch.operations[batch.done++];
  if (operation === undefined) return;
  operation.processedAt = now;
  try {
    operation.result = operation.run();
    operation.status = 'COMPLETED';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    operation.status = 'FAILED';
    operation.errors = [error.message];
  }
}

/** alias answers 409 to a write on a listing that a batch is about to change. */
export function refuseWhileInBatch(world: World, listingId: string): void {
  for (const batch of world.batches.values()) {
    if (batch.completedAt !== null) continue;
    const busy = batch.operations.some((one) => one.listingId === listingId && one.processedAt === null);
    if (busy) throw new Refusal(10, 'another process is modifying this listing');
  }
}
