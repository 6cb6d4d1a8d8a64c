import { describe, expect, test } from 'vitest';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { MarketPrice, VariantKey } from '@/lib/domain/market/quote';
import type { PricesDeps } from './read-prices';
import { refreshProduct } from './refresh-product';

const catalogId = makeProduct().catalogId;

const price = (ask: number | null, variant: Partial<VariantKey> = {}): MarketPrice =>
  makePrice({ variant, lowestAsk: ask === null ? null : usd(ask) });

async function setUp(answered: readonly MarketPrice[]) {
  const db = makeDatabase();
  await db.products.add(makeProduct());
  const market = fakeMarketplace();
  market.quotes = [...answered];
  const deps: PricesDeps = {
    db,
    marketplace: market,
    clock: fakeClock(NOON),
    random: fakeRandom(),
    regionId: async () => null,
    targetNotice: () => ({ title: 'reached', message: '' }),
  };
  return { db, market, deps };
}

const watched = {
  id: 'item',
  createdAt: NOON,
  updatedAt: NOON,
  deletedAt: null,
  watchlistId: 'list',
  catalogId,
  usSize: 10,
  targetPrice: usd(100),
  note: '',
  reachedAt: null,
};

describe('prices looked up besides those that count', () => {
  test.each([
    [{ consigned: false, regionId: null }, `alias/prices-held/with-you/global/${catalogId}`],
    [{ consigned: true, regionId: '3' }, `alias/prices-held/consigned/3/${catalogId}`],
    [{ consigned: null, regionId: '3' }, `alias/prices-in/3/${catalogId}`],
  ])('%o are kept beside them and ring for nothing', async (basis, cursor) => {
    const { db, deps } = await setUp([price(95, basis)]);
    await db.watchlistItems.add(watched);
    await db.marketPrices.add(price(110));
    await refreshProduct(deps, { catalogId, basis });
    const asks = (await db.marketPrices.toArray()).map(({ variant, lowestAsk }) => [variant.consigned, lowestAsk]);
    expect(asks).toEqual(
      expect.arrayContaining([
        [basis.consigned, usd(95)],
        [null, usd(110)],
      ]),
    );
    expect(await db.cursors.toCollection().primaryKeys()).toEqual([cursor]);
    expect(await db.notices.count()).toBe(0);
  });

  test('the same prices, when they are those that count, do ring', async () => {
    const { db, deps } = await setUp([price(95)]);
    await db.watchlistItems.add(watched);
    await refreshProduct(deps, { catalogId, basis: { consigned: null, regionId: null } });
    expect(await db.notices.count()).toBe(1);
  });

  test('what is left out of the answer has no ask any more, on that basis alone', async () => {
    const held = { consigned: false, regionId: null };
    const { db, deps } = await setUp([]);
    await db.marketPrices.bulkAdd([price(110), price(95, held), price(90, { consigned: true })]);
    await refreshProduct(deps, { catalogId, basis: held });
    const asks = (await db.marketPrices.toArray()).map(({ variant, lowestAsk }) => [variant.consigned, lowestAsk]);
    expect(new Map(asks as [boolean | null, unknown][])).toEqual(
      new Map<boolean | null, unknown>([
        [null, usd(110)],
        [false, null],
        [true, usd(90)],
      ]),
    );
  });
});
