import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { makeListingFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** I11: only a complete sweep and a direct "not found" make a listing deleted. */

async function syncedWorld(): Promise<World> {
  const world = makeWorld({ pageSize: 10 });
  world.market.listings = sequence(45, (nth) => makeListingFacts(nth));
  await world.settle();
  return world;
}

async function deletedIds(world: World): Promise<string[]> {
  return (await world.db.listings.toArray()).filter((row) => row.deletedAt !== null).map((row) => row.externalId);
}

describe('I11 no phantom deletion', () => {
  test('a listing that alias says is gone is deleted, its pair is back in stock, and nothing else is touched', async () => {
    const world = await syncedWorld();
    const [gone, ...rest] = world.market.listings;
    world.market.listings = rest;
    await world.fullSync();
    expect(await deletedIds(world)).toEqual([gone?.externalId]);
    expect(
      await world.db.inventory
        .where('goatListingId')
        .equals(gone?.externalId ?? '')
        .first(),
    ).toMatchObject({ status: 'in-stock' });
  });

  test('an empty list answers for nothing: every listing still answers by itself, so none is deleted', async () => {
    const world = await syncedWorld();
    const list = world.market.listListings;
    world.market.listListings = async (filter, page, options) => ({
      ...(await list(filter, page, options)),
      items: [],
      next: null,
    });
    await world.fullSync();
    expect(await deletedIds(world)).toEqual([]);
  });

  test.each([1, 2, 3, 4])('page %i is lost: no deletion, and the next sweep heals', async (lost) => {
    const world = await syncedWorld();
    world.market.hook = ({ name, nth }) => {
      if (name === 'listListings' && nth % 7 === lost)
        throw new MarketError('unavailable', { message: 'alias has trouble (503).' });
    };
    await world.fullSync();
    expect(await deletedIds(world)).toEqual([]);
    world.market.hook = () => {};
    await world.fullSync();
    expect(await deletedIds(world)).toEqual([]);
    expect(await world.db.listings.where('missingSince').above(0).count()).toBe(0);
  });

  test('rows that jump over a page boundary while the sweep runs are met, or asked for by themselves', async () => {
    const world = await syncedWorld();
    world.market.hook = ({ name, nth }) => {
      // Taking out an early listing moves all later ones one place forward: one of them slips past the next page.
      if (name === 'listListings' && nth > 6)
        world.market.listings = world.market.listings.filter(
          (one) => one.externalId !== `listing-${String(nth).padStart(6, '0')}`,
        );
    };
    await world.fullSync();
    world.market.hook = () => {};
    await world.fullSync();
    const alive = new Set(world.market.listings.map((one) => one.externalId));
    for (const id of await deletedIds(world)) expect(alive.has(id)).toBe(false);
    expect(await world.db.listings.filter((row) => row.deletedAt === null).count()).toBe(alive.size);
  });

  test.each(['unavailable', 'bad-response', 'timeout'] as const)(
    'a direct question that ends in %s proves nothing',
    async (code) => {
      const world = await syncedWorld();
      world.market.listings = world.market.listings.slice(1);
      world.market.hook = ({ name }) => {
        if (name === 'getListing') throw new MarketError(code, { message: 'no answer' });
      };
      world.clock.pass(86_400_000);
      await world.engine.tick();
      expect(await deletedIds(world)).toEqual([]);
      expect(await world.db.listings.where('missingSince').above(0).count()).toBe(1);
    },
  );
});
