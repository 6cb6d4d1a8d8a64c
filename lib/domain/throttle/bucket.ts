import { instant, type Instant } from '../time/instant';
import type { BudgetState, RateLimits } from './policy';
import { reservedMilliTokens, type Priority } from './priority';

const MILLI = 1000;

/**
 * What came of asking for tokens: how many were granted, or the moment to ask again. The state must be stored in
 * both cases.
 */
export type Take =
  | { readonly state: BudgetState; readonly granted: number }
  | { readonly state: BudgetState; readonly granted: 0; readonly waitUntil: Instant };

/** Tokens that one visit to the bucket may take ahead and hold for `holdMs`; at least one. */
export function chunkSize(limits: RateLimits): number {
  return Math.max(1, Math.floor((limits.maxMilliPerSecond * limits.holdMs) / (MILLI * MILLI)));
}

/**
 * Size of the bucket in thousandths of a token.
 *
 * Smaller than `capacity` by what can be taken while earlier tokens are still held in memory, so that the promise
 * "at most capacity + rate × window" stays true although tokens are spent later than they are taken.
 */
export function bucketSize(limits: RateLimits): number {
  const held = Math.ceil((limits.maxMilliPerSecond * limits.holdMs) / MILLI);
  return Math.max(MILLI, limits.capacity * MILLI - held);
}

/** A full bucket, a closed breaker. */
export function freshBudget(now: Instant, limits: RateLimits): BudgetState {
  return {
    milliTokens: bucketSize(limits),
    updatedAt: now,
    milliPerSecond: limits.maxMilliPerSecond,
    blockedUntil: null,
    limitedInARow: 0,
    failures: [],
    openUntil: null,
  };
}

/**
 * The bucket as it stands now. A clock that went backwards adds nothing; one that jumped ahead adds at most what
 * the bucket holds. Only the time that made whole thousandths is used up, so that frequent looks lose nothing.
 *
 * @example at 2 requests a second 250 ms add half a token: 500 thousandths
 */
export function refill(state: BudgetState, now: Instant, limits: RateLimits): BudgetState {
  const rate = Math.min(Math.max(state.milliPerSecond, limits.minMilliPerSecond), limits.maxMilliPerSecond);
  const size = bucketSize(limits);
  const elapsed = Math.max(0, now - state.updatedAt);
  const added = Math.floor((elapsed * rate) / MILLI);
  const full = state.milliTokens + added >= size || now < state.updatedAt;
  const updatedAt = full ? now : instant(state.updatedAt + Math.ceil((added * MILLI) / rate));
  const blockedUntil = unblocked(state.blockedUntil, now, limits);
  return {
    ...state,
    milliTokens: Math.min(size, state.milliTokens + added),
    milliPerSecond: rate,
    updatedAt,
    blockedUntil,
  };
}

function unblocked(blockedUntil: Instant | null, now: Instant, limits: RateLimits): Instant | null {
  if (blockedUntil === null || blockedUntil <= now) return null;
  return instant(Math.min(blockedUntil, now + limits.maxBlockMs));
}

/**
 * Takes up to `wanted` tokens, at least one or none, and leaves the reserve of more important priorities alone.
 *
 * @example bucket 10 at 2/s, 6.0 tokens left: a backfill waits until 6.5, so `waitUntil` is 250 ms ahead
 */
export function takeTokens(
  before: BudgetState,
  now: Instant,
  limits: RateLimits,
  priority: Priority,
  wanted: number = 1,
): Take {
  const state = refill(before, now, limits);
  if (state.blockedUntil !== null) return { state, granted: 0, waitUntil: state.blockedUntil };
  const reserve = reservedMilliTokens(priority, bucketSize(limits));
  const granted = Math.min(wanted, Math.floor((state.milliTokens - reserve) / MILLI));
  if (granted >= 1) return { state: { ...state, milliTokens: state.milliTokens - granted * MILLI }, granted };
  const missing = reserve + MILLI - state.milliTokens;
  const waitUntil = instant(state.updatedAt + Math.ceil((missing * MILLI) / state.milliPerSecond));
  return { state, granted: 0, waitUntil };
}
