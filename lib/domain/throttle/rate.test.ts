import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant';
import { fullJitter } from './back-off';
import { freshBudget, takeTokens } from './bucket';
import { makeLimits } from './make-limits';
import { applyLimited, applySuccesses } from './rate';

const T0 = instant(1_760_000_000_000);
const at = (ms: number) => instant(T0 + ms);
const limits = makeLimits();

describe('after a 429', () => {
  test('the rate halves and nothing is sent before Retry-After', () => {
    const state = applyLimited(freshBudget(T0, limits), T0, limits, at(30_000), 0.5);
    expect(state).toMatchObject({ milliPerSecond: 1000, blockedUntil: at(30_000), limitedInARow: 1 });
    expect(takeTokens(state, at(29_999), limits, 'user')).toMatchObject({ granted: 0, waitUntil: at(30_000) });
    expect(takeTokens(state, at(30_000), limits, 'user').granted).toBe(1);
  });

  test('the rate never falls below its minimum', () => {
    let state = freshBudget(T0, limits);
    for (let n = 0; n < 12; n += 1) state = applyLimited(state, at(n * 100_000), limits, at(n * 100_000 + 10), 0);
    expect(state).toMatchObject({ milliPerSecond: 250, limitedInARow: 12 });
  });

  test('without Retry-After the wait grows with each 429 in a row', () => {
    const waits = [0, 1, 2, 3].map((limitedInARow) => {
      const state = applyLimited({ ...freshBudget(T0, limits), limitedInARow }, T0, limits, null, 0.999_999);
      return (state.blockedUntil ?? 0) - T0;
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  test('an unlucky jitter of zero is still a pause', () => {
    expect(applyLimited(freshBudget(T0, limits), T0, limits, null, 0).blockedUntil).toBe(at(500));
  });

  test('answers of requests that were under way do not halve again but may prolong the block', () => {
    const once = applyLimited(freshBudget(T0, limits), T0, limits, at(5000), 0);
    const twice = applyLimited(once, at(10), limits, at(9000), 0);
    expect(twice).toMatchObject({ milliPerSecond: 1000, limitedInARow: 1, blockedUntil: at(9000) });
    expect(applyLimited(twice, at(20), limits, at(6000), 0).blockedUntil).toBe(at(9000));
  });

  test('an absurd Retry-After is cut to the longest block', () => {
    expect(applyLimited(freshBudget(T0, limits), T0, limits, at(10 ** 9), 0).blockedUntil).toBe(at(3_600_000));
  });
});

describe('after successes', () => {
  test('the rate creeps up to full and the row of 429s is over', () => {
    const slow = { ...freshBudget(T0, limits), milliPerSecond: 1000, limitedInARow: 3 };
    expect(applySuccesses(slow, T0, limits, 1)).toMatchObject({ milliPerSecond: 1050, limitedInARow: 0 });
    expect(applySuccesses(slow, T0, limits, 100).milliPerSecond).toBe(2000);
  });

  test('successes of requests sent before a 429 change nothing while blocked', () => {
    const blocked = applyLimited(freshBudget(T0, limits), T0, limits, at(5000), 0);
    expect(applySuccesses(blocked, at(10), limits, 4)).toMatchObject({ milliPerSecond: 1000, limitedInARow: 1 });
  });

  test('failures are forgiven and the breaker closes', () => {
    const open = { ...freshBudget(T0, limits), failures: [{ subject: 'a', at: T0 }], openUntil: at(1000) };
    expect(applySuccesses(open, at(1000), limits, 1)).toMatchObject({ failures: [], openUntil: null });
  });
});

test('full jitter stays between zero and the doubling ceiling', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (n, base, r) => {
        const wait = fullJitter(n, base, 900_000, r);
        expect(Number.isSafeInteger(wait)).toBe(true);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(900_000, base * 2 ** Math.min(n, 40)));
      },
    ),
    { seed: 1 },
  );
});
