import { describe, expect, test } from 'vitest';
import { MarketError, type MarketErrorCode } from '@/lib/domain/errors/market-error';
import { shiftInstant } from '@/lib/domain/time/instant';
import { START } from '../fakes/fake-platform';
import { makeOrderFacts } from '../fixtures/facts';
import { makeWorld } from './world';

/** What support asks for: the ids alias gave to our requests, of failed ones above all. */

function failingOrders(code: MarketErrorCode, httpStatus: number, requestId: string) {
  const world = makeWorld();
  const retryAt = shiftInstant(START, 60_000);
  world.market.hook = ({ name, nth }) => {
    if (name === 'listOrders' && nth === 0)
      throw new MarketError(code, { message: 'refused', httpStatus, requestId, retryAt });
  };
  return world;
}

describe('request ids of a run', () => {
  test.each([
    ['unavailable', 503, 'failed'],
    ['forbidden', 403, 'failed'],
    // The run waits and goes on, still the same run.
    ['rate-limited', 429, 'running'],
  ] as const)('hold the one of a request that failed as %s', async (code, httpStatus, outcome) => {
    const world = failingOrders(code, httpStatus, 'req-failed');
    await world.engine.tick();
    const runs = await world.db.jobRuns.where('job').equals('orders').toArray();
    expect(runs).toMatchObject([{ outcome, requests: 1, requestIds: ['req-failed'] }]);
  });
});

test('what a sale is known from stands in the activity log', async () => {
  const world = makeWorld();
  await world.settle();
  world.market.orders = [makeOrderFacts(1, { soldAt: world.clock.now() })];
  world.clock.pass(60_000);
  await world.engine.tick();
  const [line] = await world.db.activity.where('kind').equals('sale/found').toArray();
  const [run] = (
    await world.db.jobRuns.where('[job+startedAt]').between(['orders', 0], ['orders', Infinity]).toArray()
  ).toReversed();
  expect(line?.facts['requestId']).toMatch(/^req-/);
  expect(run?.requestIds).toContain(line?.facts['requestId']);
});
