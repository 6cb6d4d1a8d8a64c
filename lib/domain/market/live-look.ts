import type { BudgetState } from '../throttle/policy';
import { MINUTE_MS, type Instant } from '../time/instant';

/** How often a market that somebody looks at is read again. */
const LOOK_EVERY_MS = MINUTE_MS;

/** After failures the pause doubles, up to this. */
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

/** With less than so many whole requests left, a look nobody asked for waits for those somebody did. */
const LEFT_FOR_OTHERS = 3;

interface LookState {
  /** When the last look began, whatever came of it; null: none yet. */
  readonly lastAt: Instant | null;
  readonly failures: number;
}

/**
 * When a screen that is looked at may read its market again by itself.
 *
 * @example begun at 12:00 and failed twice: again at 12:04
 */
export function nextLookAt({ lastAt, failures }: LookState, now: Instant): number {
  if (lastAt === null) return now;
  // A clock that was set back must not keep a look waiting for hours.
  const began = Math.min(lastAt, now);
  return began + Math.min(LONGEST_PAUSE_MS, LOOK_EVERY_MS * 2 ** Math.min(failures, 10));
}

/**
 * Whether the rate budget has room for a look nobody asked for: not blocked, the breaker closed, and a few requests left
 * for those somebody waits for. What is stored is as old as its last use, so the tokens since then count too.
 */
export function hasRoomToLook(budget: BudgetState | null, now: Instant): boolean {
  if (budget === null) return true;
  if (budget.blockedUntil !== null && budget.blockedUntil > now) return false;
  if (budget.openUntil !== null) return false;
  const since = Math.max(0, now - budget.updatedAt);
  return budget.milliTokens + (since * budget.milliPerSecond) / 1000 >= LEFT_FOR_OTHERS * 1000;
}
