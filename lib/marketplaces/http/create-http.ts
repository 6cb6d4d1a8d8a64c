import { MarketError } from '@/lib/domain/errors/market-error';
import type { Instant } from '@/lib/domain/time/instant';
import type { CallOptions } from '../contract/call';
import { createClient } from './client';
import { createDeadline, type Deadline } from './deadline';
import { exchange, type Exchange, type HttpAnswer, type HttpRequest } from './exchange';
import type { HttpPorts, RequestOutcome } from './ports';

/** Sends one request and answers with parsed JSON, or throws a `MarketError`. */
export interface Http {
  send(request: HttpRequest, options: CallOptions): Promise<HttpAnswer>;
}

export interface HttpSettings {
  /** The marketplace's name as it stands in messages. */
  readonly market: string;
  /** One attempt, headers and body. */
  readonly attemptMs: number;
  /** All attempts and the pause between them: below the 30 s after which a browser ends a worker's fetch. */
  readonly totalMs: number;
}

const DEFAULTS: HttpSettings = { market: 'alias', attemptMs: 15_000, totalMs: 20_000 };

/**
 * The one door to a marketplace's API.
 *
 * Reads are tried a second time after a broken connection or a 502, 503 or 504; writes are sent once, and one whose
 * answer was lost is `unknown-outcome`. Every attempt passes the gate and is logged. No body, header or token ever
 * stands in an error or a log line.
 *
 * @throws MarketError, or the reason of `options.signal` when the caller gave up on a read or before anything was sent
 */
export function createHttp(ports: HttpPorts, settings: Partial<HttpSettings> = {}): Http {
  const { market, attemptMs, totalMs } = { ...DEFAULTS, ...settings };
  const client = createClient(ports);

  /** One attempt between gate and log. */
  async function attempt(request: HttpRequest, number: number, deadline: Deadline): Promise<Exchange> {
    const token = await ports.token();
    const startedAt = ports.now();
    const subject = { market, writes: request.method !== 'GET' };
    const done = await exchange(client, ports, request, subject, token, deadline);
    const freeAt = done.outcome === null ? null : await report(ports, done.outcome);
    logAttempt(ports, request, number, startedAt, done);
    return 'error' in done.result ? { ...done, result: { error: withRetryAt(done.result.error, freeAt) } } : done;
  }

  async function send(request: HttpRequest, options: CallOptions): Promise<HttpAnswer> {
    const reads = request.method === 'GET';
    options.signal?.throwIfAborted();
    await ports.gate.enter(options.priority);
    options.signal?.throwIfAborted();
    const deadline = createDeadline(attemptMs, totalMs, options.signal);
    try {
      const first = await attempt(request, 1, deadline);
      if ('answer' in first.result) return first.result.answer;
      if (reads) options.signal?.throwIfAborted();
      if (first.retryInMs === null) throw first.result.error;
      await (ports.sleep ?? timer)(first.retryInMs);
      options.signal?.throwIfAborted();
      await enterAgain(ports, options, first.result.error);
      const second = await attempt(request, 2, deadline);
      if ('answer' in second.result) return second.result.answer;
      options.signal?.throwIfAborted();
      throw second.result.error;
    } finally {
      deadline.end();
    }
  }

  return { send };
}

/**
 * A gate that cannot write its budget must not cost us the answer of a write that was done. Nothing is lost by going
 * on: the next request has to pass the same gate first.
 */
async function report(ports: HttpPorts, outcome: RequestOutcome): Promise<Instant | null> {
  try {
    return await ports.gate.leave(outcome);
  } catch {
    return null;
  }
}

/** When the gate refuses the second attempt, the first one's error is what happened; the gate knows when to go on. */
async function enterAgain(ports: HttpPorts, options: CallOptions, error: MarketError): Promise<void> {
  try {
    await ports.gate.enter(options.priority);
  } catch (refusal) {
    throw refusal instanceof MarketError ? withRetryAt(error, refusal.retryAt) : refusal;
  }
}

function logAttempt(ports: HttpPorts, request: HttpRequest, number: number, startedAt: Instant, done: Exchange): void {
  ports.onRequest({
    at: startedAt,
    method: request.method,
    operation: request.operation,
    status: done.status,
    requestId: done.requestId,
    durationMs: Math.max(0, ports.now() - startedAt),
    attempt: number,
    errorCode: 'error' in done.result ? done.result.error.code : null,
  });
}

/** A failure without Retry-After gets the moment our own gate chose, so that a job knows when to come back. */
function withRetryAt(error: MarketError, retryAt: Instant | null): MarketError {
  if (error.retryAt !== null || retryAt === null) return error;
  const { code, message, requestId, httpStatus, grpcCode, path } = error;
  return new MarketError(code, {
    message,
    requestId,
    retryAt,
    ...(httpStatus === null ? {} : { httpStatus }),
    ...(grpcCode === null ? {} : { grpcCode }),
    ...(path === null ? {} : { path }),
  });
}

function timer(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
