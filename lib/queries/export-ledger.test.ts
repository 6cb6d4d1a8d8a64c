import { describe, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import type { TaxTreatment } from '@/lib/domain/inventory/pair';
import { money, type Money } from '@/lib/domain/money/money';
import { NO_TAX_PROFILE, type TaxProfile } from '@/lib/domain/tax/tax-profile';
import { instant } from '@/lib/domain/time/instant';
import { makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { exportLedger, type ExportRequest } from './export-ledger';

const january = (day: number) => instant(Date.UTC(2026, 0, day, 12));
const request: ExportRequest = {
  period: { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2026, 3, 1)) },
  basis: 'accrual',
  valuation: {
    now: NOON,
    currency: 'USD',
    profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
    regionId: null,
  },
  offsetAt: () => 0,
  tax: NO_TAX_PROFILE,
};

const stamped = { createdAt: NOON, updatedAt: NOON };

async function makeBooks() {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ id: 'p-1', status: 'sold', boughtAt: january(3), cost: usd(60) }),
    makePair({ id: 'p-2', boughtAt: january(5), cost: usd(70) }),
    makePair({ id: 'p-3', boughtAt: instant(Date.UTC(2025, 11, 31, 12)), cost: usd(80), status: 'sold' }),
  ]);
  await db.sales.bulkAdd([
    makeSale({
      id: 's-1',
      pairId: 'p-1',
      marketplace: 'stockx',
      orderNumber: 'SX-1',
      soldAt: january(10),
      price: usd(100),
      payout: usd(88),
      status: 'completed',
      charges: {
        commission: usd(9),
        sellerFee: null,
        processing: usd(3),
        shipping: null,
        advertising: null,
        penalty: null,
        feeTax: null,
        adjustment: null,
      },
      paid: { at: january(14), payoutId: null },
    }),
    makeSale({ id: 's-2', pairId: 'p-3', marketplace: 'ebay', soldAt: january(20), price: usd(120), payout: usd(100) }),
    makeSale({ id: 's-3', orderNumber: 'back', soldAt: january(21), status: 'reversed' }),
    makeSale({ id: 's-4', soldAt: january(22), price: { minor: usd(1).minor, currency: 'EUR' }, payout: null }),
  ]);
  await db.expenses.add({
    ...stamped,
    id: 'x-1',
    deletedAt: null,
    category: 'packaging',
    amount: usd(12),
    tax: null,
    spentAt: january(12),
    supplier: 'Boxes',
    note: '',
    pairIds: [],
    split: 'value',
    mileage: null,
    recurringId: null,
    importId: null,
    fx: null,
  });
  return db;
}

test('sales with their fees to the cent, pairs bought in the time, spending, and what came by itself', async () => {
  const ledger = await exportLedger(await makeBooks(), request);
  expect(ledger.sales.map(({ id, on, price, net }) => [id, on, price.minor, net.minor])).toEqual([
    ['s-1', '2026-01-10', 10_000, 8800],
    ['s-2', '2026-01-20', 12_000, 10_000],
  ]);
  expect(ledger.sales[0]?.fees).toEqual([
    { kind: 'commission', amount: usd(9) },
    { kind: 'processing', amount: usd(3) },
  ]);
  for (const { price, fees, net } of ledger.sales)
    expect(fees.reduce((left, { amount }) => left - amount.minor, Number(price.minor))).toBe(net.minor);
  expect(ledger.purchases.map(({ pairId }) => pairId)).toEqual(['p-1', 'p-2']);
  expect(ledger.spending).toMatchObject([{ id: 'x-1', on: '2026-01-12', amount: usd(12) }]);
  expect(ledger.receipts).toMatchObject([{ id: 's-1', on: '2026-01-14', amount: usd(88) }]);
  expect(ledger.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
    ['s-3', 'reversed'],
    ['s-4', 'missing-rate'],
  ]);
  expect([ledger.from, ledger.to]).toEqual(['2026-01-01', '2026-03-31']);
});

test('by payment, what is not paid is named and in no line', async () => {
  const ledger = await exportLedger(await makeBooks(), { ...request, basis: 'cash' });
  expect(ledger.sales.map(({ id, on }) => [id, on])).toEqual([['s-1', '2026-01-14']]);
  expect(ledger.leftOut).toContainEqual(expect.objectContaining({ id: 's-2', reason: 'not-paid' }));
});

describe('what stands on the papers', () => {
  const british: TaxProfile = { ...NO_TAX_PROFILE, country: 'GB', registered: true, invoicePrefix: 'M-' };
  const tax = (treatment: TaxTreatment | null, inputTax: Money | null = null) => {
    return { treatment, note: '', purchaseInvoice: '', inputTax };
  };

  test('an invoice of margin goods has the number of the stock book; a note several sales share is told apart', async () => {
    const db = await makeBooks();
    await db.inventory.update('p-1', { tax: tax('margin') });
    await db.stockBook.add({ id: 'p-1', number: 12, at: NOON });
    await db.sales.bulkAdd(
      ['told-000001', 'told-000002'].map((id) =>
        makeSale({ id, externalOrderId: id, orderNumber: 'cash', soldAt: january(25), marketplace: 'in-person' }),
      ),
    );
    const { sales } = await exportLedger(db, { ...request, tax: british });
    expect(sales.map(({ id, invoiceNumber }) => [id, invoiceNumber])).toEqual([
      ['s-1', 'M-12'],
      ['s-2', ''],
      ['told-000001', 'cash-000001'],
      ['told-000002', 'cash-000002'],
    ]);
  });

  test('by payment, tax is that of the day of the sale: registered in between', async () => {
    const profile = { ...british, registeredOn: '2026-01-12' } as const;
    const { sales } = await exportLedger(await makeBooks(), { ...request, basis: 'cash', tax: profile });
    expect(sales.map(({ on, treatment, tax: shown }) => [on, treatment, shown])).toEqual([['2026-01-14', null, null]]);
  });

  test('tax on a purchase invoice is told while it comes back, and to nobody who is not registered', async () => {
    const db = await makeBooks();
    await db.inventory.update('p-1', { tax: tax(null, usd(10)) });
    const taxes = async (profile: TaxProfile) =>
      (await exportLedger(db, { ...request, tax: profile })).purchases.map(({ tax: shown }) => shown);
    expect(await taxes(british)).toEqual([usd(10), null]);
    expect(await taxes({ ...british, registered: false })).toEqual([null, null]);
  });
});

test('purchases by the rate of their day, with what else went into them; without a rate for that they are named', async () => {
  const db = makeDatabase();
  const eur = (minor: number) => money(minor, 'EUR');
  await db.inventory.bulkAdd([
    makePair({ id: 'old', boughtAt: january(5), cost: eur(10_000), otherCosts: eur(500) }),
    makePair({ id: 'odd', boughtAt: january(6), cost: usd(60), otherCosts: money(1, 'JPY') }),
  ]);
  for (const [day, rateE8] of [
    [4, 110_000_000],
    [20, 150_000_000],
  ] as const)
    await putFxRate(db, { base: 'EUR', quote: 'USD', rateE8, asOf: january(day), source: 'test' });
  const { purchases, leftOut } = await exportLedger(db, request);
  expect(purchases.map(({ pairId, cost, otherCosts }) => [pairId, cost, otherCosts])).toEqual([
    ['old', usd(110), usd(5.5)],
  ]);
  expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual([['odd', 'missing-rate']]);
});
