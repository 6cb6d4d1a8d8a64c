import { describe, expect, test } from 'vitest';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { putFxRate } from '@/lib/db/repositories/fx';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makePair, makePrice, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { pageLookUp, type KnownPage, type PageQuestion, type PageSettings } from './page-look-up';

const PANDA = makeProduct().catalogId;
const QUESTION: PageQuestion = {
  site: 'goat',
  styleCode: 'DD1391-100' as StyleCode,
  catalogId: null,
  run: 'men',
  price: null,
  taken: null,
  shipping: null,
  sizes: [
    { label: '9', value: 9, price: null },
    { label: '10', value: 10, price: usd(105) },
  ],
  currency: 'USD',
};
const SETTINGS: PageSettings = {
  now: NOON,
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
  targetRoiBasisPoints: 1500,
  profiles: {},
  ownCosts: false,
};

async function makeBooks() {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct());
  await db.marketPrices.bulkAdd([
    makePrice({ lowestAsk: usd(98), highestOffer: usd(90), lastSale: usd(99) }),
    makePrice({ variant: { condition: 'used' }, lowestAsk: usd(40) }),
    makePrice({ variant: { consigned: true }, lowestAsk: usd(41) }),
    makePrice({ variant: { regionId: '3' }, lowestAsk: usd(42) }),
  ]);
  const cursor = { token: null, sweepId: null, startedAt: NOON, finishedAt: NOON, pages: 0, items: 0, total: null };
  await db.cursors.bulkAdd([
    { ...cursor, id: `alias/prices/${PANDA}` },
    { ...cursor, id: `alias/recent-sales/${PANDA}/10` },
  ]);
  return db;
}

async function known(given: Partial<PageQuestion> = {}, settings: Partial<PageSettings> = {}, db = makeBooks()) {
  const found = await pageLookUp(await db, { ...QUESTION, ...given }, { ...SETTINGS, ...settings });
  expect(found.kind).toBe('known');
  return found as KnownPage;
}

describe('which product', () => {
  test('only the exact style code', async () => {
    const db = await makeBooks();
    const other = { ...QUESTION, styleCode: 'DD1391-103' as StyleCode };
    expect(await pageLookUp(db, other, SETTINGS)).toEqual({ kind: 'unknown' });
  });

  test('one code twice in the catalogue: told, and taken only when chosen', async () => {
    const db = await makeBooks();
    await db.products.add(makeProduct({ id: 'again', catalogId: 'again' }));
    expect(await pageLookUp(db, QUESTION, SETTINGS)).toMatchObject({ kind: 'several', products: [{}, {}] });
    const chosen = await pageLookUp(db, { ...QUESTION, catalogId: 'again' }, SETTINGS);
    expect(chosen).toMatchObject({ kind: 'known', product: { catalogId: 'again' } });
  });
});

