import type { Batch, BatchPort } from '../contract/batches';
import type { CallOptions } from '../contract/call';
import type { Answer } from '../contract/page';
import type { Http } from '../http/create-http';
import type { HttpRequest } from '../http/exchange';
import { changeItems, draftItems, idsQuery, MAX_BATCH_IDS } from './batch-bodies';
import { fromBatchStatus, fromOperationStatus, toBatchStatus } from './enums';
import { field, listOf, nextToken, readAnswer, readRows, toPage } from './parse';
import { assertWithinLimits, type PriceLimits } from './price-limits';
import { batchOperationReader, batchReader } from './readers';
import { batchQuotaSchema, batchStartedSchema } from './schemas';
import { pageSize, segment, toQuery } from './to-alias';
import { toQuota } from './to-market';

const MOST_OPERATIONS = 500;

const quotaReader = {
  schema: batchQuotaSchema,
  toDomain: (wire: { used_operation_quota: string | number; max_operation_quota: string | number }) =>
    toQuota(wire.used_operation_quota, wire.max_operation_quota),
};

/** A batch just accepted: alias tells its id and status, and nothing else yet. */
const startedReader = {
  schema: batchStartedSchema,
  toDomain: (wire: { batch_id: string; status: string }): Batch => ({
    externalId: wire.batch_id,
    status: toBatchStatus(wire.status),
    kind: null,
    queued: null,
    processed: null,
    failed: null,
    createdAt: null,
    completedAt: null,
  }),
};

export function createBatches(http: Http, limits: PriceLimits): BatchPort {
  const start = async (request: HttpRequest, options: CallOptions): Promise<Answer<Batch>> =>
    readAnswer(request, await http.send(request, options), null, startedReader);

  const byIds = async (method: 'POST' | 'DELETE', name: string, ids: readonly string[], options: CallOptions) =>
    start({ method, operation: `/listings/${name}`, path: `/listings/${name}`, query: idsQuery(ids) }, options);

  const withBody = (name: string, items: readonly unknown[], options: CallOptions) =>
    start({ method: 'POST', operation: `/listings/${name}`, path: `/listings/${name}`, json: { items } }, options);

  return {
    ...createBatchReads(http),
    maxBatchIds: MAX_BATCH_IDS,
    batchCreate: async (drafts, options) => {
      const items = draftItems(drafts);
      for (const { catalogId, price } of drafts) await assertWithinLimits(limits, { catalogId }, price);
      return withBody('batch_create', items, options);
    },
    batchUpdate: async (changes, options) => {
      const items = changeItems(changes);
      for (const { externalId, price } of changes) {
        if (price !== undefined) await assertWithinLimits(limits, { externalListingId: externalId }, price.to);
      }
      return withBody('batch_update', items, options);
    },
    batchActivate: (ids, options) => byIds('POST', 'batch_activate', ids, options),
    batchDeactivate: (ids, options) => byIds('POST', 'batch_deactivate', ids, options),
    batchDelete: (ids, options) => byIds('DELETE', 'batch_delete', ids, options),
  };
}

type BatchReads = Pick<BatchPort, 'listBatches' | 'getBatch' | 'listBatchOperations' | 'getBatchQuota'>;

/** The paths differ by a letter: one batch is under `batch`, the quota under `batch_operation`, operations under `batch_operations`. */
function createBatchReads(http: Http): BatchReads {
  return {
    listBatches: async (status, token, options) => {
      const query = toQuery({ status: status === null ? null : fromBatchStatus(status), pagination_token: token });
      const request: HttpRequest = { method: 'GET', operation: '/listings/batch', path: '/listings/batch', query };
      const answer = await http.send(request, options);
      const rows = readRows(request, listOf(request, answer, 'batches'), batchReader);
      const next = nextToken(
        request,
        answer,
        field(answer.body, 'next_pagination_token'),
        field(answer.body, 'has_more'),
      );
      return toPage(request, answer, rows, { next, total: null });
    },
    getBatch: async (externalId, options) => {
      const path = `/listings/batch/${segment(externalId)}`;
      const request: HttpRequest = { method: 'GET', operation: '/listings/batch/{id}', path };
      return readAnswer(request, await http.send(request, options), null, batchReader);
    },
    listBatchOperations: async (externalId, { status, token, limit }, options) => {
      const path = `/listings/batch_operations/${segment(externalId)}`;
      const query = toQuery({
        status: status === null ? null : fromOperationStatus(status),
        limit: pageSize(limit, MOST_OPERATIONS),
        pagination_token: token,
      });
      const request: HttpRequest = { method: 'GET', operation: '/listings/batch_operations/{id}', path, query };
      const answer = await http.send(request, options);
      const rows = readRows(request, listOf(request, answer, 'operations'), batchOperationReader);
      const next = nextToken(request, answer, field(answer.body, 'pagination_token'), undefined);
      return toPage(request, answer, rows, { next, total: null });
    },
    getBatchQuota: async (options) => {
      const path = '/listings/batch_operation/quota';
      const request: HttpRequest = { method: 'GET', operation: path, path };
      return readAnswer(request, await http.send(request, options), null, quotaReader);
    },
  };
}
