import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { putFxRate } from '@/lib/db/repositories/fx';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import {
  makeListing,
  makePair,
  makePrice,
  makeProduct,
  makeSale,
  makeWrite,
  NOON,
  usd,
} from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { listListings, type ListingRequest } from './list-listings';
import type { Valuation } from './valuation';
import { toPairEntry } from './pair-entry';
import type { PairFilter } from './pair-filter';
import { countPairs, facetsOf, selectPairs } from './pair-index';
import type { PairSort } from './pair-order';
import { readPairRows } from './pair-rows';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
};
interface PairRequest {
  readonly filter: PairFilter;
  readonly sort: PairSort;
  readonly offset: number;
  readonly limit: number;
  readonly valuation: Valuation;
}

const PAIRS: PairRequest = {
  filter: {},
  sort: { by: 'name', descending: false },
  offset: 0,
  limit: 50,
  valuation: VALUATION,
};

/** The inventory screen without its screen: index, question, then the rows of the window. */
async function listPairs(db: ArchvdDatabase, { filter, sort, offset, limit, valuation }: PairRequest) {
  const products = new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
  const stored = (await db.inventory.toArray()).filter((pair) => pair.deletedAt === null);
  const index = { entries: stored.map((pair) => toPairEntry(pair, products.get(pair.catalogId ?? '') ?? null)) };
  const found = selectPairs(index, { filter, sort, now: valuation.now, figures: null });
  return {
    total: found.length,
    rows: await readPairRows(db, found.slice(offset, offset + limit), valuation),
    counts: { ...countPairs(index, valuation.now), brands: facetsOf(index).brands },
  };
}
const LISTINGS: ListingRequest = {
  show: 'live',
  search: '',
  sort: { by: 'price', descending: false },
  offset: 0,
  limit: 50,
  valuation: VALUATION,
};

async function makeShop(): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct());
  await db.marketPrices.add(makePrice());
  await db.listings.add(
    makeListing({ id: 'l1', externalId: 'L1', price: usd(120), listedAt: shiftInstant(NOON, -3.5 * DAY_MS) }),
  );
  await db.inventory.add(
    makePair({ id: 'listed', status: 'listed', goatListingId: 'L1', cost: usd(60), otherCosts: usd(5) }),
  );
  return db;
}

describe('inventory list', () => {
  test('what is held comes first; a sold pair tells what it was sold for and what that earned', async () => {
    const db = await makeShop();
    await db.inventory.bulkAdd([
      makePair({ id: 'sold', status: 'sold', soldAt: NOON, cost: usd(60) }),
      makePair({ id: 'here', status: 'in-stock' }),
    ]);
    await db.sales.bulkAdd([
      makeSale({ pairId: 'sold', status: 'reversed', price: usd(500) }),
      makeSale({ pairId: 'sold', price: usd(120), payout: usd(103.6) }),
    ]);
    const { rows } = await listPairs(db, { ...PAIRS, sort: { by: 'status', descending: false } });
    expect(rows.map((row) => row.pair.id)).toEqual(['here', 'listed', 'sold']);
    expect(rows[2]).toMatchObject({
      estimate: null,
      sold: { sale: { price: usd(120) }, line: { net: usd(100.6), profit: usd(40.6) } },
    });
    expect(rows[0]).toMatchObject({
      estimate: null,
      sold: null,
      // A dollar under the lowest ask of $110.
      unlisted: { price: usd(109), estimate: { net: usd(90.93), profit: usd(30.93) } },
    });
    expect(rows[1]?.unlisted).toBeNull();
  });

  test("a pair that came nameless with its listing is shown, found and sorted by its product's name", async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { name: '', brand: '', styleCode: null });
    const { rows } = await listPairs(db, { ...PAIRS, filter: { search: 'panda' } });
    expect(rows[0]?.pair).toMatchObject({ name: 'Dunk Low Panda', brand: 'Nike', styleCode: 'DD1391-100' });
    const unsearched = await listPairs(db, { ...PAIRS, sort: { by: 'bought', descending: true } });
    expect(unsearched.rows[0]?.pair.name).toBe('Dunk Low Panda');
    await db.products.clear();
    const unread = await listPairs(db, { ...PAIRS, sort: { by: 'bought', descending: true } });
    expect(unread.rows[0]?.pair, 'its code, until the product has been read').toMatchObject({
      name: 'dunk-low-panda-dd1391-100',
      brand: '',
    });
  });

  test('a row knows its listing, product, market and what the own price brings', async () => {
    const db = await makeShop();
    const { rows } = await listPairs(db, PAIRS);
    expect(rows[0]).toMatchObject({
      pair: { id: 'listed' },
      listing: { id: 'l1' },
      product: { name: 'Dunk Low Panda' },
      market: { lowestAsk: usd(110), highestOffer: usd(90), lastSale: usd(99) },
      // $120 at 9.5 %, $5 and 2.9 %: nets $100.60, less $60 and $5.
      estimate: { net: usd(100.6), profit: usd(35.6), missing: [] },
    });
  });

  test('each filter alone and together; chips count everything', async () => {
    const db = await makeShop();
    await db.inventory.bulkAdd([
      makePair({ id: 'a', name: 'Samba OG', brand: 'adidas', cost: null }),
      makePair({ id: 'b', status: 'sold', cost: null }),
      makePair({ id: 'c', status: 'written-off', cost: null }),
      makePair({ id: 'd', deletedAt: NOON }),
    ]);
    const ids = async (filter: PairRequest['filter']) =>
      (await listPairs(db, { ...PAIRS, filter })).rows.map((row) => row.pair.id).toSorted();
    expect(await ids({})).toEqual(['a', 'b', 'c', 'listed']);
    expect(await ids({ statuses: ['sold'] })).toEqual(['b']);
    expect(await ids({ missingCost: true })).toEqual(['a', 'b']);
    expect(await ids({ missingCost: true, brands: ['adidas'] })).toEqual(['a']);
    expect(await ids({ search: 'samba 10' })).toEqual(['a']);
    expect((await listPairs(db, { ...PAIRS, filter: { search: 'nothing' } })).counts).toEqual({
      all: 4,
      byStatus: { 'in-stock': 1, listed: 1, sold: 1, returned: 0, consigned: 0, 'written-off': 1 },
      missingCost: 2,
      stale: 0,
      brands: [
        { value: 'Nike', pairs: 3 },
        { value: 'adidas', pairs: 1 },
      ],
    });
  });

  test('an unlisted pair has no estimate, one without cost a net but no profit', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: null });
    await db.inventory.add(makePair({ id: 'z', name: 'Zoom' }));
    const { rows } = await listPairs(db, PAIRS);
    expect(rows.map((row) => row.estimate)).toMatchObject([{ net: usd(100.6), profit: null, missing: ['cost'] }, null]);
  });

  test('in another currency: the newest rate is used both ways, without one nothing is guessed', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: money(4000, 'GBP'), otherCosts: null });
    const inPounds = { ...PAIRS, valuation: { ...VALUATION, currency: 'GBP' } } as const;
    const noRate = await listPairs(db, inPounds);
    expect(noRate.rows[0]?.estimate).toMatchObject({ net: null, profit: null, missing: ['fx-rate'] });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    const pounds = await listPairs(db, inPounds);
    expect(pounds.rows[0]?.estimate).toMatchObject({ net: money(8048, 'GBP'), profit: money(4048, 'GBP') });
    const dollars = await listPairs(db, PAIRS);
    expect(dollars.rows[0]?.estimate).toMatchObject({ net: usd(100.6), profit: usd(50.6) });
  });

  test('a size the product is not made in has no market, not that of another size', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { size: { value: 44, system: 'EU' } });
    expect((await listPairs(db, PAIRS)).rows[0]?.market).toMatchObject({ lowestAsk: null });
  });

  test('windows over 10,000 pairs join without gap or overlap, whatever the order', () => {
    const pairs = Array.from({ length: 10_000 }, (_, index) => makePair({ cost: index % 10 === 0 ? null : usd(50) }));
    const index = { entries: pairs.map((pair) => toPairEntry(pair, null)) };
    const sort = { by: 'status', descending: true } as const;
    const found = selectPairs(index, { filter: { missingCost: true }, sort, now: NOON, figures: null });
    expect(found).toHaveLength(1000);
    expect(new Set(found).size).toBe(1000);
  });
});

