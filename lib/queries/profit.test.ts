import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { putFxRate } from '@/lib/db/repositories/fx';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, HOUR_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { makeListing, makeOrder, makePair, makeProduct, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { listSales, type SalesRequest } from './list-sales';
import type { SaleSort } from './sort-sales';
import { stockCounts } from './stock-counts';
import { today } from './today';
import type { Valuation } from './valuation';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  // Earnings stay as credit: profit is payout less cost, so that the figures below can be added up at sight.
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
  regionId: null,
};
const UTC = () => 0;
const at = (ms: number) => shiftInstant(NOON, ms);

async function makeBooks(): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
  await db.products.add(makeProduct());
  await db.inventory.bulkAdd([
    makePair({ id: 'cheap', status: 'sold', cost: usd(60) }),
    makePair({ id: 'dear', status: 'sold', cost: usd(110), otherCosts: usd(5) }),
    makePair({ id: 'free of cost', status: 'sold', cost: null }),
  ]);
  return db;
}

const sold = (pairId: string, soldAt: number, given: Partial<Sale> = {}): Sale =>
  makeSale({ pairId, soldAt: instant(soldAt), price: usd(120), payout: usd(103.6), ...given });

describe('today', () => {
  test('profit of today, 7 and 30 days counts each sale where it belongs and says what it leaves out', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('cheap', NOON - HOUR_MS),
      sold('dear', NOON - 6 * DAY_MS),
      sold('free of cost', NOON - 20 * DAY_MS),
      sold('cheap', NOON - HOUR_MS, { status: 'reversed' }),
      sold('cheap', NOON - 31 * DAY_MS),
    ]);
    const { profit, series } = await today(db, VALUATION, UTC);
    expect(profit.today).toMatchObject({
      sales: 1,
      reversed: 1,
      complete: { sales: 1, profit: usd(43.6) },
      estimated: 0,
    });
    expect(profit.days7.complete.profit).toEqual(usd(43.6 - 11.4));
    expect(profit.days30).toMatchObject({ sales: 3, costUnknown: 1, complete: { sales: 2, profit: usd(32.2) } });
    expect(series).toHaveLength(30);
    expect([series[29]?.profit, series[23]?.profit, series[0]?.profit]).toEqual([usd(43.6), usd(-11.4), usd(0)]);
  });

  test('a day begins where the seller lives', async () => {
    const db = await makeBooks();
    // 23:30 of 1 March in London is 10:30 of 2 March in Sydney.
    await db.sales.add(sold('cheap', Date.UTC(2026, 2, 1, 23, 30)));
    expect((await today(db, VALUATION, UTC)).profit.today.sales).toBe(0);
    expect((await today(db, VALUATION, () => 11 * HOUR_MS)).profit.today.sales).toBe(1);
  });

  test('a sale stored without a rate is told by the one set later; its own rate is never replaced', async () => {
    const db = await makeBooks();
    const own = { base: 'USD', quote: 'GBP', rateE8: 50_000_000, asOf: NOON, source: 'you' } as const;
    await db.sales.bulkAdd([sold('cheap', NOON - HOUR_MS), sold('dear', NOON - HOUR_MS, { fx: own })]);
    const pounds = { ...VALUATION, currency: 'GBP' } as const;
    expect((await today(db, pounds, UTC)).profit.today).toMatchObject({ sales: 1, missingRate: 1 });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    const { complete, missingRate } = (await today(db, pounds, UTC)).profit.today;
    // ($103.60 - $60.00) x 0.8 + ($103.60 - $115.00) x 0.5
    expect([complete.profit, missingRate]).toEqual([money(3488 - 570, 'GBP'), 0]);
  });

  test('a cost in another currency counts by the rate in force, although the sale needs none', async () => {
    const db = await makeBooks();
    await db.inventory.add(makePair({ id: 'abroad', status: 'sold', cost: money(5000, 'GBP') }));
    await db.sales.add(sold('abroad', NOON - HOUR_MS));
    expect((await today(db, VALUATION, UTC)).profit.today).toMatchObject({ missingRate: 1 });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    expect((await today(db, VALUATION, UTC)).profit.today.complete.profit).toEqual(usd(103.6 - 62.5));
  });

  test('without a payout the profit is an estimate; without a rate a sale is left out and counted', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([sold('cheap', NOON, { payout: null, status: 'pending' })]);
    expect((await today(db, VALUATION, UTC)).profit.today).toMatchObject({
      estimated: 1,
      pending: 1,
      complete: { profit: usd(43.6) },
    });
    const pounds = await today(db, { ...VALUATION, currency: 'GBP' }, UTC);
    expect(pounds.profit.today).toMatchObject({ sales: 0, missingRate: 1, complete: { profit: money(0, 'GBP') } });
  });

  test('orders that wait for the seller, the most urgent first; counts by index', async () => {
    const db = await makeBooks();
    await db.orders.bulkAdd([
      makeOrder({ externalId: 'ship', status: 'confirmed', cancelsAt: at(2 * DAY_MS) }),
      makeOrder({ externalId: 'new', status: 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION', cancelsAt: at(HOUR_MS) }),
      makeOrder({ externalId: 'away', status: 'in-transit' }),
      makeOrder({ externalId: 'done' }),
    ]);
    await db.listings.add(makeListing());
    await db.inventory.add(makePair());
    const found = await today(db, VALUATION, UTC);
    expect(found.waiting.map((item) => [item.order.externalId, item.stage])).toEqual([
      ['new', 'to-confirm'],
      ['ship', 'to-ship'],
    ]);
    expect(await stockCounts(db)).toEqual({ live: 1, notListed: 1, withoutCost: 1 });
  });
});

