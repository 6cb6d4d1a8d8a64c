import { describe, expect, test } from 'vitest';
import { makeListingFacts, makeOrderFacts } from '../fixtures/facts';
import { makeWorld } from './world';

/** I16: the same alarm, message or answer twice gives the same state and one notification per event. */

describe('I16 at-least-once events are harmless', () => {
  test('a sale rings once, marks its pair and moves the badge, however often it is read', async () => {
    const world = makeWorld();
    world.market.listings = [makeListingFacts(1)];
    await world.settle();
    world.market.orders = [
      makeOrderFacts(1, {
        externalListingId: 'listing-000001',
        status: 'unknown:ORDER_STATUS_NEW',
        soldAt: world.clock.now(),
      }),
    ];
    for (let round = 0; round < 3; round += 1) {
      world.clock.pass(60_000);
      await Promise.all([world.engine.tick(), world.engine.tick(), world.reborn().engine.tick()]);
    }
    expect(world.notifications.shown.map((notice) => notice.id)).toEqual(['sold:order-000001']);
    expect(await world.db.sales.count()).toBe(1);
    expect(await world.db.inventory.toArray()).toMatchObject([{ status: 'sold', goatListingId: 'listing-000001' }]);
    expect(world.badge).toMatchObject({ text: '1', tone: 'needs-you' });
  });

  test('the history that is read on the first day rings for nobody', async () => {
    const world = makeWorld();
    world.market.orders = [makeOrderFacts(1), makeOrderFacts(2)];
    await world.settle();
    expect(world.notifications.shown).toEqual([]);
  });

  test('two contexts at once read each page once', async () => {
    const world = makeWorld();
    world.market.orders = [makeOrderFacts(1)];
    await Promise.all([world.engine.tick(), world.engine.tick(), world.engine.tick()]);
    expect(world.market.calls.filter((call) => call.name === 'listOrders')).toHaveLength(1);
  });

  test('a lease that was taken over writes nothing more', async () => {
    const world = makeWorld();
    world.market.orders = [makeOrderFacts(1)];
    world.market.hook = async ({ name }) => {
      if (name === 'listOrders')
        await world.db.jobs
          .where('id')
          .equals('orders')
          .modify((job) => void Object.assign(job, { fence: job.fence + 1 }));
    };
    await world.engine.tick();
    expect(await world.db.orders.count()).toBe(0);
  });
});
