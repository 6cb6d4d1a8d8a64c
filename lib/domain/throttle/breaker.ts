import { instant, type Instant } from '../time/instant';
import type { BudgetState, RateLimits } from './policy';

/** Failures remembered at most; the threshold is far below. */
const REMEMBERED = 20;

/** `closed`: go on. `half-open`: one request may try. `open`: nothing before `until`. */
export type BreakerPosition =
  | { readonly kind: 'closed' }
  | { readonly kind: 'half-open' }
  | { readonly kind: 'open'; readonly until: Instant };

/**
 * Where the breaker stands. A clock that went backwards cannot keep it open longer than one full period, as long as
 * whoever sees it open stores `until`.
 */
export function breakerPosition(state: BudgetState, now: Instant, limits: RateLimits): BreakerPosition {
  if (state.openUntil === null) return { kind: 'closed' };
  if (state.openUntil <= now) return { kind: 'half-open' };
  return { kind: 'open', until: instant(Math.min(state.openUntil, now + limits.breakerOpenMs)) };
}

/** Marks that the one trial of a half-open breaker is on its way; should it never report, another may try later. */
export function beginTrial(state: BudgetState, now: Instant, limits: RateLimits): BudgetState {
  return { ...state, openUntil: instant(now + limits.breakerOpenMs) };
}

/**
 * After a failure. Distinct subjects are counted: an unknown catalogue id answers 503 for ever, and one bad row
 * must not stop the shop. A failed trial opens the breaker again.
 *
 * @example threshold 5: five different products failing within the window open it; one product failing fifty times
 * does not
 */
export function applyFailure(state: BudgetState, now: Instant, limits: RateLimits, subject: string): BudgetState {
  const recent = state.failures.filter(
    (failure) => failure.subject !== subject && failure.at <= now && now - failure.at < limits.failureWindowMs,
  );
  const failures = [...recent, { subject, at: now }].slice(-REMEMBERED);
  const opens = state.openUntil !== null || failures.length >= limits.failureThreshold;
  return { ...state, failures, openUntil: opens ? instant(now + limits.breakerOpenMs) : null };
}
