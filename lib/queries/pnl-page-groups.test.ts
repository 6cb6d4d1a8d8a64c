import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@/lib/domain/time/instant';
import { makePair, makePrice, NOON, usd } from '@/tests/fixtures/builders';
import { at, BY, makeBooks, sold, UTC, VALUATION } from '@/tests/fixtures/pnl-books';
import { listSales } from './list-sales';
import { pnlPage } from './pnl-page';
import { EVERY_SALE } from './sale-groups';
import { saleTotals } from './sale-totals';
import { stockPage } from './stock-page';

describe('groups of sales and of stock', () => {
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
