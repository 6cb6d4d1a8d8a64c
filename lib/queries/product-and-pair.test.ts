import { describe, expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { shiftInstant } from '@/lib/domain/time/instant';
import {
  makeListing,
  makeOrder,
  makePair,
  makePrice,
  makeProduct,
  makeSale,
  nextId,
  NOON,
  usd,
} from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { pairStory } from './pair-story';
import { productPage } from './product-page';
import { search } from './search';
import type { Valuation } from './valuation';

const PANDA = makeProduct().catalogId;
const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
};
const at = (ms: number) => shiftInstant(NOON, ms);

describe('product page', () => {
  test('each size with its own price and what the seller has of it', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketPrices.bulkAdd([
      makePrice({ variant: { usSize: 9 }, lowestAsk: usd(90) }),
      makePrice({ variant: { usSize: 10 }, lowestAsk: usd(110) }),
      makePrice({ variant: { usSize: 10, condition: 'used' }, lowestAsk: usd(40) }),
      makePrice({ variant: { usSize: 10, consigned: true }, lowestAsk: usd(80) }),
    ]);
    await db.inventory.bulkAdd([
      makePair({ id: 'mine' }),
      makePair({ status: 'sold' }),
      makePair({ deletedAt: NOON }),
      makePair({ catalogId: 'other' }),
    ]);
    await db.listings.bulkAdd([
      makeListing({ id: 'live' }),
      makeListing({ status: 'sold' }),
      makeListing({ missingSince: NOON }),
    ]);
    const page = await productPage(db, PANDA, VALUATION);
    const sizes = new Map(page?.sizes.map((size) => [size.size.value, size]));
    expect(sizes.get(9)).toMatchObject({ price: { lowestAsk: usd(90) }, pairs: [], listings: [] });
    expect(sizes.get(10)?.price?.lowestAsk).toEqual(usd(110));
    expect(sizes.get(10)?.pairs.map((pair) => pair.id)).toEqual(['mine']);
    expect(sizes.get(10)?.listings.map((listing) => listing.id)).toEqual(['live']);
    expect(sizes.get(11)?.price).toBeNull();
  });

  test('what listing under the lowest ask would bring, what is watched, and when it was read', async () => {
    const db = makeDatabase();
    await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
    await db.products.add(makeProduct());
    await db.marketPrices.bulkAdd([
      makePrice({ lowestAsk: usd(98) }),
      makePrice({ variant: { usSize: 9 }, lowestAsk: null }),
      makePrice({ variant: { usSize: 10, regionId: '2' }, lowestAsk: usd(50) }),
    ]);
    const cursor = { token: null, sweepId: null, startedAt: NOON, pages: 0, items: 0, total: null };
    await db.cursors.add({ ...cursor, id: `alias/prices-in/2/${PANDA}`, finishedAt: at(5) });
    const item = { createdAt: NOON, updatedAt: NOON, watchlistId: 'l', catalogId: PANDA, targetPrice: null, note: '' };
    await db.watchlistItems.bulkAdd([
      { ...item, id: 'ten', usSize: 10, deletedAt: null, reachedAt: null },
      { ...item, id: 'gone', usSize: null, deletedAt: NOON, reachedAt: null },
    ]);
    const page = await productPage(db, PANDA, VALUATION);
    const sizes = new Map(page?.sizes.map((size) => [size.size.value, size]));
    // $97 less 9.5 % and $5 leaves $82.79, of which cash-out takes 2.9 %.
    expect(sizes.get(10)?.underAsk).toMatchObject({ price: usd(97), estimate: { net: usd(80.38) } });
    expect([sizes.get(9)?.underAsk, sizes.get(11)?.underAsk]).toEqual([null, null]);
    expect([sizes.get(10)?.watched?.id, page?.watched, page?.pricesReadAt]).toEqual(['ten', null, null]);
    const inTwo = await productPage(db, PANDA, { ...VALUATION, regionId: '2' });
    expect(inTwo?.pricesReadAt).toBe(at(5));
    expect(inTwo?.sizes.find(({ size }) => size.value === 10)?.price?.lowestAsk).toEqual(usd(50));
    expect(inTwo?.sizes.find(({ size }) => size.value === 9)?.price).toBeNull();
  });

  test('nothing for a product that is not known', async () => {
    expect(await productPage(makeDatabase(), 'nobody', VALUATION)).toBeNull();
  });
});

