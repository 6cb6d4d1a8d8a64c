import { describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { putFxRate } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money } from '@/lib/domain/money/money';
import { NO_CHARGES } from '@/lib/domain/sales/charges';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeExpense, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { pnlPage } from './pnl-page';
import { compareReport, makeReport } from './reports';

const valuation = {
  now: NOON,
  currency: 'GBP',
  profile: { rating: 90, country: 'GB', method: 'prepaid', withdraws: false },
  regionId: null,
} as const;
const request = { period: null, valuation, basis: 'accrual', offsetAt: () => 0 } as const;
const ago = (days: number) => shiftInstant(NOON, -days * DAY_MS);
const gbp = (pounds: number) => money(Math.round(pounds * 100), 'GBP');

const rate = (db: ArchvdDatabase, base: CurrencyCode, rateE8: number, daysAgo: number) =>
  putFxRate(db, { base, quote: 'GBP', rateE8, asOf: ago(daysAgo), source: 'test' });

async function makeBooks(): Promise<ArchvdDatabase> {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({
      id: 'sold',
      status: 'sold',
      boughtAt: ago(40),
      cost: money(5000, 'EUR'),
      otherCosts: money(500, 'EUR'),
    }),
    makePair({ id: 'binned', boughtAt: ago(40), cost: usd(50), deletedAt: ago(1) }),
  ]);
  await db.sales.add(
    makeSale({ id: 'sale', pairId: 'sold', marketplace: 'stockx', soldAt: ago(20), price: usd(100), payout: usd(90) }),
  );
  await rate(db, 'EUR', 90_000_000, 50);
  await rate(db, 'USD', 80_000_000, 30);
  return db;
}

describe('rates of their day', () => {
  test('sold in dollars, bought in euros, told in pounds: 90 x 0.80 - 55 x 0.90 = 22.50', async () => {
    const page = await pnlPage(await makeBooks(), { ...request, groups: [] });
    expect(page.totals.missingRate).toBe(0);
    expect(page.totals.complete).toMatchObject({ cost: gbp(45), otherCosts: gbp(4.5), profit: gbp(22.5) });
  });

  test('a rate set later changes nothing that was before it', async () => {
    const db = await makeBooks();
    await db.expenses.add(makeExpense({ spentAt: ago(25), amount: usd(10) }));
    const before = await pnlPage(db, { ...request, basis: 'cash', groups: [] });
    await rate(db, 'USD', 95_000_000, 0);
    await rate(db, 'EUR', 95_000_000, 0);
    const after = await pnlPage(db, { ...request, basis: 'cash', groups: [] });
    expect(before.result.overhead).toEqual(gbp(8));
    expect(before.cash?.bought).toEqual(gbp(49.5));
    expect([after.totals, after.cash, after.result]).toEqual([before.totals, before.cash, before.result]);
  });

  test('what is older than every rate takes the first one there is', async () => {
    const db = await makeBooks();
    await db.sales.update('sale', { soldAt: ago(35) });
    expect((await pnlPage(db, { ...request, groups: [] })).totals.revenue).toEqual(gbp(80));
  });
});

test('an expense for a pair in the bin is overhead: no sale will ever carry it', async () => {
  const db = await makeBooks();
  await db.expenses.bulkAdd([
    makeExpense({ amount: gbp(6), pairIds: ['binned'] }),
    makeExpense({ amount: gbp(8), pairIds: ['binned', 'sold'] }),
  ]);
  const { spending, totals } = await pnlPage(db, { ...request, groups: [] });
  expect([spending.overhead, spending.forPairs, totals.complete.expenses]).toEqual([gbp(6), gbp(8), gbp(8)]);
});

test('a journey with the own car is spent and moves no cash', async () => {
  const db = await makeBooks();
  const mileage = { tenths: 10, unit: 'mile', rateMilli: 45_000, rateSource: '', from: '', to: '' } as const;
  await db.expenses.bulkAdd([
    makeExpense({ amount: gbp(4.5), category: 'mileage', mileage }),
    makeExpense({ amount: gbp(3) }),
  ]);
  const page = await pnlPage(db, { ...request, basis: 'cash', groups: [] });
  expect([page.result.overhead, page.cash?.spent]).toEqual([gbp(7.5), gbp(3)]);
});

test('a kept report sees a cent that only moved from one fee to another, and an order that was not finished', async () => {
  const db = await makeBooks();
  const charges = (commission: number, processing: number) => {
    return { ...NO_CHARGES, commission: usd(commission), processing: usd(processing) };
  };
  await db.sales.update('sale', { charges: charges(8, 2) });
  const made = await makeReport(db, request);
  const kept = { id: 'r', createdAt: NOON, updatedAt: NOON, kind: 'pnl', name: '', madeAt: NOON, ...made };
  const again = () => compareReport(db, kept as unknown as Parameters<typeof compareReport>[1], () => 0);
  expect(await again()).toMatchObject({ same: true, changes: [] });
  await db.sales.update('sale', { charges: charges(8.02, 1.98) });
  expect(await again()).toMatchObject({ same: false, changes: [{ id: 'sale', what: 'changed' }] });
  await db.sales.update('sale', { charges: charges(8, 2), status: 'pending' });
  expect(await again()).toMatchObject({ same: false, changes: [{ id: 'sale', what: 'changed' }] });
});