describe('selling list', () => {
  test('a row knows its pair, floor, estimate, days and what is on its way', async () => {
    const db = await makeShop();
    await db.outbox.bulkAdd([
      makeWrite({ id: 'o1', entityId: 'l1', state: 'sending' }),
      makeWrite({ id: 'o2', entityId: 'l1', state: 'confirmed', createdAt: shiftInstant(NOON, 1) }),
    ]);
    const { rows, counts } = await listListings(db, LISTINGS);
    expect(rows[0]).toMatchObject({
      listing: { id: 'l1' },
      pair: { id: 'listed' },
      daysListed: 3,
      pending: { id: 'o1' },
      estimate: { profit: usd(35.6) },
      // $80 x 0.905 - $5 = $67.40, less 2.9 % = $65.45: the first whole dollar that covers $65.
      floor: { kind: 'known', floor: usd(80) },
    });
    expect(counts).toEqual({ live: 1, off: 0, gone: 0 });
  });

  test('a pair without cost has no floor, and says why', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: null });
    expect((await listListings(db, LISTINGS)).rows[0]?.floor).toEqual({ kind: 'unknown', missing: ['cost'] });
  });

  test('live, off and gone; search by product name; sort by price', async () => {
    const db = await makeShop();
    await db.listings.bulkAdd([
      makeListing({ id: 'cheap', price: usd(90) }),
      makeListing({ id: 'off', status: 'inactive' }),
      makeListing({ id: 'missing', missingSince: NOON }),
      makeListing({ id: 'odd', status: 'unknown:FROZEN' }),
      makeListing({ id: 'gone', status: 'deleted', deletedAt: NOON }),
      makeListing({ id: 'samba', catalogId: 'samba', rawSku: 'B75806', price: usd(70) }),
    ]);
    const ids = async (given: Partial<ListingRequest>) =>
      (await listListings(db, { ...LISTINGS, ...given })).rows.map((row) => row.listing.id);
    expect(await ids({})).toEqual(['samba', 'cheap', 'l1']);
    expect(await ids({ search: 'panda' })).toEqual(['cheap', 'l1']);
    expect((await ids({ show: 'off' })).toSorted()).toEqual(['missing', 'odd', 'off']);
    expect((await listListings(db, LISTINGS)).counts).toEqual({ live: 3, off: 3, gone: 1 });
    expect(await ids({ offset: 1, limit: 1 })).toEqual(['cheap']);
  });
});
