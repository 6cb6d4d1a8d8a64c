import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { putFxRate } from '@/lib/db/repositories/fx';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, HOUR_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { lastDays } from '@/lib/domain/time/period';
import { makePair, makePrice, makeProduct, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { listSales } from './list-sales';
import { PNL_GROUPS } from './pnl-groups';
import { pnlPage } from './pnl-page';
import { EVERY_SALE } from './sale-groups';
import { saleTotals } from './sale-totals';
import { stockPage } from './stock-page';
import type { Valuation } from './valuation';

const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  // Earnings stay as credit: profit is payout less cost, so that the figures below can be added up at sight.
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
  regionId: null,
};
const UTC = () => 0;
const BY = { basis: 'accrual', groups: PNL_GROUPS } as const;
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

describe('profit and loss', () => {
  test('months and brands add up to the total, reversed sales are in none', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('cheap', Date.UTC(2026, 0, 31, 23, 30)),
      sold('dear', Date.UTC(2026, 1, 10), { brand: 'adidas' }),
      sold('free of cost', NOON),
      sold('cheap', NOON, { status: 'reversed', brand: 'adidas' }),
    ]);
    const page = await pnlPage(db, { ...BY, period: null, valuation: VALUATION, offsetAt: UTC });
    expect(page.totals).toMatchObject({
      sales: 3,
      reversed: 1,
      costUnknown: 1,
      revenue: usd(360),
      complete: { profit: usd(32.2), take: usd(32.8), cost: usd(170) },
    });
    expect(page.groups.month?.map(({ key, totals }) => [key, totals.complete.profit.minor])).toEqual([
      ['2026-01', 4360],
      ['2026-02', -1140],
      ['2026-03', 0],
    ]);
    expect(page.groups.brand?.map(({ key, totals }) => [key, totals.sales, totals.reversed])).toEqual([
      ['adidas', 1, 1],
      ['Nike', 2, 0],
    ]);
    expect(page.excluded.map((sale) => sale.reason)).toEqual(['reversed']);
    const east = await pnlPage(db, { ...BY, period: null, valuation: VALUATION, offsetAt: () => HOUR_MS });
    expect(east.groups.month?.map((group) => group.key)).toEqual(['2026-02', '2026-03']);
  });

  test('stock is valued on three named bases; pairs without a quote are counted, sold ones are no stock', async () => {
    const db = await makeBooks();
    await db.marketPrices.add(makePrice({ lowestAsk: usd(98), highestOffer: null, lastSale: usd(120) }));
    await db.inventory.bulkAdd([
      makePair({ cost: usd(60) }),
      makePair({ cost: null, status: 'listed' }),
      makePair({ size: { value: 9, system: 'US' } }),
    ]);
    const { unrealised } = await stockPage(db, VALUATION);
    // $97 x 0.905 - $5 = $82.785
    expect(unrealised[0]).toMatchObject({
      basis: 'lowest-ask-minus-1',
      pairs: 3,
      valued: 2,
      missingPrice: 1,
      complete: { pairs: 1, profit: usd(22.79) },
    });
    expect(unrealised[1]).toMatchObject({ basis: 'highest-offer', valued: 0, missingPrice: 3 });
    expect(unrealised[2]).toMatchObject({ basis: 'last-sale', valued: 2, complete: { profit: usd(43.6) } });
  });

  test('unrealised in another currency by the rate in force, and counted where there is none', async () => {
    const db = await makeBooks();
    await db.marketPrices.add(makePrice({ lowestAsk: usd(98) }));
    await db.inventory.add(makePair({ cost: money(4000, 'GBP') }));
    const pounds = { ...VALUATION, currency: 'GBP' } as const;
    expect((await stockPage(db, pounds)).unrealised[0]).toMatchObject({ valued: 0, missingRate: 1 });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    expect((await stockPage(db, pounds)).unrealised[0]).toMatchObject({
      valued: 1,
      complete: { net: money(6623, 'GBP'), profit: money(2623, 'GBP') },
    });
  });

  test('a period counts its own sales only', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([sold('cheap', NOON), sold('cheap', NOON + DAY_MS)]);
    const page = await pnlPage(db, {
      ...BY,
      period: { from: NOON, to: at(DAY_MS) },
      valuation: VALUATION,
      offsetAt: UTC,
    });
    expect(page.totals.sales).toBe(1);
  });

  test('the series has a point for every day and adds up to the total', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([sold('cheap', NOON - DAY_MS), sold('dear', NOON), sold('cheap', NOON - 40 * DAY_MS)]);
    const period = lastDays(NOON, 30, UTC);
    const { series, totals } = await pnlPage(db, { ...BY, period, valuation: VALUATION, offsetAt: UTC });
    expect([series.step, series.points.length]).toEqual(['day', 30]);
    expect(series.points.slice(-2).map((point) => point.totals.complete.profit)).toEqual([usd(43.6), usd(-11.4)]);
    const sum = series.points.reduce((all, point) => all + point.totals.complete.profit.minor, 0);
    expect(sum).toBe(totals.complete.profit.minor);
  });

  test('by platform, style and size; a group finds the same sales and totals again', async () => {
    const db = await makeBooks();
    await db.sales.bulkAdd([
      sold('cheap', NOON, { sizeValue: 10 }),
      sold('dear', NOON, { sizeValue: 9, marketplace: 'ebay', payout: usd(110) }),
    ]);
    const page = await pnlPage(db, { ...BY, period: null, valuation: VALUATION, offsetAt: UTC });
    expect(page.groups.platform?.map(({ key }) => key).toSorted()).toEqual(['alias', 'ebay']);
    expect(page.groups.style).toMatchObject([{ key: 'DD1391-100', name: 'Dunk Low Panda', totals: { sales: 2 } }]);
    expect(page.groups.size?.map(({ key }) => key).toSorted()).toEqual(['US 10', 'US 9']);
    const ebay = { period: null, search: '', filter: { ...EVERY_SALE, platform: 'ebay' } };
    const totals = await saleTotals(db, ebay, VALUATION);
    expect(totals).toEqual(page.groups.platform?.find(({ key }) => key === 'ebay')?.totals);
    const list = await listSales(db, { ...ebay, offset: 0, limit: 10, valuation: VALUATION });
    expect(list.rows.map(({ sale }) => sale.marketplace)).toEqual(['ebay']);
  });

  test('stock by age and brand: how many, what they cost, what they would bring', async () => {
    const db = await makeBooks();
    await db.marketPrices.add(makePrice({ lowestAsk: usd(98) }));
    await db.inventory.bulkAdd([
      makePair({ cost: usd(60), otherCosts: usd(4), boughtAt: at(-10 * DAY_MS) }),
      makePair({ cost: null, boughtAt: at(-100 * DAY_MS) }),
      makePair({ cost: usd(50), boughtAt: null, catalogId: null, brand: 'adidas' }),
      makePair({ cost: usd(70), boughtAt: at(-800 * DAY_MS), deletedAt: NOON }),
    ]);
    const { byAge, byBrand, withoutProduct, worth } = await stockPage(db, VALUATION);
    expect(byAge.map(({ key, pairs, costed }) => [key, pairs, costed])).toEqual([
      ['30', 1, 1],
      ['180', 1, 0],
      ['unknown', 1, 1],
    ]);
    expect(byAge[0]).toMatchObject({ cost: usd(64), valued: 1 });
    expect(byBrand.map(({ key, pairs, valued }) => [key, pairs, valued])).toEqual([
      ['Nike', 2, 2],
      ['adidas', 1, 0],
    ]);
    expect(withoutProduct).toBe(1);
    // $64.00 and $50.00; one would bring $80.39 less nothing, of the other nothing is known.
    expect(worth).toMatchObject({ pairs: 3, withoutCost: 1, atCost: usd(114), lowerOfCostAndNet: usd(114) });
  });
});
