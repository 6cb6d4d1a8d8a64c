import type { RateLimits } from './policy';

/** Limits for tests: 10 at once, 2 a second, one by one. */
export function makeLimits(changes: Partial<RateLimits> = {}): RateLimits {
  return {
    capacity: 10,
    maxMilliPerSecond: 2000,
    minMilliPerSecond: 250,
    creepMilliPerSecond: 50,
    holdMs: 0,
    backoffBaseMs: 1000,
    backoffCapMs: 60_000,
    failureThreshold: 5,
    failureWindowMs: 120_000,
    breakerOpenMs: 60_000,
    maxBlockMs: 3_600_000,
    ...changes,
  };
}
