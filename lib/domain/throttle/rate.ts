import { instant, type Instant } from '../time/instant';
import { fullJitter } from './back-off';
import { refill } from './bucket';
import type { BudgetState, RateLimits } from './policy';

/**
 * After a 429: half the rate, and no request before the server's Retry-After or, without one, our own back-off.
 *
 * Requests that were already on their way when the first 429 came are refused too; those later answers may prolong
 * the block but do not halve again, else five parallel requests would slow us thirty-two-fold.
 *
 * @param random uniform in [0, 1), for the back-off
 */
export function applyLimited(
  before: BudgetState,
  now: Instant,
  limits: RateLimits,
  retryAt: Instant | null,
  random: number,
): BudgetState {
  const state = refill(before, now, limits);
  const again = state.blockedUntil !== null;
  const wait = fullJitter(state.limitedInARow, limits.backoffBaseMs, limits.backoffCapMs, random);
  // Never a block of nothing: a jitter of zero would send the next request at once.
  const ownUntil = again ? now : now + Math.max(wait, limits.backoffBaseMs / 2);
  const until = Math.max(retryAt ?? ownUntil, state.blockedUntil ?? 0, now);
  return {
    ...state,
    milliPerSecond: again
      ? state.milliPerSecond
      : Math.max(limits.minMilliPerSecond, Math.floor(state.milliPerSecond / 2)),
    limitedInARow: again ? state.limitedInARow : state.limitedInARow + 1,
    blockedUntil: instant(Math.round(Math.min(until, now + limits.maxBlockMs))),
  };
}

/**
 * After `count` successes: the rate creeps up, the breaker closes, failures are forgiven. Successes of requests
 * sent before a 429 prove nothing about the limit, so they are ignored while blocked.
 */
export function applySuccesses(before: BudgetState, now: Instant, limits: RateLimits, count: number): BudgetState {
  const state = { ...refill(before, now, limits), failures: [], openUntil: null };
  if (state.blockedUntil !== null || count <= 0) return state;
  const milliPerSecond = Math.min(limits.maxMilliPerSecond, state.milliPerSecond + count * limits.creepMilliPerSecond);
  return { ...state, milliPerSecond, limitedInARow: 0 };
}
