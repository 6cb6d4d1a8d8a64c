import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBudgetStore } from '@/lib/db/repositories/budgets';
import { hasCode } from '@/lib/domain/errors/market-error';
import { makeLimits } from '@/lib/domain/throttle/make-limits';
import { shiftInstant } from '@/lib/domain/time/instant';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import { fakeClock, fakeRandom, START } from '../fakes/fake-platform';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';

/** I14: in every sliding window no more requests than the limit allows, across restarts, contexts and clock jumps. */

const LIMITS = makeLimits({ capacity: 5, maxMilliPerSecond: 2000 });

function makeGates() {
  const browser = makeBrowserDatabase();
  const clock = fakeClock(START);
  const random = fakeRandom();
  const open = () =>
    createRequestGate(createBudgetStore(makeDatabase(browser), 'alias'), {
      limits: LIMITS,
      now: () => clock.now(),
      random: () => random.next(),
      sleep: async (ms) => clock.pass(ms),
    });
  return { clock, open };
}

type Step = { readonly kind: 'ask' | 'restart' } | { readonly kind: 'pass'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'ask' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 4000 }) }) },
);

describe('I14 the rate limit holds', () => {
  test('for any mix of requests, pauses and deaths of the worker', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { clock, open } = makeGates();
        let gate = open();
        const sent: number[] = [];
        for (const one of steps) {
          if (one.kind === 'restart') gate = open();
          else if (one.kind === 'pass') clock.pass(one.ms);
          else if (await enters(gate)) sent.push(clock.now());
        }
        expectWithin(sent);
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  test('two contexts share one budget', async () => {
    const { clock, open } = makeGates();
    const gates = [open(), open()];
    const sent: number[] = [];
    for (let nth = 0; nth < 30; nth += 1) if (await enters(gates[nth % 2])) sent.push(clock.now());
    expectWithin(sent);
  });

  test('Retry-After is obeyed after a restart, and a clock set back does not shorten it', async () => {
    const { clock, open } = makeGates();
    const gate = open();
    await gate.enter('orders');
    const until = shiftInstant(clock.now(), 60_000);
    await gate.leave({ kind: 'limited', retryAt: until });
    const refused = await open()
      .enter('user')
      .catch((error: unknown) => error);
    expect(hasCode(refused, 'rate-limited') && refused.retryAt).toBe(until);
    clock.pass(-30_000);
    expect(await enters(open())).toBe(false);
    clock.pass(95_000);
    expect(await enters(open())).toBe(true);
  });

  test('a 429 halves the rate, and the half outlives the worker', async () => {
    const { clock, open } = makeGates();
    await open().enter('orders');
    await open().leave({ kind: 'limited', retryAt: clock.now() });
    clock.pass(10_000);
    const sent: number[] = [];
    for (let nth = 0; nth < 12; nth += 1) if (await enters(open())) sent.push(clock.now());
    const last = sent.at(-1) ?? 0;
    const first = sent[0] ?? 0;
    expect((last - first) / 1000).toBeGreaterThanOrEqual((sent.length - LIMITS.capacity) / 1 - 1);
  });
});

async function enters(gate: ReturnType<typeof createRequestGate> | undefined): Promise<boolean> {
  try {
    await gate?.enter('orders');
    return true;
  } catch (error) {
    if (hasCode(error, 'rate-limited')) return false;
    throw error;
  }
}

function expectWithin(sent: readonly number[]): void {
  for (const [from, start] of sent.entries()) {
    for (const [to, end] of sent.entries()) {
      if (to < from) continue;
      const allowed = LIMITS.capacity + (LIMITS.maxMilliPerSecond / 1000) * ((end - start) / 1000);
      expect(to - from + 1).toBeLessThanOrEqual(Math.floor(allowed + 1e-9));
    }
  }
}
