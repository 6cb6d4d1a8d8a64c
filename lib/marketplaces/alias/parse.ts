import type * as z from 'zod/mini';
import { MarketError } from '@/lib/domain/errors/market-error';
import { redact } from '@/lib/domain/redaction/redact';
import type { Answer, Page, RejectedRecord } from '../contract/page';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { Misfit } from './to-domain';

const RAW_LENGTH = 4000;
const MOST_ISSUES = 20;

/** How to read one kind of record: its shape, and its meaning in our words. `toDomain` may throw `Misfit`. */
export interface RecordReader<Wire, Value> {
  readonly schema: z.ZodMiniType<Wire>;
  readonly toDomain: (wire: Wire) => Value;
  /** Field that names the record, for quarantine. */
  readonly idField?: string;
}

export interface ReadRows<Value> {
  readonly items: readonly Value[];
  readonly rejected: readonly RejectedRecord[];
}

/** Reads records one by one: what does not fit is set aside with its reasons, and the rest goes on. */
export function readRows<Wire, Value>(
  request: HttpRequest,
  rows: readonly unknown[],
  reader: RecordReader<Wire, Value>,
): ReadRows<Value> {
  const items: Value[] = [];
  const rejected: RejectedRecord[] = [];
  for (const row of rows) {
    const read = readOne(row, reader);
    if ('issues' in read) rejected.push(toRejected(request, row, read.issues, reader.idField ?? 'id'));
    else items.push(read.value);
  }
  return { items, rejected };
}

type ReadOne<Value> = { readonly value: Value } | { readonly issues: readonly string[] };

function readOne<Wire, Value>(row: unknown, reader: RecordReader<Wire, Value>): ReadOne<Value> {
  const parsed = reader.schema.safeParse(row);
  if (!parsed.success) {
    return {
      issues: parsed.error.issues.slice(0, MOST_ISSUES).map((issue) => `${pathOf(issue.path)}: ${reasonOf(issue)}`),
    };
  }
  try {
    return { value: reader.toDomain(parsed.data) };
  } catch (error) {
    if (error instanceof Misfit) return { issues: [error.message] };
    throw error;
  }
}

/** Our own checks say what is wrong; a type that differs has no words in the small build of zod. */
function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '$' : path.map(String).join('.');
}

function toRejected(request: HttpRequest, row: unknown, issues: readonly string[], idField: string): RejectedRecord {
  const id = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[idField] : null;
  return {
    endpoint: endpointOf(request),
    externalId: typeof id === 'string' && id !== '' ? id : null,
    issues,
    raw: redact(JSON.stringify(row)).slice(0, RAW_LENGTH),
  };
}

function endpointOf({ method, operation }: HttpRequest): string {
  return `${method} ${operation}`;
}

/** Reads an answer that is one record. @throws MarketError when it does not fit */
export function readAnswer<Wire, Value>(
  request: HttpRequest,
  answer: HttpAnswer,
  path: string | null,
  reader: RecordReader<Wire, Value>,
): Answer<Value> {
  const record = path === null ? answer.body : field(answer.body, path);
  const read = readOne(record, reader);
  if ('issues' in read) throw brokenContract(request, answer, join(path, read.issues[0] ?? ''));
  return { value: read.value, rejected: [], origin: answer.origin };
}

function join(path: string | null, issue: string): string {
  const where = issue.split(':')[0] ?? '';
  if (path === null) return where;
  return where === '$' ? path : `${path}.${where}`;
}

/** The list an answer holds. @throws MarketError when it is missing: an empty page must never be made up */
export function listOf(request: HttpRequest, answer: HttpAnswer, ...path: readonly string[]): readonly unknown[] {
  const list = path.reduce<unknown>(field, answer.body);
  if (!Array.isArray(list)) throw brokenContract(request, answer, path.join('.'));
  return list as readonly unknown[];
}

/** Builds a page and refuses a token that would lead round in a circle. */
export function toPage<Value>(
  request: HttpRequest,
  answer: HttpAnswer,
  rows: ReadRows<Value>,
  paging: { readonly next: string | null; readonly total: number | null },
): Page<Value> {
  if (paging.next !== null && paging.next === request.query?.get('pagination_token')) {
    throw brokenContract(request, answer, 'pagination_token');
  }
  return { ...rows, next: paging.next, total: paging.total, origin: answer.origin };
}

/**
 * The token of the next page, null on the last one. With `hasMore` known it decides; a promise of more without a
 * token is a broken answer, since going on would start from the first page again.
 */
export function nextToken(request: HttpRequest, answer: HttpAnswer, token: unknown, hasMore: unknown): string | null {
  if (hasMore === false) return null;
  if (typeof token === 'string' && token !== '') return token;
  if (hasMore === true) throw brokenContract(request, answer, 'pagination_token');
  return null;
}

/** A field of an object that came from outside, `undefined` when there is none. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** An answer that is not what the contract says. For a write the change may well have been made. */
function brokenContract(request: HttpRequest, answer: HttpAnswer, path: string): MarketError {
  const writes = request.method !== 'GET';
  return new MarketError(writes ? 'unknown-outcome' : 'bad-response', {
    message: writes
      ? 'alias accepted the request, but its answer was not understood. What happened is checked before anything is tried again.'
      : `alias answered ${endpointOf(request)} in a form this version does not understand.`,
    requestId: answer.origin.requestId,
    httpStatus: 200,
    path,
  });
}
