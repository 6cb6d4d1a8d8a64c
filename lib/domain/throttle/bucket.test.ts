import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant';
import { bucketSize, chunkSize, freshBudget, refill, takeTokens } from './bucket';
import { makeLimits } from './make-limits';
import type { BudgetState } from './policy';
import { maySpend, reservedMilliTokens, type Priority } from './priority';

const T0 = instant(1_760_000_000_000);
const at = (ms: number) => instant(T0 + ms);
const limits = makeLimits({ capacity: 10, maxMilliPerSecond: 2000 });
const PRIORITIES: readonly Priority[] = ['user', 'orders', 'repricing', 'watch', 'backfill'];

/** Takes one token after another until none is left for this priority; answers how many were granted. */
function drain(state: BudgetState, priority: Priority): { count: number; state: BudgetState } {
  let count = 0;
  let current = state;
  for (;;) {
    const take = takeTokens(current, T0, limits, priority);
    current = take.state;
    if (take.granted === 0) return { count, state: current };
    count += 1;
  }
}

describe('reserves', () => {
  test.each([
    ['user', 10],
    ['orders', 9],
    ['repricing', 7],
    ['watch', 6],
    ['backfill', 4],
  ] as const)('%s gets %i of a full bucket of 10', (priority, expected) => {
    expect(drain(freshBudget(T0, limits), priority).count).toBe(expected);
  });

  test('a backfill that took all it may leaves tokens for a person', () => {
    const { state } = drain(freshBudget(T0, limits), 'backfill');
    expect(drain(state, 'user').count).toBe(6);
  });

  test('a bucket of one token can still be used by everybody', () => {
    expect(PRIORITIES.map((priority) => reservedMilliTokens(priority, 1000))).toEqual([0, 0, 0, 0, 0]);
  });

  test('held tokens may be spent by equally or more important requests only', () => {
    expect(maySpend('backfill', 'user')).toBe(true);
    expect(maySpend('orders', 'orders')).toBe(true);
    expect(maySpend('user', 'backfill')).toBe(false);
  });
});

describe('arithmetic', () => {
  test('says exactly when the next token is there', () => {
    const { state } = drain(freshBudget(T0, limits), 'user');
    const take = takeTokens(state, at(100), limits, 'user');
    expect(take).toMatchObject({ granted: 0, waitUntil: at(500) });
    expect(takeTokens(take.state, at(499), limits, 'user').granted).toBe(0);
    expect(takeTokens(take.state, at(500), limits, 'user').granted).toBe(1);
  });

  test('looking every millisecond at a slow rate neither starves the bucket nor adds too much', () => {
    const slow = makeLimits({ maxMilliPerSecond: 300, minMilliPerSecond: 300 });
    let state: BudgetState = { ...freshBudget(T0, slow), milliTokens: 0 };
    for (let ms = 1; ms <= 10_000; ms += 1) state = refill(state, at(ms), slow);
    expect(state.milliTokens).toBeGreaterThanOrEqual(2500);
    expect(state.milliTokens).toBeLessThanOrEqual(3000);
  });

  test('a clock that went back adds nothing and does not stop the refill', () => {
    const { state } = drain(freshBudget(T0, limits), 'user');
    const back = refill(state, at(-3_600_000), limits);
    expect(back.milliTokens).toBe(0);
    expect(refill(back, at(-3_600_000 + 500), limits).milliTokens).toBe(1000);
  });

  test('a clock that jumped ahead adds one bucket, not an hour of tokens', () => {
    const { state } = drain(freshBudget(T0, limits), 'user');
    expect(refill(state, at(3_600_000), limits).milliTokens).toBe(bucketSize(limits));
  });

  test('a block of a clock that went back is cut to the longest block', () => {
    const blocked = { ...freshBudget(T0, limits), blockedUntil: at(24 * 3_600_000) };
    expect(takeTokens(blocked, T0, limits, 'user')).toMatchObject({ granted: 0, waitUntil: at(limits.maxBlockMs) });
  });

  test('state written under faster limits is brought down to these', () => {
    const before = { ...freshBudget(T0, limits), milliTokens: 9_000_000, milliPerSecond: 1_000_000 };
    expect(refill(before, T0, limits)).toMatchObject({ milliTokens: 10_000, milliPerSecond: 2000 });
  });

  test('what may be held in memory is taken off the bucket', () => {
    const fast = makeLimits({ capacity: 500, maxMilliPerSecond: 1_000_000, holdMs: 100 });
    expect([chunkSize(fast), bucketSize(fast)]).toEqual([100, 400_000]);
    expect(chunkSize(limits)).toBe(1);
  });
});

describe('I14 the rate limit holds', () => {
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 3000 }),
    jump: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: -7_200_000, max: 7_200_000 })),
    priority: fc.constantFrom(...PRIORITIES),
    restart: fc.boolean(),
  });

  test('in every sliding window at most capacity + rate x window, plus one bucket for each jump ahead in it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let state = freshBudget(T0, limits);
        let real = 0;
        let skew = 0;
        const sent: number[] = [];
        const jumps: number[] = [];
        for (const { wait, jump, priority, restart } of steps) {
          real += wait;
          skew += jump;
          if (jump > 0) jumps.push(real);
          if (restart) state = JSON.parse(JSON.stringify(state)) as BudgetState;
          const take = takeTokens(state, at(real + skew), limits, priority, 3);
          state = take.state;
          for (let n = 0; n < take.granted; n += 1) sent.push(real);
        }
        let worst = 0;
        sent.forEach((start, from) => {
          for (let to = from; to < sent.length; to += 1) {
            const end = sent[to] ?? 0;
            const leaps = jumps.filter((moment) => moment >= start && moment <= end).length;
            worst = Math.max(worst, to - from + 1 - 10 * leaps - (2 * (end - start)) / 1000);
          }
        });
        expect(worst).toBeLessThanOrEqual(10 + 1e-9);
      }),
      { numRuns: 150, seed: 14 },
    );
  });
});
