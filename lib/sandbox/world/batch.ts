/** One piece of work of a batch: what was asked, and what came of it. */
export interface BatchOperation {
  /** `create`, `update`, `activate`, `deactivate` or `delete`. */
  readonly kind: OperationKind;
  readonly request: Record<string, unknown>;
  /** Does the work and answers the result object; throws a Refusal that becomes the operation's error. */
  readonly run: () => Record<string, unknown>;
  /** Listing it is about, for the check against writes at the same time. */
  readonly listingId: string | null;
  status: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  errors: readonly string[];
  result: Record<string, unknown> | null;
  processedAt: string | null;
}

export type OperationKind = 'create' | 'update' | 'activate' | 'deactivate' | 'delete';

export interface Batch {
  readonly id: string;
  readonly kind: OperationKind;
  readonly createdAt: string;
  /** Elapsed real milliseconds at its birth: batches take real time, not market time. */
  readonly bornAt: number;
  readonly requestId: string | null;
  readonly operations: BatchOperation[];
  done: number;
  processedAt: string | null;
  completedAt: string | null;
}

/** Milliseconds before a batch is taken up, and those one operation takes; the whole takes at most SPAN_MS. */
const WAIT_MS = 120;
const EACH_MS = 3;
const SPAN_MS = 1500;

export function batchStatus(batch: Batch): 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' {
  if (batch.completedAt !== null) return 'COMPLETED';
  return batch.processedAt === null ? 'PENDING' : 'IN_PROGRESS';
}

/**
 * Elapsed time at which the batch's next step is due: it is taken up, and then one operation after the other. In whole
 * milliseconds, so that it is the same whenever somebody asks. Null when all is done.
 */
export function nextStepAt(batch: Batch): number | null {
  if (batch.completedAt !== null) return null;
  if (batch.processedAt === null) return batch.bornAt + WAIT_MS;
  const each = Math.min(EACH_MS, SPAN_MS / Math.max(1, batch.operations.length));
  return batch.bornAt + WAIT_MS + Math.ceil(each * (batch.done + 1));
}
