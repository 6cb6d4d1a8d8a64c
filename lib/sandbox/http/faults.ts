import * as z from 'zod';
import type { Random } from '../random/random';

/** What can be made to go wrong from outside. Each key replaces what was set; null or 0 switches it off. */
export const faultsSchema = z.strictObject({
  /** Every answer waits so long. */
  latencyMs: z.number().int().min(0).max(120_000).optional(),
  /** Share of requests that fail with 500, 502 or 503 before anything is done. */
  errorRate: z.number().min(0).max(1).optional(),
  /** The next n writes are carried out, then the connection breaks without an answer. */
  dropAfterAccept: z.number().int().min(0).optional(),
  /** The connection of the next n requests breaks before anything is done. */
  dropBeforeAccept: z.number().int().min(0).optional(),
  /** At most `requests` per `perMs`; beyond it 429, with Retry-After as told. */
  rateLimit: z
    .strictObject({
      requests: z.number().int().min(1),
      perMs: z.number().int().min(1),
      retryAfter: z.enum(['seconds', 'date', 'none']),
    })
    .nullable()
    .optional(),
  /** The next n writes are carried out, and their answers come so much later. */
  lateAnswer: z
    .strictObject({ ms: z.number().int().min(1).max(120_000), next: z.number().int().min(0) })
    .nullable()
    .optional(),
  /** The next n answers are HTML, or JSON that stops in the middle. */
  garble: z
    .strictObject({ kind: z.enum(['html', 'truncated']), next: z.number().int().min(0) })
    .nullable()
    .optional(),
  /** The next n requests are answered with this status and an error body, and not carried out. */
  answer: z
    .strictObject({ status: z.number().int().min(400).max(599), next: z.number().int().min(0) })
    .nullable()
    .optional(),
});

export type Faults = z.infer<typeof faultsSchema>;
export type RateLimit = NonNullable<Faults['rateLimit']>;

/** What a request runs into. */
export type Obstacle =
  | { readonly kind: 'drop' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'limited'; readonly retryAfter: string | null };

export interface FaultBox {
  readonly faults: Faults;
  set(change: Faults): void;
  /** Asked once per request, before it is carried out. */
  before(): Obstacle | null;
  /** Asked once per carried-out request: how long its answer is held back, in ms. */
  lateBy(isWrite: boolean): number;
  /** Asked once per carried-out request: how its answer comes to harm. */
  after(isWrite: boolean): 'drop' | 'html' | 'truncated' | null;
}

/** Counts requests by windows of the limit that is set. */
function createLimiter(faults: Faults, realNow: () => number) {
  let windowStart = 0;
  let inWindow = 0;
  return {
    forget(): void {
      inWindow = 0;
    },
    /** Retry-After of a request over the limit: null for none, undefined when it is within. */
    overLimit(): string | null | undefined {
      const limit = faults.rateLimit;
      if (limit === null || limit === undefined) return undefined;
      const now = realNow();
      if (now - windowStart >= limit.perMs) {
        windowStart = now;
        inWindow = 0;
      }
      if (++inWindow <= limit.requests) return undefined;
      const freeAt = windowStart + limit.perMs;
      if (limit.retryAfter === 'none') return null;
      // A date has whole seconds, so it is rounded up: coming back at that moment must be allowed.
      return limit.retryAfter === 'seconds'
        ? String(Math.ceil((freeAt - now) / 1000))
        : new Date(Math.ceil(freeAt / 1000) * 1000).toUTCString();
    },
  };
}

export function createFaultBox(random: Random, realNow: () => number, rateLimit: RateLimit | null): FaultBox {
  const faults: Faults = { rateLimit };
  const limiter = createLimiter(faults, realNow);
  return {
    faults,
    set(change) {
      Object.assign(faults, change);
      limiter.forget();
    },
    before() {
      if ((faults.dropBeforeAccept ?? 0) > 0) {
        faults.dropBeforeAccept = (faults.dropBeforeAccept ?? 0) - 1;
        return { kind: 'drop' };
      }
      const retryAfter = limiter.overLimit();
      if (retryAfter !== undefined) return { kind: 'limited', retryAfter };
      if (faults.answer !== undefined && faults.answer !== null && faults.answer.next > 0) {
        faults.answer = { ...faults.answer, next: faults.answer.next - 1 };
        return { kind: 'status', status: faults.answer.status };
      }
      if ((faults.errorRate ?? 0) > 0 && random() < (faults.errorRate ?? 0)) {
        return { kind: 'status', status: [500, 502, 503][Math.floor(random() * 3)] ?? 503 };
      }
      return null;
    },
    lateBy(isWrite) {
      const late = faults.lateAnswer;
      if (!isWrite || late === undefined || late === null || late.next <= 0) return 0;
      faults.lateAnswer = { ...late, next: late.next - 1 };
      return late.ms;
    },
    after(isWrite) {
      if (isWrite && (faults.dropAfterAccept ?? 0) > 0) {
        faults.dropAfterAccept = (faults.dropAfterAccept ?? 0) - 1;
        return 'drop';
      }
      if (faults.garble === undefined || faults.garble === null || faults.garble.next <= 0) return null;
      faults.garble = { ...faults.garble, next: faults.garble.next - 1 };
      return faults.garble.kind;
    },
  };
}
