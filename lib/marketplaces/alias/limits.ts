import type { RateLimits } from '@/lib/domain/throttle/policy';

/**
 * How fast alias is asked. It publishes no rate; two requests a second ran for hours without a 429, so that is the
 * full rate, halved by each 429 down to one in four seconds.
 */
const ALIAS_LIMITS: RateLimits = {
  capacity: 10,
  maxMilliPerSecond: 2000,
  minMilliPerSecond: 250,
  creepMilliPerSecond: 20,
  holdMs: 0,
  backoffBaseMs: 1000,
  backoffCapMs: 15 * 60_000,
  failureThreshold: 5,
  failureWindowMs: 5 * 60_000,
  breakerOpenMs: 60_000,
  maxBlockMs: 60 * 60_000,
};

/** A market on this machine is asked as fast as it answers; the same rules, a thousand times the rate. */
const LOOPBACK_LIMITS: RateLimits = {
  ...ALIAS_LIMITS,
  capacity: 1000,
  maxMilliPerSecond: 2_000_000,
  minMilliPerSecond: 50_000,
  creepMilliPerSecond: 50_000,
  holdMs: 100,
  backoffCapMs: 30_000,
};

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Limits for the API at this address. */
export function limitsFor(baseUrl: string): RateLimits {
  return LOOPBACK_HOSTS.has(new URL(baseUrl).hostname) ? LOOPBACK_LIMITS : ALIAS_LIMITS;
}
