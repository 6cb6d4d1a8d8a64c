import { MarketError, type MarketErrorCode } from '@/lib/domain/errors/market-error';
import type { Instant } from '@/lib/domain/time/instant';
import type { DeadlineCause } from './deadline';

/** A finished answer, as far as a failure needs it. The body is read for its gRPC code only, never quoted. */
export interface Answered {
  readonly status: number;
  readonly requestId: string | null;
  readonly retryAt: Instant | null;
  /** Parsed JSON, or `undefined` when the body was not JSON. */
  readonly body: unknown;
}

/** What a person needs to read what happened. */
export interface Subject {
  /** The marketplace's name in a sentence. */
  readonly market: string;
  /** Whether the request would have changed something. */
  readonly writes: boolean;
}

const UNKNOWN_OUTCOME = 'It may or may not have been done, so it is checked before anything is tried again.';

/** Sentence per refusal. `Nothing was changed.` is only said where the market refused before doing anything. */
const REFUSALS: Readonly<Record<number, readonly [MarketErrorCode, string]>> = {
  401: ['auth-expired', 'refused the token (401). Nothing was changed. Paste a new token.'],
  402: ['bad-request', 'understood the request but refused it (402). Nothing was changed.'],
  403: ['forbidden', 'refused this action for this token (403). Nothing was changed. The token may lack a scope.'],
  404: ['not-found', 'does not know this (404). Nothing was changed.'],
  409: ['conflict', 'says that something else is changing this right now (409). Nothing was changed.'],
  410: ['not-found', 'does not have this any more (410). Nothing was changed.'],
  415: ['bad-request', 'refused the form of the request (415). Nothing was changed.'],
  429: ['rate-limited', 'asks for a pause (429). Nothing was changed. Requests go on by themselves.'],
};

/** The error of an answer that is not a success. */
export function refusedError({ market, writes }: Subject, answer: Answered): MarketError {
  const { status } = answer;
  const details = { requestId: answer.requestId, httpStatus: status, retryAt: answer.retryAt, ...grpcOf(answer.body) };
  const broken = status >= 500 || status === 408 || (status === 403 && answer.body === undefined);
  if (broken && writes) {
    // A gateway that gives up, or a server that fails half-way, does not prove that nothing happened.
    return new MarketError('unknown-outcome', {
      ...details,
      message: `${market} failed while answering (${status}). ${UNKNOWN_OUTCOME}`,
    });
  }
  if (status === 408) return new MarketError('timeout', { ...details, message: `${market} gave up waiting (408).` });
  if (broken) {
    const message = `${market} is not available right now (${status}). Nothing was changed.`;
    return new MarketError('unavailable', { ...details, message });
  }
  const [code, sentence] = REFUSALS[status] ?? [
    'bad-request' as const,
    `refused the request (${status}). Nothing was changed.`,
  ];
  return new MarketError(code, { ...details, message: `${market} ${sentence}` });
}

/** The error of a success whose body is not JSON: a gateway's page, or an answer that was cut off. */
export function unreadableError({ market, writes }: Subject, answer: Answered): MarketError {
  const details = { requestId: answer.requestId, httpStatus: answer.status, path: '$' };
  return writes
    ? new MarketError('unknown-outcome', {
        ...details,
        message: `${market} accepted the request, but its answer could not be read. ${UNKNOWN_OUTCOME}`,
      })
    : new MarketError('bad-response', { ...details, message: `${market} answered with something unreadable.` });
}

/** The error of a request that got no answer at all, or not all of one. */
export function lostError(
  { market, writes }: Subject,
  cause: DeadlineCause | null,
  requestId: string | null,
): MarketError {
  if (writes) {
    const message = `The connection to ${market} broke before its answer came. ${UNKNOWN_OUTCOME}`;
    return new MarketError('unknown-outcome', { message, requestId });
  }
  return cause === null
    ? new MarketError('offline', { message: `${market} cannot be reached. Nothing was changed.`, requestId })
    : new MarketError('timeout', { message: `${market} did not answer in time. Nothing was changed.`, requestId });
}

/** gRPC code of an error body such as `{"code":3,"message":"Missing parameter: input.Size","details":[]}`. */
function grpcOf(body: unknown): { grpcCode?: number } {
  if (typeof body !== 'object' || body === null || !('code' in body)) return {};
  return typeof body.code === 'number' && Number.isInteger(body.code) ? { grpcCode: body.code } : {};
}
