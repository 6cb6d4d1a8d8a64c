import type { KyInstance } from 'ky';
import { MarketError } from '@/lib/domain/errors/market-error';
import type { AnswerOrigin } from '../contract/page';
import type { Deadline } from './deadline';
import { lostError, refusedError, unreadableError, type Answered, type Subject } from './failures';
import type { HttpPorts, RequestOutcome } from './ports';
import { retryAfter } from './retry-after';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path template for the log and for quarantine, e.g. `/listings/{id}`. */
  readonly operation: string;
  /** Path below the base URL, starting with a slash, each segment encoded. */
  readonly path: string;
  readonly query?: URLSearchParams;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** What the breaker counts when this fails; left out, the path. */
  readonly subject?: string;
}

export interface HttpAnswer {
  /** Parsed JSON, not yet checked. */
  readonly body: unknown;
  readonly origin: AnswerOrigin;
}

/** What one attempt came to: an answer or an error, and what the gate and the log should know. */
export interface Exchange {
  readonly result: { readonly answer: HttpAnswer } | { readonly error: MarketError };
  /** Null when it says nothing about the service: the caller gave up. */
  readonly outcome: RequestOutcome | null;
  /** Null when trying again is of no use or not safe. */
  readonly retryInMs: number | null;
  readonly status: number | null;
  readonly requestId: string | null;
}

/** Gateway answers after which a read may be tried once more. Never 408: the browser itself repeats that one. */
const RETRIED_STATUS: ReadonlySet<number> = new Set([502, 503, 504]);
const RETRY_BASE_MS = 200;
const RETRY_SPREAD_MS = 800;
/** A longer wait belongs to the job, which survives the worker. */
const LONGEST_RETRY_MS = 3000;

/** Sends one attempt and judges what came back. Throws only for requests that were never sent. */
export async function exchange(
  client: KyInstance,
  ports: HttpPorts,
  request: HttpRequest,
  subject: Subject,
  token: string,
  deadline: Deadline,
): Promise<Exchange> {
  const timed = deadline.begin();
  let response: Response | null = null;
  try {
    response = await client(ports.baseUrl + request.path, {
      method: request.method,
      ...(request.query === undefined ? {} : { searchParams: request.query }),
      ...(request.json === undefined ? {} : { json: request.json }),
      signal: timed.signal,
      context: { token },
    });
    const body = parseJson(await response.text());
    return judge(ports, request, subject, { ...headOf(response, ports), body });
  } catch (cause) {
    if (cause instanceof MarketError) throw cause;
    return lost(ports, request, subject, deadline, response);
  } finally {
    timed.end();
  }
}

function headOf(response: Response, ports: HttpPorts): Omit<Answered, 'body'> {
  return {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    retryAt: retryAfter(response.headers, ports.now()),
  };
}

function judge(ports: HttpPorts, request: HttpRequest, subject: Subject, answered: Answered): Exchange {
  const { status, requestId } = answered;
  const success = status >= 200 && status < 300;
  if (success && answered.body !== undefined) {
    const answer: HttpAnswer = { body: answered.body, origin: { requestId, receivedAt: ports.now() } };
    return { result: { answer }, outcome: { kind: 'ok' }, retryInMs: null, status, requestId };
  }
  const error = success ? unreadableError(subject, answered) : refusedError(subject, answered);
  const outcome = outcomeOf(request, error, answered);
  return { result: { error }, outcome, retryInMs: retryWait(ports, subject, answered), status, requestId };
}

function lost(
  ports: HttpPorts,
  request: HttpRequest,
  subject: Subject,
  deadline: Deadline,
  response: Response | null,
): Exchange {
  const cause = deadline.cause();
  const requestId = response?.headers.get('x-request-id') ?? null;
  return {
    result: { error: lostError(subject, cause, requestId) },
    outcome: cause === 'caller' ? null : failed(request),
    retryInMs: subject.writes || cause !== null ? null : pause(ports),
    status: response?.status ?? null,
    requestId,
  };
}

function failed(request: HttpRequest): RequestOutcome {
  return { kind: 'failed', subject: request.subject ?? request.path };
}

const SERVICE_FAILURES: ReadonlySet<string> = new Set(['unavailable', 'bad-response', 'timeout', 'unknown-outcome']);

/** 4xx are answers of a healthy service; only failures of the service itself count against it. */
function outcomeOf(request: HttpRequest, error: MarketError, { status, retryAt }: Answered): RequestOutcome {
  if (status === 429) return { kind: 'limited', retryAt };
  return SERVICE_FAILURES.has(error.code) ? failed(request) : { kind: 'ok' };
}

function retryWait(ports: HttpPorts, { writes }: Subject, { status, retryAt }: Answered): number | null {
  if (writes || !RETRIED_STATUS.has(status)) return null;
  const wait = retryAt === null ? pause(ports) : Math.max(0, retryAt - ports.now());
  return wait <= LONGEST_RETRY_MS ? wait : null;
}

function pause(ports: HttpPorts): number {
  return RETRY_BASE_MS + Math.floor(RETRY_SPREAD_MS * ports.random());
}

/** `undefined` when the text is not JSON; JSON itself cannot say `undefined`. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