describe('sales list', () => {
  const REQUEST: SalesRequest = { period: null, search: '', offset: 0, limit: 10, valuation: VALUATION };

  test('newest first, each with fees, cost and profit; a reversed one is marked and has none', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('dear', NOON, { status: 'reversed' }),
      sold('cheap', NOON + 1),
      sold('nobody', NOON - 1),
    ]);
    const { total, rows } = await listSales(db, REQUEST);
    expect(total).toBe(3);
    expect(rows[0]).toMatchObject({
      reversed: false,
      pair: { id: 'cheap' },
      product: { brand: 'Nike' },
      line: { fees: { take: usd(16.4), takeIs: 'actual' }, profit: usd(43.6) },
    });
    expect(rows[1]).toMatchObject({ reversed: true, line: null });
    expect(rows[2]).toMatchObject({ pair: null, line: { cost: null, profit: null } });
  });

  test('a period takes its first moment and leaves its last; search and window together', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('cheap', NOON),
      sold('cheap', NOON + 5, { name: 'Samba OG', orderNumber: '777' }),
      sold('cheap', NOON + 10),
    ]);
    const period = { from: NOON, to: at(10) };
    expect((await listSales(db, { ...REQUEST, period })).total).toBe(2);
    expect((await listSales(db, { ...REQUEST, search: 'samba' })).rows.map((row) => row.sale.soldAt)).toEqual([
      NOON + 5,
    ]);
    expect((await listSales(db, { ...REQUEST, search: '777' })).total).toBe(1);
    expect((await listSales(db, { ...REQUEST, offset: 1, limit: 1 })).rows.map((row) => row.sale.soldAt)).toEqual([
      NOON + 5,
    ]);
    expect(await listSales(db, { ...REQUEST, search: 'dunk', offset: 1, limit: 1 })).toMatchObject({
      total: 2,
      rows: [{ sale: { soldAt: NOON } }],
    });
  });
});

describe('sales list, sorted', () => {
  const REQUEST: SalesRequest = { period: null, search: '', offset: 0, limit: 10, valuation: VALUATION };
  const ids = async (by: SaleSort, descending: boolean) => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('cheap', NOON, { id: 'gain', price: usd(120) }),
      sold('dear', NOON + 1, { id: 'loss', price: usd(130) }),
      sold('free of cost', NOON + 2, { id: 'unknown', price: usd(110), payout: null }),
    ]);
    return (await listSales(db, { ...REQUEST, sort: { by, descending } })).rows.map(({ sale }) => sale.id);
  };

  test('by any column; what is not known comes last either way', async () => {
    expect(await ids('price', false)).toEqual(['unknown', 'gain', 'loss']);
    expect(await ids('profit', true)).toEqual(['gain', 'loss', 'unknown']);
    expect(await ids('profit', false)).toEqual(['loss', 'gain', 'unknown']);
    expect(await ids('payout', true)).toEqual(['loss', 'gain', 'unknown']);
    expect(await ids('sold', false)).toEqual(['gain', 'loss', 'unknown']);
  });
});
