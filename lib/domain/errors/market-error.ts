import type { Instant } from '../time/instant';

/**
 * Everything that can go wrong between us and a marketplace, as data.
 *
 * Class identity is lost when an error crosses a message or a database row, so each failure is told by its literal
 * `code`. `message` is for a person and never holds a token.
 */
export type MarketErrorCode =
  | 'auth-expired' // 401: the token is not accepted; every write stops
  | 'forbidden' // 403: the token lacks a scope
  | 'bad-request' // 400, 402, 415 and other refusals of what we asked
  | 'not-found' // 404
  | 'conflict' // 409: another process is changing the same thing
  | 'rate-limited' // 429; `retryAt` says when to come back
  | 'unavailable' // 5xx, or a gateway that answers HTML
  | 'bad-response' // 200 with a body that is not what the contract says; `path` says where
  | 'offline' // no connection
  | 'timeout' // no answer in time
  | 'unknown-outcome' // a write was sent and its answer was lost: read back before doing anything
  | 'breaker-open' // too many failures in a row; `retryAt` says when the next try is allowed
  | 'locked' // the vault is locked: no request can be signed
  | 'not-connected'; // no token is stored

export interface MarketErrorDetails {
  readonly message: string;
  readonly requestId?: string | null;
  readonly httpStatus?: number;
  /** gRPC code of alias's error body (3 = invalid argument). */
  readonly grpcCode?: number;
  readonly retryAt?: Instant | null;
  /** Where in the answer the contract was broken. */
  readonly path?: string;
}

export class MarketError extends Error {
  override readonly name = 'MarketError';
  readonly code: MarketErrorCode;
  readonly requestId: string | null;
  readonly httpStatus: number | null;
  readonly grpcCode: number | null;
  readonly retryAt: Instant | null;
  readonly path: string | null;

  constructor(code: MarketErrorCode, details: MarketErrorDetails) {
    super(details.message);
    this.code = code;
    this.requestId = details.requestId ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.grpcCode = details.grpcCode ?? null;
    this.retryAt = details.retryAt ?? null;
    this.path = details.path ?? null;
  }
}

/** Failures that may concern only the one thing asked for, and say nothing about the next. */
const OF_ONE_THING: readonly MarketErrorCode[] = [
  'not-found',
  'bad-request',
  'conflict',
  'bad-response',
  'unavailable',
  'timeout',
];

/** Whether to go on with the next thing: alias answers 503 for an id it does not know, and always will. */
export function isOfOneThing(value: unknown): value is MarketError {
  return hasCode(value, ...OF_ONE_THING);
}

/** Told by shape, not by class, so that it also works for an error that crossed a message. */
export function isMarketError(value: unknown): value is MarketError {
  return value instanceof Error && value.name === 'MarketError' && 'code' in value;
}

export function hasCode(value: unknown, ...codes: readonly MarketErrorCode[]): value is MarketError {
  return isMarketError(value) && codes.includes(value.code);
}
