import { Refusal } from '../http/refusal';
import { nextStepAt, type Batch, type BatchOperation, type OperationKind } from './batch';
import { isoOf } from './wire';
import type { World } from './world';

export type PlannedOperation = Pick<BatchOperation, 'kind' | 'request' | 'run' | 'listingId'>;

export function openOperations(world: World): number {
  let open = 0;
  for (const batch of world.openBatches) open += batch.operations.length - batch.done;
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
  world.openBatches.add(batch);
  world.journal.effect('batch/accepted', batch.id, { to: `${kind} ${planned.length}` });
  return batch;
}

interface BatchStep {
  readonly batch: Batch;
  /** In elapsed time, as batches count it. */
  readonly dueAt: number;
}

/** The first step of all open batches that is due by then; of two at the same moment the older batch's. */
export function nextBatchStep(world: World, elapsed: number): BatchStep | null {
  let first: BatchStep | null = null;
  for (const batch of world.openBatches) {
    const dueAt = nextStepAt(batch);
    if (dueAt !== null && dueAt <= elapsed && (first === null || dueAt < first.dueAt)) first = { batch, dueAt };
  }
  return first;
}

/** Takes a batch up, or works off its next operation. */
export function takeBatchStep(world: World, batch: Batch): void {
  const now = isoOf(world.clock.now());
  if (batch.processedAt === null) batch.processedAt = now;
  else world.journal.during(batch.requestId, () => runOperation(batch, now));
  if (batch.done < batch.operations.length) return;
  batch.completedAt = now;
  world.openBatches.delete(batch);
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
  for (const batch of world.openBatches) {
    const busy = batch.operations.some((one) => one.listingId === listingId && one.processedAt === null);
    if (busy) throw new Refusal(10, 'another process is modifying this listing');
  }
}
