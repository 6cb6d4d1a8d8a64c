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
