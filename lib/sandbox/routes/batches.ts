import { queryOf, send, type App, type AppContext } from '../http/env';
import { pageOf } from '../http/paging';
import { invalid, Refusal } from '../http/refusal';
import { batchStatus, type Batch, type BatchOperation, type OperationKind } from '../world/batch';
import { acceptBatch, openOperations, type PlannedOperation } from '../world/batch-runner';
import type { World } from '../world/world';
import { planByIds, planCreates, planUpdates } from './batch-plan';

const batchLimits = { normal: 25, most: 50 };
const operationLimits = { normal: 25, most: 500 };

function wireBatch(batch: Batch): Record<string, unknown> {
  const finished = batch.operations.slice(0, batch.done);
  return {
    id: batch.id,
    status: `BATCH_STATUS_${batchStatus(batch)}`,
    type: `BATCH_TYPE_${batch.kind.toUpperCase()}`,
    queued: String(batch.operations.length - batch.done),
    processed: String(batch.done),
    failed: String(finished.filter((one) => one.status === 'FAILED').length),
    created_at: batch.createdAt,
    ...(batch.processedAt === null ? {} : { processed_at: batch.processedAt }),
    ...(batch.completedAt === null ? {} : { completed_at: batch.completedAt }),
  };
}

/** Exactly one request/result pair, named after the kind. */
function wireOperation(batch: Batch, operation: BatchOperation): Record<string, unknown> {
  return {
    type: `BATCH_OPERATION_TYPE_${operation.kind.toUpperCase()}`,
    status: `BATCH_OPERATION_STATUS_${operation.status}`,
    success: operation.status === 'COMPLETED',
    errors: operation.errors,
    created_at: batch.createdAt,
    ...(operation.processedAt === null
      ? {}
      : { processed_at: operation.processedAt, completed_at: operation.processedAt }),
    [`${operation.kind}_listing_request`]: operation.request,
    ...(operation.result === null ? {} : { [`${operation.kind}_listing_result`]: operation.result }),
  };
}

function bodyOf(context: AppContext): unknown {
  try {
    return JSON.parse(context.env.body) as unknown;
  } catch {
    throw invalid('invalid JSON body');
  }
}

function findBatch(world: World, id: string): Batch {
  const batch = world.batches.get(id);
  if (batch === undefined) throw new Refusal(5, 'batch not found');
  return batch;
}

export function registerBatches(app: App, world: World): void {
  const accept = (context: AppContext, kind: OperationKind, planned: readonly PlannedOperation[]): Response => {
    const batch = acceptBatch(world, kind, planned);
    return send(context, { batch_id: batch.id, status: 'BATCH_STATUS_PENDING' });
  };

  app.get('/listings/batch', (context) => {
    const query = queryOf(context);
    const status = query.text('status');
    const batches = [...world.batches.values()]
      .toReversed()
      .map(wireBatch)
      .filter((one) => status === undefined || one['status'] === status);
    const page = pageOf(batches, query.text('pagination_token'), undefined, batchLimits);
    return send(context, { batches: page.rows, next_pagination_token: page.next, has_more: page.hasMore });
  });
  app.get('/listings/batch/:id', (context) => send(context, wireBatch(findBatch(world, context.req.param('id')))));

  app.get('/listings/batch_operation/quota', (context) =>
    send(context, {
      used_operation_quota: String(openOperations(world)),
      max_operation_quota: String(world.maxOperations),
    }),
  );
  app.get('/listings/batch_operations/:id', (context) => {
    const query = queryOf(context);
    const batch = findBatch(world, context.req.param('id'));
    const status = query.text('status');
    const operations = batch.operations
      .map((one) => wireOperation(batch, one))
      .filter((one) => status === undefined || one['status'] === status);
    const page = pageOf(operations, query.text('pagination_token'), query.text('limit'), operationLimits);
    return send(context, { id: batch.id, operations: page.rows, pagination_token: page.next });
  });

  app.post('/listings/batch_create', (context) => accept(context, 'create', planCreates(world, bodyOf(context))));
  app.post('/listings/batch_update', (context) => accept(context, 'update', planUpdates(world, bodyOf(context))));
  app.post('/listings/batch_activate', (context) =>
    accept(context, 'activate', planByIds(world, 'activate', queryOf(context).all('ids'))),
  );
  app.post('/listings/batch_deactivate', (context) =>
    accept(context, 'deactivate', planByIds(world, 'deactivate', queryOf(context).all('ids'))),
  );
  app.delete('/listings/batch_delete', (context) =>
    accept(context, 'delete', planByIds(world, 'delete', queryOf(context).all('ids'))),
  );
}
