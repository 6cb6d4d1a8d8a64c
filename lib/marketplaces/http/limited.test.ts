import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeLimits } from '@/lib/domain/throttle/make-limits';
import type { BudgetState } from '@/lib/domain/throttle/policy';
import { instant } from '@/lib/domain/time/instant';
import { createFaultServer, type FaultServer } from '@/tests/fakes/fault-server';
import { makeHttp, TEST_NOW } from '@/tests/fakes/make-http';
import type { HttpRequest } from './exchange';
import { createRequestGate } from './request-gate';

const READ: HttpRequest = { method: 'GET', operation: '/orders', path: '/orders' };
const OPTIONS = { priority: 'orders' } as const;
/** The server's clock is an hour ahead of ours. */
const DATE = 'Tue, 09 Dec 2025 13:00:00 GMT';
const IN_A_MINUTE = 'Tue, 09 Dec 2025 13:01:00 GMT';

let server: FaultServer;
beforeEach(async () => {
  server = await createFaultServer();
});
afterEach(() => server.close());

/** Real client, real gate, real server; only time and the place of the budget are the test's. */
function limitedWorld() {
  const world = { now: TEST_NOW, stored: null as BudgetState | null };
  const open = () => {
    const now = () => world.now;
    const gate = createRequestGate(
      { update: async (change) => (world.stored = change(world.stored)) },
      { limits: makeLimits({ backoffBaseMs: 30_000 }), now, random: () => 0.5, sleep: () => Promise.resolve() },
    );
    return makeHttp(server.origin, { gate, now }).http;
  };
  return { world, open };
}

describe('after a 429 of a real server', () => {
  test.each([
    ['seconds', { 'retry-after': '60' }, 60_000],
    ['a date of the server’s own clock', { 'retry-after': IN_A_MINUTE, date: DATE }, 60_000],
    ['nothing said, so our own back-off', {}, 15_000],
  ])(
    'with %s: nothing is sent until then, by the next worker neither, and then it starts over from half the rate',
    async (...given) => {
      const [, headers, wait] = given;
      const { world, open } = limitedWorld();
      server.script({ kind: 'answer', status: 429, body: { code: 8, message: '', details: [] }, headers });
      const refused = { code: 'rate-limited', retryAt: TEST_NOW + wait };
      await expect(open().send(READ, OPTIONS)).rejects.toMatchObject({ ...refused, httpStatus: 429 });
      world.now = instant(TEST_NOW + wait - 2001);
      await expect(open().send(READ, OPTIONS)).rejects.toMatchObject({ ...refused, httpStatus: null });
      expect(server.requests).toHaveLength(1);
      world.now = instant(TEST_NOW + wait);
      await expect(open().send(READ, OPTIONS)).resolves.toMatchObject({ body: { ok: true } });
      // Half of 2,000, and 50 for the success.
      expect(world.stored).toMatchObject({ milliPerSecond: 1050, blockedUntil: null });
    },
  );
});
