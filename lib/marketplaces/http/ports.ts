import type { Instant } from '@/lib/domain/time/instant';
import type { Priority } from '../contract/call';

/** What the HTTP layer needs from its surroundings; all of it injected, so that tests own time, chance and storage. */
export interface HttpPorts {
  /** Base URL with its path and without a slash at the end, e.g. `https://api.alias.org/api/v1`. */
  readonly baseUrl: string;
  now(): Instant;
  /** Uniform in [0, 1). */
  random(): number;
  /**
   * The bearer token, fresh for every request: it is never kept in a closure.
   * @throws MarketError `locked` or `not-connected`
   */
  token(): Promise<string>;
  readonly gate: RequestGate;
  /** Called once per finished attempt. Must not throw. */
  onRequest(entry: RequestLogEntry): void;
  /** Short waits before a retry; left out, a timer. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly fetch?: typeof fetch;
}

/** Persisted guard in front of every request: rate budget and circuit breaker, surviving the worker's death. */
export interface RequestGate {
  /**
   * Takes one request's worth of budget.
   * @throws MarketError `rate-limited` or `breaker-open` with `retryAt` when the wait is too long for memory
   */
  enter(priority: Priority): Promise<void>;
  /**
   * Tells the gate how it went; 429 halves the rate and blocks until `retryAt`.
   * @returns the moment before which nothing more will be let through, null when the way is free
   */
  leave(outcome: RequestOutcome): Promise<Instant | null>;
}

export type RequestOutcome =
  | { readonly kind: 'ok' }
  /** `subject`: what failed (a catalogue id); the breaker counts distinct subjects, so that one bad row cannot stop the shop. */
  | { readonly kind: 'failed'; readonly subject: string }
  | { readonly kind: 'limited'; readonly retryAt: Instant | null };

/** One line of the request log. It never holds a token, a header or a body. */
export interface RequestLogEntry {
  readonly at: Instant;
  readonly method: string;
  /** Path template, e.g. `/listings/{id}`. */
  readonly operation: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly durationMs: number;
  readonly attempt: number;
  readonly errorCode: string | null;
}