describe('the market of a size', () => {
  test('new in a good box, everywhere, as the example of the card has it', async () => {
    const { sizes, readAt } = await known();
    expect(readAt).toBe(NOON);
    expect(sizes[1]).toMatchObject({
      label: '10',
      usSize: 10,
      figures: { lowestAsk: usd(98), highestOffer: usd(90), lastSale: usd(99) },
      deal: {
        underAsk: { price: usd(97), net: usd(80.38), profit: usd(-24.62) },
        intoOffer: { net: usd(74.23) },
        maxBuy: usd(69.89),
      },
    });
  });

  test('a size without a row was read and has nothing; a product never read is not known', async () => {
    const { sizes } = await known();
    expect(sizes[0]).toMatchObject({
      figures: { lowestAsk: null },
      deal: { underAsk: { missing: ['no-ask', 'page-price'] } },
    });
    const db = await makeBooks();
    await db.cursors.clear();
    const unread = await known({}, {}, Promise.resolve(db));
    expect(unread.sizes[1]).toMatchObject({ figures: null, deal: { underAsk: { missing: ['no-figures'] } } });
  });

  test("the region's own figures, and none of another's", async () => {
    const db = await makeBooks();
    await db.cursors.add({
      ...(await db.cursors.get(`alias/prices/${PANDA}`))!,
      id: `alias/prices-in/3/${PANDA}`,
    });
    const inThree = await known({}, { regionId: '3' }, Promise.resolve(db));
    expect(inThree.sizes[1]?.figures?.lowestAsk).toEqual(usd(42));
    const inTwo = await known({}, { regionId: '2' }, Promise.resolve(db));
    expect(inTwo.sizes[1]?.figures).toBeNull();
  });

  test('a women’s page of a men’s product: no size is guessed', async () => {
    const { sizes } = await known({ run: 'women' });
    expect(sizes.map((size) => [size.usSize, size.figures])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('a page without sizes shows the product’s own', async () => {
    const { sizes } = await known({ sizes: [] });
    expect(sizes.map((size) => size.label)).toEqual(['9', '9.5', '10', '10.5', '11']);
    expect(sizes[2]?.deal).toMatchObject({ underAsk: { net: usd(80.38), profit: null }, maxBuy: usd(69.89) });
  });

  test('pounds by the rate in force; without one the net is not told', async () => {
    const db = await makeBooks();
    const inPounds = { currency: 'GBP', sizes: [{ label: '10', value: 10, price: money(5000, 'GBP') }] } as const;
    const without = await known(inPounds, {}, Promise.resolve(db));
    expect(without.sizes[0]?.deal.underAsk).toMatchObject({ net: null, profit: null, missing: ['fx-rate'] });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    const rated = await known(inPounds, {}, Promise.resolve(db));
    expect(rated).toMatchObject({ rate: { rateE8: 80_000_000 } });
    expect(rated.sizes[0]?.deal.underAsk).toMatchObject({ net: money(6430, 'GBP'), profit: money(1430, 'GBP') });
  });

  test('pace of the size alone, until its sales were last read', async () => {
    const db = await makeBooks();
    const sale = (id: string, usSize: number, days: number, dollars: number) => ({
      id,
      catalogId: PANDA,
      usSize,
      price: usd(dollars),
      consigned: null,
      purchasedAt: shiftInstant(NOON, -days * DAY_MS),
      seenAt: NOON,
    });
    await db.marketSales.bulkAdd([
      sale('a', 10, 7, 95),
      sale('b', 10, 3, 97),
      sale('c', 10, 1, 99),
      sale('d', 9, 1, 99),
    ]);
    const { sizes } = await known({}, {}, Promise.resolve(db));
    expect(sizes[1]).toMatchObject({ pace: { sales: 2, days: 7, perWeek: 2 }, daysToSell: { days: 4, atPrice: 2 } });
    expect(sizes[0]).toMatchObject({ salesReadAt: null, pace: null, daysToSell: null });
    await db.marketSales.add(sale('e', 10, 60, 99));
    const gap = { catalogId: PANDA, usSize: 10, from: shiftInstant(NOON, -60 * DAY_MS) };
    await db.salesGaps.add({ ...gap, id: 'gap', until: shiftInstant(NOON, -7 * DAY_MS) });
    const after = await known({}, {}, Promise.resolve(db));
    expect(after.sizes[1]?.pace).toEqual(sizes[1]?.pace);
  });
});

describe('own stock', () => {
  async function withStock() {
    const db = await makeBooks();
    await db.inventory.bulkAdd([
      makePair({ id: 'mine', cost: usd(60), otherCosts: usd(5), boughtAt: shiftInstant(NOON, -5) }),
      makePair({ id: 'later', cost: usd(1), boughtAt: NOON }),
      makePair({ id: 'sold', status: 'sold' }),
      makePair({ id: 'other', size: { value: 9.5, system: 'US' } }),
    ]);
    await db.listings.bulkAdd([
      makeListing({ price: usd(115) }),
      makeListing({ price: usd(112) }),
      makeListing({ price: usd(1), status: 'sold' }),
    ]);
    return db;
  }

  test('count and lowest live listing of the size, and nothing of what it cost', async () => {
    const { sizes } = await known({}, {}, withStock());
    expect(sizes[1]?.own).toEqual({ count: 2, listed: 2, listedPrice: usd(112), costs: null });
    expect(sizes[0]?.own).toMatchObject({ count: 0, listed: 0, listedPrice: null });
  });

  test('cost, floor and profit of the pair bought first, once switched on', async () => {
    const { sizes } = await known({}, { ownCosts: true }, withStock());
    expect(sizes[1]?.own.costs).toEqual({ cost: usd(65), floor: usd(80), profit: usd(15.38), missing: [] });
    expect(sizes[0]?.own.costs).toBeNull();
  });

  test('a cost not known is not zero', async () => {
    const db = await makeBooks();
    await db.inventory.add(makePair({ cost: null }));
    const { sizes } = await known({}, { ownCosts: true }, Promise.resolve(db));
    expect(sizes[1]?.own.costs).toEqual({ cost: null, floor: null, profit: null, missing: ['cost'] });
  });
});

describe('the site of the page', () => {
  const at = (site: PageQuestion['site'], price = usd(105)) => ({ site, sizes: [{ label: '10', value: 10, price }] });

  test('selling here stands beside alias, and the better place is named', async () => {
    const { sizes } = await known(at('vinted'));
    expect(sizes[0]).toMatchObject({
      sellHere: { price: usd(105), basis: 'page-price', net: usd(105), missing: [] },
      best: { place: 'here', ahead: usd(24.62) },
    });
    expect((await known(at('goat'))).sizes[0]).toMatchObject({
      sellHere: { net: null, missing: ['sold-through-alias'] },
      best: null,
    });
  });

  test('in pounds, alias is compared by the stored rate; without one nothing is best', async () => {
    const pounds = { ...at('vinted', money(6000, 'GBP')), currency: 'GBP' } as const;
    expect((await known(pounds)).sizes[0]).toMatchObject({ best: null });
    const db = await makeBooks();
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    // $80.38 is £64.30.
    expect((await known(pounds, {}, Promise.resolve(db))).sizes[0]).toMatchObject({
      best: { place: 'alias', ahead: money(430, 'GBP') },
    });
  });

  test('fees the seller keeps in dollars count on a page in pounds', async () => {
    const db = await makeBooks();
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    const buyer = { feeBasisPoints: 0, fixedFee: usd(1), shipping: usd(10), dutyBasisPoints: 0 };
    const profiles = { vinted: { currency: null, buyer, seller: null } };
    const pounds = { ...at('vinted', money(6000, 'GBP')), currency: 'GBP' } as const;
    expect((await known(pounds, { profiles }, Promise.resolve(db))).sizes[0]?.deal.landed).toMatchObject({
      total: money(6880, 'GBP'),
      missing: [],
    });
    expect((await known(pounds, { profiles })).sizes[0]?.deal.landed).toMatchObject({
      total: money(6000, 'GBP'),
      missing: ['buyer-fixed-fee', 'shipping', 'added-rate'],
    });
  });

  test('a size on another scale is suggested, and met once a person took it', async () => {
    const [label, price] = ['EU 44', usd(105)];
    const sizes = [{ label, value: null, price }];
    const [size] = (await known({ sizes })).sizes;
    expect(size).toMatchObject({ usSize: null, candidates: [{ us: 10, chart: 'Nike' }], figures: null });
    expect((await known({ sizes, taken: { label, us: 10 } })).sizes[0]).toMatchObject({
      usSize: 10,
      candidates: [],
      deal: { underAsk: { net: usd(80.38) } },
    });
    // Nobody can take a size the product does not come in, or for a size the page tells by itself.
    expect((await known({ sizes, taken: { label, us: 4 } })).sizes[0]?.usSize).toBeNull();
    expect((await known({ taken: { label: '10', us: 9 } })).sizes[1]?.usSize).toBe(10);
  });

  test('a page without sizes asks its one price for whichever is meant', async () => {
    const { sizes } = await known({ site: 'ebay', sizes: [], price: usd(90) });
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.every((size) => size.pagePrice?.minor === 9000)).toBe(true);
  });
});
