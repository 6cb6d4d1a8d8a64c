import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { usd } from '../fixtures/builders';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** I12: a reading that is cut anywhere goes on from there; what it had not met yet is not taken for old. */

/** The `nth` call of an operation from now on fails once. */
function failOnce(world: World, name: string, nth: number, error: MarketError): void {
  let calls = 0;
  world.market.hook = (call) => {
    if (call.name !== name) return;
    calls += 1;
    if (calls === nth + 1) throw error;
  };
}

const OUTAGE = new MarketError('unavailable', { message: 'alias has trouble (503).' });
const STALE_TOKEN = new MarketError('bad-request', { message: 'alias refused the request (400).', httpStatus: 400 });

describe('a cut reading', () => {
  test('sales on the second page of a poll that broke off are found by the next one, and ring', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.orders = sequence(5, (nth) => makeOrderFacts(nth));
    await world.settle();
    // All of them finished while the browser was closed: nothing on the first page will ask to read on.
    world.market.orders = sequence(30, (nth) => makeOrderFacts(nth));
    failOnce(world, 'listOrders', 1, OUTAGE);
    world.clock.pass(MINUTE_MS);
    await world.settle();
    expect(await world.db.orders.count()).toBe(15);
    world.clock.pass(20 * MINUTE_MS);
    await world.settle();
    expect(await world.db.orders.count()).toBe(30);
    expect(await world.db.notices.count()).toBe(25);
    world.market.calls.length = 0;
    world.clock.pass(MINUTE_MS);
    await world.settle();
    expect(world.market.calls.filter((call) => call.name === 'listOrders')).toHaveLength(1);
  });

  test('so are changed listings', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.listings = sequence(30, (nth) => makeListingFacts(nth));
    await world.settle();
    const changed = (nth: number) => shiftInstant(world.clock.now(), nth);
    world.market.listings = sequence(30, (nth) => makeListingFacts(nth, { price: usd(77), changedAt: changed(nth) }));
    failOnce(world, 'listListings', 1, OUTAGE);
    world.clock.pass(20 * MINUTE_MS);
    await world.settle();
    const repriced = () => world.db.listings.filter((listing) => listing.price.minor === 7700).count();
    expect(await repriced()).toBe(10);
    world.clock.pass(20 * MINUTE_MS);
    await world.settle();
    expect(await repriced()).toBe(30);
  });

  test('a page of which nothing can be read does not end a poll', async () => {
    const world = makeWorld({ pageSize: 10 });
    await world.settle();
    world.market.orders = sequence(20, (nth) => makeOrderFacts(nth));
    for (let index = 0; index < 10; index += 1) {
      world.market.rejectOrderAt.set(index, {
        endpoint: 'GET /orders',
        externalId: `o${index}`,
        issues: [],
        raw: '{}',
      });
    }
    world.clock.pass(MINUTE_MS);
    await world.settle();
    expect(await world.db.orders.count()).toBe(10);
  });

  test.each(['listOrders', 'listListings'])(
    'a page token of %s that is no longer taken makes the reading begin anew',
    async (name) => {
      const world = makeWorld({ pageSize: 10 });
      world.market.orders = sequence(35, (nth) => makeOrderFacts(nth));
      world.market.listings = sequence(35, (nth) => makeListingFacts(nth));
      failOnce(world, name, 2, OUTAGE);
      await world.settle();
      failOnce(world, name, 0, STALE_TOKEN);
      world.clock.pass(20 * MINUTE_MS);
      await world.settle();
      expect([await world.db.orders.count(), await world.db.listings.count()]).toEqual([35, 35]);
      expect((await world.db.jobs.toArray()).filter((job) => job.failures > 0)).toEqual([]);
    },
  );
});
