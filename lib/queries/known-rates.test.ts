import { expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money } from '@/lib/domain/money/money';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeExpense, makePair, makeSale, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { knownRates } from './known-rates';

test('the currencies the books need beside the own one, each with the newest rate or none', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ cost: money(5000, 'EUR') }),
    makePair({ cost: money(5000, 'EUR') }),
    makePair({ cost: money(5000, 'EUR'), deletedAt: NOON }),
    makePair({ cost: money(5000, 'GBP') }),
    makePair({ cost: null, otherCosts: money(300, 'JPY') }),
  ]);
  const rate = { base: 'USD', quote: 'GBP', rateE8: 79_000_000, asOf: NOON, source: 'you' } as const;
  await putFxRate(db, { ...rate, rateE8: 1, asOf: shiftInstant(NOON, -1) });
  await putFxRate(db, rate);
  expect(await knownRates(db, 'USD', { currency: 'GBP' })).toEqual([
    { currency: 'USD', rate, pairs: 0 },
    { currency: 'EUR', rate: null, pairs: 2 },
    { currency: 'JPY', rate: null, pairs: 0 },
  ]);
  expect(await knownRates(db, 'USD', { currency: 'USD' })).toEqual([
    { currency: 'EUR', rate: null, pairs: 2 },
    { currency: 'GBP', rate, pairs: 1 },
    { currency: 'JPY', rate: null, pairs: 0 },
  ]);
});

test('a sale told in another currency needs a rate too, though no pair cost anything in it', async () => {
  const db = makeDatabase();
  await db.sales.add(makeSale({ marketplace: 'vinted', price: money(9000, 'EUR'), payout: money(9000, 'EUR') }));
  expect(await knownRates(db, 'USD', { currency: 'USD' })).toEqual([{ currency: 'EUR', rate: null, pairs: 0 }]);
});

test('so does an expense, unless it was removed', async () => {
  const db = makeDatabase();
  await db.expenses.bulkAdd([
    makeExpense({ amount: money(554, 'GBP') }),
    makeExpense({ amount: money(554, 'EUR'), deletedAt: NOON }),
  ]);
  expect(await knownRates(db, 'USD', { currency: 'USD' })).toEqual([{ currency: 'GBP', rate: null, pairs: 0 }]);
});
