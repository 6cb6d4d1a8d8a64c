import { describe, expect, test } from 'vitest';
import type { MarketSaleRow } from '@/lib/db/rows';
import { plainLook } from '@/lib/domain/market/market-look';
import { DAY_MS, HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makePrice, makeProduct, nextId, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { productPage } from './product-page';
import { sizeHistory } from './size-history';
import type { Valuation } from './valuation';

const PANDA = makeProduct().catalogId;
const VALUATION: Valuation = {
  now: NOON,
  currency: 'USD',
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
  regionId: null,
};
const cursor = { token: null, sweepId: null, startedAt: NOON, pages: 0, items: 0, total: null };

const sale = (daysAgo: number, usSize = 10, seenHoursAgo = 0): MarketSaleRow => ({
  id: nextId('sale'),
  catalogId: PANDA,
  usSize,
  price: usd(99),
  consigned: null,
  purchasedAt: shiftInstant(NOON, -daysAgo * DAY_MS),
  seenAt: shiftInstant(NOON, -seenHoursAgo * HOUR_MS),
});

describe('the look of a product', () => {
  test('each condition, box, place and region has its own prices and its own age', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    const looks = [
      [110, {}, 'alias/prices/'],
      [60, { condition: 'used', packaging: 'no-box' }, 'alias/prices/'],
      [95, { consigned: false }, 'alias/prices-held/with-you/global/'],
      [96, { consigned: true }, 'alias/prices-held/consigned/global/'],
      [120, { regionId: '3' }, 'alias/prices-in/3/'],
      [125, { consigned: true, regionId: '3' }, 'alias/prices-held/consigned/3/'],
    ] as const;
    await db.marketPrices.bulkAdd(looks.map(([ask, variant]) => makePrice({ variant, lowestAsk: usd(ask) })));
    const ids = [...new Set(looks.map(([, , id]) => `${id}${PANDA}`))];
    await db.cursors.bulkAdd(ids.map((id, nth) => ({ ...cursor, id, finishedAt: shiftInstant(NOON, -nth) })));
    for (const [ask, variant, id] of looks) {
      const page = await productPage(db, PANDA, VALUATION, { ...plainLook(null), ...variant });
      const ten = page?.sizes.find(({ size }) => size.usValue === 10);
      expect(ten?.price?.lowestAsk).toEqual(usd(ask));
      expect(page?.pricesReadAt).toBe(NOON - ids.indexOf(`${id}${PANDA}`));
      expect(page?.regions.toSorted()).toEqual(['3', null]);
    }
    const unread = await productPage(db, PANDA, VALUATION, { ...plainLook('9') });
    expect(unread).toMatchObject({ pricesReadAt: null });
    expect(unread?.regions).toContain('9');
  });

  test('sales per week of each size whose sales were read; of the others nothing', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketSales.bulkAdd([sale(1), sale(8), sale(15), sale(1, 9), sale(2, 9), sale(3, 9), sale(1, 11)]);
    await db.cursors.bulkAdd(
      [10, 11].map((size) => ({ ...cursor, id: `alias/recent-sales/${PANDA}/${size}`, finishedAt: NOON })),
    );
    const sizes = new Map(
      (await productPage(db, PANDA, VALUATION))?.sizes.map((each) => [each.size.usValue, each.sold]),
    );
    expect(sizes.get(10)).toMatchObject({ readAt: NOON, pace: { sales: 2, days: 15 } });
    expect(sizes.get(9)).toEqual({ readAt: null, pace: null });
    expect(sizes.get(11)).toEqual({ readAt: NOON, pace: null });
  });

  test('sales before the newest gap of a size tell nothing of its pace', async () => {
    const db = makeDatabase();
    await db.products.add(makeProduct());
    await db.marketSales.bulkAdd([sale(1), sale(2), sale(8), sale(60), sale(61)]);
    await db.cursors.add({ ...cursor, id: `alias/recent-sales/${PANDA}/10`, finishedAt: NOON });
    const ago = (days: number) => shiftInstant(NOON, -days * DAY_MS);
    const gap = { catalogId: PANDA, usSize: 10 };
    await db.salesGaps.bulkAdd([
      { ...gap, id: 'new', from: ago(60), until: ago(8) },
      { ...gap, id: 'old', from: null, until: ago(61) },
      { ...gap, id: 'other', usSize: 9, from: null, until: ago(1) },
    ]);
    const page = await productPage(db, PANDA, VALUATION);
    expect(page?.sizes.find((each) => each.size.usValue === 10)?.sold.pace).toMatchObject({ sales: 2, days: 8 });
  });
});

describe('what is known of the sales of a size', () => {
  const request = { catalogId: PANDA, usSize: 10, regionId: null, since: null };

  test('gaps are told as they were kept, oldest first', async () => {
    const db = makeDatabase();
    await db.marketSales.bulkAdd([sale(1), sale(20)]);
    const at = (daysAgo: number) => shiftInstant(NOON, -daysAgo * DAY_MS);
    const gap = { catalogId: PANDA, usSize: 10 };
    await db.salesGaps.bulkAdd([
      { ...gap, id: 'b', from: at(15), until: at(3) },
      { ...gap, id: 'a', from: null, until: at(20) },
      { ...gap, id: 'other', usSize: 9, from: null, until: at(1) },
    ]);
    expect((await sizeHistory(db, request)).gaps).toEqual([
      { from: null, until: at(20) },
      { from: at(15), until: at(3) },
    ]);
  });

  test.each([
    [9, []],
    [10, [{ from: null, until: shiftInstant(NOON, -10 * DAY_MS) }]],
    // So many come only to who asks for all there is: a gap is noted where that was not all.
    [30, []],
  ])('%s sales in the first reading: what came before may be missing when it was full', async (count, gaps) => {
    const db = makeDatabase();
    await db.marketSales.bulkAdd(Array.from({ length: count }, (_, nth) => sale(nth + 1, 10, 48)));
    await db.marketSales.add(sale(0));
    expect((await sizeHistory(db, request)).gaps).toEqual(gaps);
  });

  test('offers of the very variant', async () => {
    const db = makeDatabase();
    const { id, variant } = makePrice();
    const row = { catalogId: PANDA, variant, bins: [{ price: usd(90), count: 2 }], at: NOON };
    await db.offerHistograms.bulkAdd([
      { ...row, id },
      { ...row, id: 'other', bins: [] },
    ]);
    expect((await sizeHistory(db, request)).offers).toMatchObject({ id, bins: row.bins });
    const used = { ...plainLook(null), condition: 'used' } as const;
    expect((await sizeHistory(db, { ...request, look: used })).offers).toBeNull();
  });
});
