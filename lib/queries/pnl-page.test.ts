import { describe, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, HOUR_MS } from '@/lib/domain/time/instant';
import { lastDays } from '@/lib/domain/time/period';
import { makePair, makePrice, NOON, usd } from '@/tests/fixtures/builders';
import { at, BY, makeBooks, sold, UTC, VALUATION } from '@/tests/fixtures/pnl-books';
import { pnlPage } from './pnl-page';
import { stockPage } from './stock-page';

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
});
