import { expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money } from '@/lib/domain/money/money';
import { makePair, usd } from '@/tests/fixtures/builders';
import { january, makeBooks, request } from '@/tests/fixtures/export-books';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { exportLedger } from './export-ledger';

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
    ['s-4', 'missing-rate'],
    ['s-3', 'reversed'],
  ]);
  expect([ledger.from, ledger.to]).toEqual(['2026-01-01', '2026-03-31']);
});

test('by payment, what is not paid is named and in no line', async () => {
  const ledger = await exportLedger(await makeBooks(), { ...request, basis: 'cash' });
  expect(ledger.sales.map(({ id, on }) => [id, on])).toEqual([['s-1', '2026-01-14']]);
  expect(ledger.leftOut).toContainEqual(expect.objectContaining({ id: 's-2', reason: 'not-paid' }));
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
