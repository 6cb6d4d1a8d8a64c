import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { makeProduct, usd } from '../fixtures/builders';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld } from './world';

/** I13: one bad record never stops the others; it is kept aside with its reason. */

const POISON = {
  endpoint: 'GET /listings',
  externalId: 'listing-000012',
  issues: ['price_cents: not a whole number'],
  raw: '{"id":"listing-000012"}',
};

describe('I13 poison isolates', () => {
  test('a record that cannot be read is quarantined once, counted again, and the rest of its page is stored', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.listings = sequence(25, (nth) => makeListingFacts(nth));
    world.market.rejectListingAt.set(12, POISON);
    await world.settle();
    expect(await world.db.listings.count()).toBe(24);
    const before = await world.db.quarantine.toArray();
    expect(before).toMatchObject([{ ...POISON }]);
    await world.fullSync();
    const after = await world.db.quarantine.toArray();
    expect(after).toHaveLength(1);
    expect(after[0]?.count ?? 0).toBeGreaterThan(before[0]?.count ?? 0);
  });

  test('a listing that was readable and turns unreadable is not taken for deleted', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.listings = sequence(25, (nth) => makeListingFacts(nth));
    await world.settle();
    world.market.rejectListingAt.set(12, POISON);
    await world.fullSync();
    expect(await world.db.listings.filter((row) => row.deletedAt !== null || row.missingSince !== null).count()).toBe(
      0,
    );
  });

  test('an unknown status is stored raw, shown, and counts as unfinished', async () => {
    const world = makeWorld();
    world.market.orders = [makeOrderFacts(1, { status: 'unknown:ORDER_STATUS_ON_HOLD' })];
    world.market.listings = [makeListingFacts(1, { status: 'unknown:LISTING_STATUS_FROZEN' })];
    await world.settle();
    expect(await world.db.orders.toArray()).toMatchObject([{ status: 'unknown:ORDER_STATUS_ON_HOLD' }]);
    expect(await world.db.listings.toArray()).toMatchObject([{ status: 'unknown:LISTING_STATUS_FROZEN' }]);
    expect(await world.db.sales.toArray()).toMatchObject([{ status: 'pending' }]);
  });

  test('a product alias cannot find or price does not keep the others waiting', async () => {
    const world = makeWorld();
    world.market.listings = [makeListingFacts(1, { catalogId: 'haunted' }), makeListingFacts(2, { catalogId: 'fine' })];
    world.market.products = [makeProduct({ catalogId: 'fine' })];
    world.market.quotes = [
      {
        variant: {
          marketplace: 'alias',
          catalogId: 'fine',
          usSize: 10,
          condition: 'new',
          packaging: 'good',
          consigned: null,
          regionId: null,
        },
        lowestAsk: usd(99),
        highestOffer: null,
        lastSale: null,
        globalIndicator: null,
      },
    ];
    world.market.hook = ({ name, argument }) => {
      if (name.startsWith('getQuotes') && argument === 'haunted')
        throw new MarketError('unavailable', { message: 'alias has trouble (503).' });
    };
    await world.settle();
    expect((await world.db.products.toArray()).map((product) => product.catalogId)).toEqual(['fine']);
    expect(await world.db.marketPrices.toArray()).toMatchObject([{ catalogId: 'fine', lowestAsk: usd(99) }]);
    expect(await world.db.jobs.get('prices')).toMatchObject({ failures: 0 });
  });

  test('prices that cannot be read now stay as old as they are, and are not asked for every minute', async () => {
    const world = makeWorld();
    world.market.listings = [makeListingFacts(1, { catalogId: 'haunted' })];
    await world.settle();
    const cursor = () => world.db.cursors.get('alias/prices/haunted');
    const readAt = (await cursor())?.finishedAt;
    expect(readAt).toEqual(expect.any(Number));
    world.market.hook = ({ name }) => {
      if (name === 'getQuotes') throw new MarketError('unavailable', { message: 'alias has trouble (503).' });
    };
    const asked = () => world.market.calls.filter((call) => call.name === 'getQuotes').length;
    world.clock.pass(HOUR_MS);
    await world.settle();
    expect((await cursor())?.finishedAt).toBe(readAt);
    const before = asked();
    world.clock.pass(5 * MINUTE_MS);
    await world.settle();
    expect(asked()).toBe(before);
  });

  test.each(['bad-request', 'timeout', 'conflict'] as const)(
    'a product whose price is refused with %s does not block the ones behind it',
    async (code) => {
      const world = makeWorld();
      world.market.listings = ['haunted', 'fine'].map((catalogId, nth) => makeListingFacts(nth, { catalogId }));
      world.market.hook = ({ name, argument }) => {
        if (name === 'getQuotes' && argument === 'haunted') throw new MarketError(code, { message: 'refused' });
      };
      await world.settle();
      expect((await world.db.cursors.get('alias/prices/fine'))?.finishedAt).toEqual(expect.any(Number));
      expect((await world.db.cursors.get('alias/prices/haunted'))?.finishedAt).toBeNull();
    },
  );

  test('orders and listings that cannot be asked for by themselves stop neither poll nor sweep', async () => {
    const world = makeWorld({ pageSize: 10 });
    world.market.orders = sequence(30, (nth) => makeOrderFacts(nth, nth < 5 ? { status: 'in-transit' } : {}));
    world.market.listings = sequence(3, (nth) => makeListingFacts(nth));
    await world.settle();
    world.market.listings = world.market.listings.slice(1);
    world.market.hook = ({ name }) => {
      if (name === 'getOrder' || name === 'getListing') throw new MarketError('forbidden', { message: 'no' });
    };
    await world.fullSync();
    expect((await world.db.jobs.toArray()).filter((job) => job.failures > 0)).toEqual([]);
    expect(await world.db.listings.where('missingSince').above(0).count()).toBe(1);
    expect(world.market.calls.filter((call) => call.name === 'getOrder')).toHaveLength(5);
  });
});