describe("a pair's story", () => {
  test('brings together listing, sales with orders, market, history and log', async () => {
    const db = makeDatabase();
    const pair = makePair({ id: 'p', status: 'sold', goatListingId: 'L1', size: { value: 10, system: 'US' } });
    const listing = makeListing({ externalId: 'L1' });
    const [reversed, sold] = [
      makeSale({ pairId: 'p', status: 'reversed', soldAt: at(1) }),
      makeSale({ pairId: 'p', soldAt: at(9) }),
    ];
    const order = makeOrder({ externalId: sold.externalOrderId });
    const price = makePrice();
    await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
    await db.products.add(makeProduct());
    await db.inventory.add(pair);
    await db.listings.add(listing);
    await db.sales.bulkAdd([reversed, sold]);
    await db.orders.add(order);
    await db.marketPrices.add(price);
    const seen = {
      variantId: price.id,
      catalogId: PANDA,
      tier: 'raw',
      lowestAsk: usd(1),
      highestOffer: null,
      lastSale: null,
    } as const;
    await db.marketPriceHistory.bulkAdd([
      { ...seen, id: 'h2', at: at(2) },
      { ...seen, id: 'h1', at: at(1) },
      { ...seen, id: 'other', at: at(1), variantId: 'x' },
    ]);
    const line = (id: string, entity: string, ms: number) =>
      ({ id, at: at(ms), kind: 'k', by: 'sync', entity: { table: 't', id: entity }, summary: '', facts: {} }) as const;
    await db.activity.bulkAdd([
      line('of listing', listing.id, 1),
      line('of sale', sold.id, 3),
      line('of pair', 'p', 2),
      line('of nobody', 'x', 4),
    ]);
    const story = await pairStory(db, 'p', VALUATION);
    expect(story).toMatchObject({
      pair,
      listing,
      product: { catalogId: PANDA },
      market: { lowestAsk: usd(110), readAt: null },
    });
    expect(story?.sales).toMatchObject([
      // $120 paid out as $103.60, of which cash-out takes $3.00; the pair cost $60.
      { sale: sold, order, line: { net: usd(100.6), profit: usd(40.6) } },
      { sale: reversed, order: null, line: null },
    ]);
    expect(story).toMatchObject({ ways: [], atOwnAsk: null });
    expect(story?.priceHistory.map((row) => row.id)).toEqual(['h1', 'h2']);
    expect(story?.activity.map((row) => row.id)).toEqual(['of sale', 'of pair', 'of listing']);
  });

  test("of stock: three ways to sell it now, each named and none mixed; a nameless pair has its product's name", async () => {
    const db = makeDatabase();
    await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
    await db.products.add(makeProduct());
    await db.marketPrices.add(makePrice({ lowestAsk: usd(98), highestOffer: usd(90), lastSale: null }));
    await db.listings.add(makeListing({ externalId: 'L1', price: usd(120) }));
    await db.inventory.add(
      makePair({ id: 'p', status: 'listed', goatListingId: 'L1', name: '', brand: '', cost: usd(60) }),
    );
    const story = await pairStory(db, 'p', VALUATION);
    expect(story?.pair).toMatchObject({ name: 'Dunk Low Panda', brand: 'Nike' });
    expect(story?.atOwnAsk).toMatchObject({ net: usd(100.6), profit: usd(40.6) });
    expect(story?.ways).toMatchObject([
      { basis: 'lowest-ask-minus-1', price: usd(97), estimate: { net: usd(80.38), profit: usd(20.38) } },
      { basis: 'highest-offer', price: usd(90), estimate: { net: usd(74.23), profit: usd(14.23) } },
      { basis: 'last-sale', price: null, estimate: null },
    ]);
  });

  test('of a pair that nobody knows in any catalogue', async () => {
    const db = makeDatabase();
    await db.inventory.add(makePair({ id: 'p', catalogId: null, styleCode: null }));
    expect(await pairStory(db, 'p', VALUATION)).toMatchObject({
      product: null,
      listing: null,
      sales: [],
      priceHistory: [],
      market: { lowestAsk: null },
    });
    expect(await pairStory(db, 'q', VALUATION)).toBeNull();
  });
});

describe('search', () => {
  test('pairs in hand come before sold ones; the rest is told', async () => {
    const db = makeDatabase();
    await db.products.bulkAdd([
      makeProduct(),
      makeProduct({ catalogId: 'samba', name: 'Samba OG', rawSku: 'B75806', styleCode: null }),
    ]);
    await db.inventory.bulkAdd([
      makePair({ id: 'sold', status: 'sold', updatedAt: at(5) }),
      makePair({ id: 'here' }),
      makePair({ id: 'gone', deletedAt: NOON }),
    ]);
    const found = await search(db, 'panda');
    expect(found.pairs.map((pair) => pair.id)).toEqual(['here', 'sold']);
    expect(found.products.map((product) => product.name)).toEqual(['Dunk Low Panda']);
    expect(found.more).toBe(false);
    expect(await search(db, 'panda', 1)).toMatchObject({ more: true, pairs: [{ id: 'here' }] });
    expect(await search(db, ' ')).toEqual({ products: [], pairs: [], more: false });
  });

  test('only pairs answer to a size', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.inventory.bulkAdd([makePair(), makePair({ id: nextId('nine'), size: { value: 9, system: 'US' } })]);
    const found = await search(db, 'dunk 9');
    expect([found.pairs.length, found.products.length]).toEqual([1, 0]);
  });
});
