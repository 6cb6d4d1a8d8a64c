import { describe, expect, test } from 'vitest';
import type { BudgetState } from '../throttle/policy';
import { instant, MINUTE_MS, SECOND_MS, shiftInstant } from '../time/instant';
import { hasRoomToLook, nextLookAt } from './live-look';

const NOW = instant(Date.UTC(2026, 2, 2, 12));

describe('the next look', () => {
  test.each([
    ['at once, when there was none', null, 0, 0],
    ['a minute after the last', 10 * SECOND_MS, 0, 50 * SECOND_MS],
    ['at once, when the last is long ago', 9 * MINUTE_MS, 0, -8 * MINUTE_MS],
    ['later after a failure', 0, 1, 2 * MINUTE_MS],
    ['later still after two', 0, 2, 4 * MINUTE_MS],
    ['never later than a quarter of an hour', 0, 40, 15 * MINUTE_MS],
    ['by the present clock when it was set back', -60 * MINUTE_MS, 0, MINUTE_MS],
  ])('%s', (_name, agoMs, failures, inMs) => {
    const lastAt = agoMs === null ? null : shiftInstant(NOW, -agoMs);
    expect(nextLookAt({ lastAt, failures }, NOW) - NOW).toBe(inMs);
  });
});

describe('room in the budget', () => {
  const budget = (given: Partial<BudgetState> = {}): BudgetState => ({
    milliTokens: 8000,
    updatedAt: NOW,
    milliPerSecond: 2000,
    blockedUntil: null,
    limitedInARow: 0,
    failures: [],
    openUntil: null,
    ...given,
  });

  test.each([
    ['never used', null, true],
    ['full', budget(), true],
    ['three left', budget({ milliTokens: 3000 }), true],
    ['fewer left', budget({ milliTokens: 2999 }), false],
    ['filled up since', budget({ milliTokens: 0, updatedAt: shiftInstant(NOW, -1500) }), true],
    ['not yet filled up', budget({ milliTokens: 0, updatedAt: shiftInstant(NOW, -1499) }), false],
    ['blocked', budget({ blockedUntil: shiftInstant(NOW, 1) }), false],
    ['no longer blocked', budget({ blockedUntil: NOW }), true],
    ['breaker open', budget({ openUntil: shiftInstant(NOW, MINUTE_MS) }), false],
    ['breaker that waits for its trial', budget({ openUntil: shiftInstant(NOW, -MINUTE_MS) }), false],
  ])('%s', (_name, state, expected) => {
    expect(hasRoomToLook(state, NOW)).toBe(expected);
  });
});
