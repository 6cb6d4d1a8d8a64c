import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { watchProduct } from '@/lib/commands/watch-product';
import { makePrice, makeProduct, usd } from '../fixtures/builders';
import { makeWorld, type World } from './world';

/** A watched product that the seller does not own is read, and its target rings once each time it is reached. */

const { id: _id, createdAt: _c, updatedAt: _u, ...PANDA } = makeProduct();

function ask(world: World, dollars: number): void {
  const { variant, highestOffer, lastSale, globalIndicator } = makePrice();
  world.market.quotes = [{ variant, lowestAsk: usd(dollars), highestOffer, lastSale, globalIndicator }];
}

async function watching(dollars: number): Promise<World> {
  const world = makeWorld();
  world.market.products = [PANDA];
  ask(world, dollars);
  let nth = 0;
  const deps = { db: world.db, now: () => world.clock.now(), newId: () => `own-${(nth += 1)}` };
  await watchProduct(deps, { catalogId: PANDA.catalogId, usSize: 10, targetPrice: usd(100) });
  await world.settle();
  return world;
}

async function read(world: World, dollars: number): Promise<void> {
  ask(world, dollars);
  world.clock.pass(HOUR_MS);
  await world.settle();
}

const rung = (world: World) => world.notifications.shown.map(({ title, message }) => `${title} ${message}`);

describe('a target', () => {
  test('rings once when it is reached, and again only after the ask was above it', async () => {
    const world = await watching(110);
    expect(await world.db.products.count()).toBe(1);
    expect(rung(world)).toEqual([]);
    await read(world, 98);
    await read(world, 97);
    expect(rung(world)).toEqual(['US 10 9800']);
    await read(world, 120);
    await read(world, 100);
    expect(rung(world)).toEqual(['US 10 9800', 'US 10 10000']);
    const [item] = await world.db.watchlistItems.toArray();
    const notices = await world.db.notices.toArray();
    const events = await world.db.alertEvents.toArray();
    expect(events.map(({ id, alertId }) => [id, alertId])).toEqual(notices.map(({ id }) => [id, item?.id]));
    expect(notices[0]).toMatchObject({
      id: expect.stringMatching(/^target:.+:\d+$/),
      route: `/watch?product=${PANDA.catalogId}`,
    });
  });

  test('a worker that dies while it is reached rings once all the same', async () => {
    const world = await watching(110);
    ask(world, 98);
    world.clock.pass(HOUR_MS);
    const fail = () => {
      throw new Error('died');
    };
    world.db.cursors.hook('updating', fail);
    await world.engine.tick();
    expect([await world.db.notices.count(), await world.db.alertEvents.count()]).toEqual([0, 0]);
    expect(await world.db.watchlistItems.toArray()).toMatchObject([{ reachedAt: null }]);
    world.db.cursors.hook('updating').unsubscribe(fail);
    const next = world.reborn();
    next.clock.pass(HOUR_MS);
    await next.settle();
    expect(rung(next)).toEqual(['US 10 9800']);
  });

  test('close above its target a product is read much more often', async () => {
    const near = await watching(104);
    const far = await watching(110);
    const readings = (world: World) => world.market.calls.filter(({ name }) => name === 'getQuotes').length;
    for (const world of [near, far]) {
      world.clock.pass(7 * MINUTE_MS);
      await world.settle();
    }
    expect([readings(near), readings(far)]).toEqual([2, 1]);
  });

  test('nothing is read any more for what was taken off the list', async () => {
    const world = await watching(110);
    await world.db.watchlistItems.toCollection().modify({ deletedAt: world.clock.now() });
    await read(world, 90);
    expect(world.market.calls.filter(({ name }) => name === 'getQuotes')).toHaveLength(1);
    expect(rung(world)).toEqual([]);
  });
});
