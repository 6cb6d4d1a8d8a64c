import type { Instant } from '../time/instant';

/** State of the token bucket and breaker of one account; plain data, kept in the database. */
export interface BudgetState {
  /** Tokens left, in thousandths, so that arithmetic stays whole. */
  readonly milliTokens: number;
  readonly updatedAt: Instant;
  /** Present rate in thousandths of a request per second; halves on 429 and creeps back up. */
  readonly milliPerSecond: number;
  /** No request before this moment (Retry-After, or our own back-off after 429s); null when free. */
  readonly blockedUntil: Instant | null;
  /** 429s in a row, for the back-off. */
  readonly limitedInARow: number;
  /** Things that failed lately, each with the time of its last failure. */
  readonly failures: readonly { readonly subject: string; readonly at: Instant }[];
  /** Breaker: closed while null; until this moment nothing is sent, then one trial. */
  readonly openUntil: Instant | null;
}

/** How fast we may ask and when we stop asking. */
export interface RateLimits {
  /** Most requests at one moment. In any window of `w` seconds at most `capacity + rate × w` are sent. */
  readonly capacity: number;
  /** Full rate in thousandths of a request per second: 2,000 is two requests a second. */
  readonly maxMilliPerSecond: number;
  /** 429s never push the rate below this. */
  readonly minMilliPerSecond: number;
  /** Added to the rate for each success, until it is full again. */
  readonly creepMilliPerSecond: number;
  /** How long tokens may be held in memory after they were taken from the bucket; 0 takes them one by one. */
  readonly holdMs: number;
  /** Back-off after a 429 without Retry-After: `random(0, min(cap, base × 2^n))`. */
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  /** So many distinct things failing without a success between them, within the window, open the breaker. */
  readonly failureThreshold: number;
  readonly failureWindowMs: number;
  /** How long an open breaker stays open before it lets one trial through. */
  readonly breakerOpenMs: number;
  /** No block is longer than this, whatever a server or a clock that went backwards says. */
  readonly maxBlockMs: number;
}
