import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeLimits } from '@/lib/domain/throttle/make-limits';
import type { BudgetState, RateLimits } from '@/lib/domain/throttle/policy';
import type { Priority } from '@/lib/domain/throttle/priority';
import { instant } from '@/lib/domain/time/instant';
import type { RequestGate } from './ports';
import { createRequestGate } from './request-gate';

const T0 = 1_760_000_000_000;

/** A store, a clock and gates over them; `open()` is a new worker: memory gone, store kept. */
function makeWorld(limits: RateLimits) {
  let stored: BudgetState | null = null;
  const world = { real: 0, skew: 0, commits: 0, slept: 0 };
  const store = {
    update: (change: (state: BudgetState | null) => BudgetState) => {
      world.commits += 1;
      stored = JSON.parse(JSON.stringify(change(stored))) as BudgetState;
      return Promise.resolve(stored);
    },
  };
  const open = (): RequestGate =>
    createRequestGate(store, {
      limits,
      now: () => instant(T0 + world.real + world.skew),
      random: () => 0.5,
      sleep: (ms) => {
        world.real += ms;
        world.slept += ms;
        return Promise.resolve();
      },
    });
  return { world, open, state: () => stored };
}

const SLOW = makeLimits({ capacity: 10, maxMilliPerSecond: 2000 });
const FAST = makeLimits({ capacity: 500, maxMilliPerSecond: 1_000_000, minMilliPerSecond: 50_000, holdMs: 100 });

describe('waiting', () => {
  test('short waits are slept through, then the request goes', async () => {
    const { world, open } = makeWorld(SLOW);
    const gate = open();
    for (let n = 0; n < 12; n += 1) await gate.enter('user');
    expect(world.slept).toBe(1000);
  });

  test('a wait too long for memory is an error that says when to come back', async () => {
    const { open } = makeWorld(SLOW);
    const gate = open();
    const freeAt = await gate.leave({ kind: 'limited', retryAt: instant(T0 + 30_000) });
    expect(freeAt).toBe(T0 + 30_000);
    await expect(gate.enter('user')).rejects.toMatchObject({ code: 'rate-limited', retryAt: T0 + 30_000 });
  });

  test('a backfill that must wait does not stand in the way of a person', async () => {
    const { open } = makeWorld(SLOW);
    const gate = open();
    for (let n = 0; n < 4; n += 1) await gate.enter('backfill');
    const order: string[] = [];
    await Promise.all([
      gate.enter('backfill').then(() => order.push('backfill')),
      gate.enter('user').then(() => order.push('user')),
    ]);
    expect(order).toEqual(['user', 'backfill']);
  });
});

describe('what survives the worker', () => {
  test('Retry-After is obeyed by the next worker', async () => {
    const { world, open } = makeWorld(SLOW);
    await open().leave({ kind: 'limited', retryAt: instant(T0 + 60_000) });
    world.real = 59_000 - 2000;
    await expect(open().enter('user')).rejects.toMatchObject({ retryAt: T0 + 60_000 });
    world.real = 60_000;
    await expect(open().enter('user')).resolves.toBeUndefined();
  });

  test('the breaker stays open, lets one through, and closes on success', async () => {
    const { world, open, state } = makeWorld(SLOW);
    const gate = open();
    for (const subject of ['a', 'b', 'c', 'd', 'e']) await gate.leave({ kind: 'failed', subject });
    await expect(open().enter('user')).rejects.toMatchObject({ code: 'breaker-open', retryAt: T0 + 60_000 });
    world.real = 60_000;
    const trial = open();
    await trial.enter('user');
    await expect(open().enter('user')).rejects.toMatchObject({ code: 'breaker-open' });
    await trial.leave({ kind: 'ok' });
    expect(state()).toMatchObject({ openUntil: null, failures: [] });
    await open().enter('user');
  });

  test('a clock set back by a day does not keep the breaker open for a day', async () => {
    const { world, open } = makeWorld(SLOW);
    const gate = open();
    for (const subject of ['a', 'b', 'c', 'd', 'e']) await gate.leave({ kind: 'failed', subject });
    world.skew = -86_400_000;
    await expect(open().enter('user')).rejects.toMatchObject({ retryAt: T0 - 86_400_000 + 60_000 });
    world.real = 30_000;
    await expect(open().enter('user')).rejects.toMatchObject({ retryAt: T0 - 86_400_000 + 60_000 });
    world.real = 60_000;
    await expect(open().enter('user')).resolves.toBeUndefined();
  });

  test('one product failing for ever among successes never opens it', async () => {
    const { open, state } = makeWorld(SLOW);
    const gate = open();
    for (let n = 0; n < 60; n += 1) {
      await gate.enter('user');
      await gate.leave(n % 2 === 0 ? { kind: 'failed', subject: `gone-${n}` } : { kind: 'ok' });
    }
    expect(state()?.openUntil).toBeNull();
  });

  test('after a 429 the rate creeps back, also when successes are reported late', async () => {
    const { world, open, state } = makeWorld(SLOW);
    const gate = open();
    await gate.leave({ kind: 'limited', retryAt: instant(T0 + 1000) });
    expect(state()?.milliPerSecond).toBe(1000);
    world.real = 1000;
    for (let n = 0; n < 25; n += 1) {
      await gate.enter('user');
      await gate.leave({ kind: 'ok' });
      world.real += 1000;
    }
    expect(state()).toMatchObject({ milliPerSecond: 2000, limitedInARow: 0 });
  });
});

