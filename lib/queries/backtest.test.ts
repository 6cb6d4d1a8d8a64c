import { expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { variantId } from '@/lib/domain/market/quote';
import { CAREFUL_GUARDS } from '@/lib/domain/repricing/careful-guards';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import {
  makeListing,
  makeOrder,
  makePair,
  makeProduct,
  makeSale,
  makeVariant,
  NOON,
  usd,
} from '@/tests/fixtures/builders';
import { makeRule } from '@/tests/fixtures/rules';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { runBacktest, type BacktestRun } from './backtest';

const PRODUCT = makeProduct();
const { catalogId } = PRODUCT;
const ago = (days: number): Instant => shiftInstant(NOON, -days * DAY_MS);
const VALUATION = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
} as const;

/** Six pairs at $150 that cost $60 each, for sale for forty days while others asked $140; somebody paid $141, ten days ago. */
async function makeBooks() {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(PRODUCT);
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const since = { listedAt: ago(40), activatedAt: ago(40), createdAt: ago(40), changedAt: ago(40) };
  await db.listings.bulkAdd(ids.map((id) => makeListing({ id, externalId: `L-${id}`, price: usd(150), ...since })));
  await db.inventory.bulkAdd(ids.map((id) => makePair({ goatListingId: `L-${id}`, status: 'listed' })));
  const key = variantId(makeVariant({ catalogId }));
  const figures = { highestOffer: usd(90), lastSale: usd(138), tier: 'hourly' as const, catalogId, variantId: key };
  await db.marketPriceHistory.bulkAdd([
    { id: 'before', at: ago(200), lowestAsk: usd(145), ...figures },
    { id: 'then', at: ago(39), lowestAsk: usd(140), ...figures },
  ]);
  await db.marketSales.add(soldFor(141, 10));
  await readOf(db, pricesCursorId(catalogId, null));
  await readOf(db, `alias/recent-sales/${catalogId}/10`);
  return db;
}

function soldFor(dollars: number, days: number) {
  const at = ago(days);
  return { id: `s-${days}`, catalogId, usSize: 10, price: usd(dollars), consigned: false, purchasedAt: at, seenAt: at };
}

async function readOf(db: ArchvdDatabase, id: string) {
  const at = { startedAt: NOON, finishedAt: NOON };
  await db.cursors.add({ id, token: null, sweepId: null, pages: 0, items: 0, total: null, ...at });
}

const quiet = (): BacktestRun => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
});

const REQUEST = { rules: [makeRule()], guards: CAREFUL_GUARDS, valuation: VALUATION, offsetAt: () => 0 };

test('the stored history, replayed: a dollar below the ask would have sold, and with what profit', async () => {
  const db = await makeBooks();
  const { result, everyHours, otherCondition } = await runBacktest(db, REQUEST, quiet());
  // $139 nets 139 x 0.905 - 5 = 120.795, less 2.9 % is 117.29; less $60 is 57.29.
  expect(result).toMatchObject({
    kind: 'told',
    basis: { listings: 6, withPrices: 6, salesSeen: 1, withoutProfit: 0, since: ago(200) },
    withRule: { sold: 1, profitMinor: 5729 },
    asItWas: { sold: 0 },
    days: 40,
    knownShare: 10_000,
  });
  expect([everyHours, otherCondition]).toEqual([6, 0]);
});

test('its real prices come from the log, its end from the books, its sale from the orders', async () => {
  const db = await makeBooks();
  const facts = { from: 15_000, to: 14_000, currency: 'USD' };
  const entity = { table: 'listings', id: 'a' };
  await db.activity.add({ id: 'm', at: ago(20), kind: 'listing/price', by: 'user', entity, summary: '', facts });
  await db.listings.update('a', { price: usd(140), status: 'sold', changedAt: ago(8) });
  await db.orders.add(makeOrder({ externalId: 'O-a', externalListingId: 'L-a', soldAt: ago(9) }));
  await db.sales.add(makeSale({ externalOrderId: 'O-a', soldAt: ago(9) }));
  await db.listings.update('b', { status: 'inactive', changedAt: ago(11) });
  await db.listings.update('c', { condition: 'used' });
  await db.inventory.where('goatListingId').equals('L-d').modify({ cost: null });
  await db.listings.add(makeListing({ id: 'g', price: usd(150), createdAt: ago(30), listedAt: ago(30) }));
  const { result, otherCondition } = await runBacktest(db, REQUEST, quiet());
  expect(otherCondition).toBe(1);
  expect(result).toMatchObject({
    kind: 'not-enough-data',
    lacks: ['listings'],
    basis: { listings: 4, withoutProfit: 2 },
  });
  await db.inventory.add(makePair({ goatListingId: (await db.listings.get('g'))?.externalId ?? '' }));
  const again = (await runBacktest(db, REQUEST, quiet())).result;
  if (again.kind !== 'told') throw new Error(again.kind);
  expect(again).toMatchObject({ reallySold: 1, asItWas: { sold: 1 } });
  expect(again.rows.find(({ listingId }) => listingId === 'a')).toMatchObject({
    asItWas: { at: ago(10), price: usd(140) },
    soldAt: ago(9),
  });
  expect(again.rows.find(({ listingId }) => listingId === 'b')?.withRule).toBeNull();
});

test('it can be stopped, and tells how far it is', async () => {
  const db = await makeBooks();
  const stop = new AbortController();
  const seen: number[] = [];
  const run = {
    signal: stop.signal,
    onProgress: (share: number) => {
      seen.push(share);
      if (share > 0.5) stop.abort(new Error('stopped'));
    },
    pause: () => Promise.resolve(),
  };
  await expect(runBacktest(db, REQUEST, run)).rejects.toThrow('stopped');
  expect(seen.at(-1)).toBeLessThan(0.52);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('empty books: nothing can be told, and what lacks is', async () => {
  const { result } = await runBacktest(makeDatabase(), REQUEST, quiet());
  expect(result).toMatchObject({ kind: 'not-enough-data', lacks: ['listings', 'sales'], basis: { since: null } });
});
