import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { countWrites } from '@/tests/fixtures/count-writes';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { PricesDeps } from './read-prices';
import { refreshProduct } from './refresh-product';
import { searchCatalogue } from './search-catalogue';

const { id: _id, createdAt: _c, updatedAt: _u, ...PANDA } = makeProduct();
const catalogId = PANDA.catalogId;

function setUp(regionId: string | null = null) {
  const db = makeDatabase();
  const writes = countWrites(db);
  const market = fakeMarketplace();
  const { variant, lowestAsk, highestOffer, lastSale, globalIndicator } = makePrice({ variant: { regionId } });
  market.products = [PANDA];
  market.quotes = [{ variant, lowestAsk, highestOffer, lastSale, globalIndicator }];
  market.recentSales = [9, 10].map((usSize) => ({
    catalogId,
    usSize,
    price: usd(99),
    consigned: null,
    purchasedAt: NOON,
  }));
  const clock = fakeClock(NOON);
  const deps: PricesDeps = {
    db,
    marketplace: market,
    clock,
    random: fakeRandom(),
    regionId: async () => regionId,
    targetNotice: () => ({ title: '', message: '' }),
  };
  const asked = () => market.calls.map(({ name }) => name);
  return { db, market, writes, deps, clock, asked };
}

describe('one product, read because a person looks at it', () => {
  test('its catalogue item once, all prices at once, sales of the sizes asked for', async () => {
    const { db, deps, asked } = setUp();
    expect(await refreshProduct(deps, { catalogId, usSizes: [10, 10, 9] })).toEqual({ written: 5 });
    expect(asked()).toEqual(['getProduct', 'getQuotes', 'getRecentSales', 'getRecentSales']);
    expect(await db.marketPrices.toArray()).toMatchObject([{ lowestAsk: usd(110) }]);
    expect(await db.cursors.get(`alias/prices/${catalogId}`)).toMatchObject({ finishedAt: NOON });
    expect(await refreshProduct(deps, { catalogId, usSizes: [10] })).toEqual({ written: 0 });
    expect(asked().filter((name) => name === 'getProduct')).toHaveLength(1);
  });

  test('asked twice at once, the marketplace is asked once; afterwards again', async () => {
    const { deps, asked } = setUp();
    await Promise.all([refreshProduct(deps, { catalogId }), refreshProduct(deps, { catalogId, usSizes: [10] })]);
    expect(asked()).toEqual(['getProduct', 'getQuotes', 'getRecentSales']);
    await refreshProduct(deps, { catalogId });
    expect(asked()).toHaveLength(4);
  });

  test('a failure is told to all who wait, keeps what there was and spoils no later reading', async () => {
    const { db, market, deps } = setUp();
    await refreshProduct(deps, { catalogId });
    const before = await db.marketPrices.toArray();
    market.hook = () => Promise.reject(new Error('no network'));
    const both = [refreshProduct(deps, { catalogId }), refreshProduct(deps, { catalogId })];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await db.marketPrices.toArray()).toEqual(before);
    market.hook = () => {};
    expect(await refreshProduct(deps, { catalogId })).toEqual({ written: 0 });
  });

  test('in a region the reading counts for that region alone', async () => {
    const { db, deps } = setUp('2');
    await refreshProduct(deps, { catalogId });
    expect(await db.cursors.get(`alias/prices/${catalogId}`)).toBeUndefined();
    expect(await db.cursors.get(`alias/prices-in/2/${catalogId}`)).toMatchObject({ finishedAt: NOON });
    expect((await db.marketPrices.toArray()).map(({ variant }) => variant.regionId)).toEqual(['2']);
  });

  test('the open offers on one size, for five minutes with one request', async () => {
    const { db, market, clock, deps, asked } = setUp('2');
    const bins = [{ price: usd(90), count: 2 }];
    market.offers = bins;
    const both = [1, 2].map(() => refreshProduct(deps, { catalogId, offersOf: 10 }));
    expect(await Promise.all(both)).toEqual([{ written: 4 }, { written: 4 }]);
    const offers = () => asked().filter((name) => name === 'getOffers').length;
    expect(await db.offerHistograms.toArray()).toMatchObject([
      { id: `alias|${catalogId}|10|new|good|any|2`, catalogId, bins, at: NOON },
    ]);
    clock.pass(5 * MINUTE_MS - 1);
    expect(await refreshProduct(deps, { catalogId, offersOf: 10 })).toEqual({ written: 0 });
    expect(offers()).toBe(1);
    clock.pass(1);
    market.offers = [];
    await refreshProduct(deps, { catalogId, offersOf: 10 });
    expect(offers()).toBe(2);
    expect((await db.offerHistograms.toArray()).map((row) => row.bins)).toEqual([[]]);
  });

  test('at most three sizes', async () => {
    const { deps, asked } = setUp();
    await refreshProduct(deps, { catalogId, usSizes: [9, 9.5, 10, 10.5, 11] });
    expect(asked().filter((name) => name === 'getRecentSales')).toHaveLength(3);
  });
});

describe('a search of the catalogue', () => {
  test('keeps what it finds, page by page, and writes nothing that is known', async () => {
    const { db, market, writes, deps } = setUp();
    market.products = Array.from({ length: 25 }, (_, nth) => ({ ...PANDA, catalogId: `panda-${nth}` }));
    const first = await searchCatalogue(deps, 'panda', null);
    expect(first.products).toHaveLength(20);
    const rest = await searchCatalogue(deps, 'panda', first.next);
    expect([rest.products.length, rest.next, await db.products.count()]).toEqual([5, null, 25]);
    writes.reset();
    await searchCatalogue(deps, 'panda', null);
    expect(writes.total()).toBe(0);
    market.products = [{ ...PANDA, catalogId: 'panda-3', nickname: 'Orca' }];
    await searchCatalogue(deps, 'panda', null);
    expect(writes.byTable()).toEqual({ products: 1 });
    expect(await db.products.get({ catalogId: 'panda-3' })).toMatchObject({ nickname: 'Orca' });
  });
});