describe('cost', () => {
  test('a first sync of 300 pages costs a few commits, not 300', async () => {
    const { world, open } = makeWorld(FAST);
    const gate = open();
    for (let n = 0; n < 300; n += 1) {
      await gate.enter('backfill');
      world.real += 3;
      await gate.leave({ kind: 'ok' });
    }
    expect(world.commits).toBeLessThanOrEqual(15);
    expect(world.slept).toBe(0);
  });

  test('a 429 voids tokens held in memory', async () => {
    const { open } = makeWorld(FAST);
    const gate = open();
    await gate.enter('backfill');
    await gate.leave({ kind: 'limited', retryAt: instant(T0 + 30_000) });
    await expect(gate.enter('user')).rejects.toMatchObject({ code: 'rate-limited' });
  });

  test('a clock that went back voids them too: how long they were held is not known any more', async () => {
    const { world, open } = makeWorld(FAST);
    const gate = open();
    await gate.enter('user');
    world.skew = -3_600_000;
    await gate.enter('user');
    expect(world.commits).toBe(2);
  });

  test('tokens taken for a person are not spent on a backfill', async () => {
    const { open, state } = makeWorld(FAST);
    const gate = open();
    await gate.enter('user');
    const before = state()?.milliTokens ?? 0;
    await gate.enter('backfill');
    expect(state()?.milliTokens).toBeLessThan(before);
  });
});

describe('I14 the rate limit holds across restarts, contexts and clock jumps', () => {
  const priority = fc.oneof(
    fc.constant<Priority>('user'),
    fc.constantFrom<Priority>('orders', 'repricing', 'watch', 'backfill'),
  );
  const step = fc.record({
    gate: fc.nat(1),
    // Around the end of a hold, where tokens held and a refilled bucket would add up.
    wait: fc.oneof(fc.constant(0), fc.integer({ min: 150, max: 199 }), fc.nat(2000)),
    jump: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: -7_200_000, max: -60_000 })),
    restart: fc.nat(7).map((n) => n === 0),
    burst: fc.oneof(fc.constant(1), fc.integer({ min: 40, max: 80 })),
    priority,
  });

  test.each([
    ['one by one', SLOW],
    ['in chunks', makeLimits({ capacity: 40, maxMilliPerSecond: 100_000, holdMs: 200 })],
  ])('%s: at most capacity + rate x window in every window', async (_name, limits) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { world, open } = makeWorld(limits);
        const gates = [open(), open()];
        const sent: number[] = [];
        for (const { gate, wait, jump, restart, burst, priority: who } of steps) {
          world.real += wait;
          world.skew += jump;
          if (restart) gates[gate] = open();
          for (let n = 0; n < burst; n += 1) {
            const granted = await gates[gate]?.enter(who).then(
              () => true,
              () => false,
            );
            if (granted === true) sent.push(world.real);
          }
        }
        const rate = limits.maxMilliPerSecond / 1_000_000;
        let worst = 0;
        sent.forEach((start, from) => {
          for (let to = from; to < sent.length; to += 1) {
            worst = Math.max(worst, to - from + 1 - rate * ((sent[to] ?? 0) - start));
          }
        });
        expect(worst).toBeLessThanOrEqual(limits.capacity + 1e-9);
      }),
      { numRuns: 100, seed: 14 },
    );
  });
});
