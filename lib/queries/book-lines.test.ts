import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { ALL, books, MARCH, on, sold, spent } from '@/tests/fixtures/book-rows';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { bookLines } from './book-lines';
import type { BookRequest } from './book-rows';
import { pnlPage } from './pnl-page';

const a = makePair({ id: 'a', status: 'sold', cost: usd(100) });
const b = makePair({ id: 'b', status: 'sold', cost: usd(50) });

describe('expenses in the books', () => {
  test('$9 by value on pairs of $100 and $50 is $6 and $3: profit 103.60 - 100 - 6 = -2.40 and 103.60 - 50 - 3 = 50.60', async () => {
    const db = await books({
      pairs: [a, b],
      sales: [sold('a'), sold('b')],
      expenses: [spent({ amount: usd(9), pairIds: ['a', 'b'] })],
    });
    const { sales, report } = await bookLines(db, ALL);
    expect(sales.map(({ line }) => [line?.pairId, line?.expenses, line?.profit])).toEqual([
      ['a', usd(6), usd(-2.4)],
      ['b', usd(3), usd(50.6)],
    ]);
    expect(report.lines).toHaveLength(2);
  });

  test('overhead is below the lines, once: 53.60 of sales - 12 overhead = 41.60; another time has its own', async () => {
    const db = await books({
      pairs: [b],
      sales: [sold('b')],
      expenses: [
        spent({ amount: usd(12), category: 'mileage' }),
        spent({ amount: usd(99), spentAt: on(4, 1) }),
        spent({ amount: usd(7), deletedAt: NOON }),
      ],
    });
    const page = await pnlPage(db, { ...ALL, period: MARCH, groups: [] });
    expect(page.result).toMatchObject({ beforeOverhead: usd(53.6), overhead: usd(12), afterOverhead: usd(41.6) });
    expect(page.spending.byCategory).toEqual([{ category: 'mileage', amount: usd(12), rows: 1 }]);
  });

  test('an expense without a rate is in no figure and is told', async () => {
    const db = await books({ expenses: [spent({ id: 'abroad', amount: money(500, 'EUR') })] });
    const { excluded } = await bookLines(db, ALL);
    expect(excluded).toMatchObject([{ kind: 'expense', id: 'abroad', reason: 'missing-rate' }]);
  });

  test('a reversed sale brings nothing and costs its penalty on the day it was reversed: -10, in April', async () => {
    const reversal = { reason: 'cancelled', at: on(4, 2), penalty: usd(10), note: '' } as const;
    const db = await books({ pairs: [a], sales: [sold('a', { status: 'reversed', reversal })] });
    const at = async (period: BookRequest['period']) => (await pnlPage(db, { ...ALL, period, groups: [] })).result;
    expect((await at(MARCH)).afterOverhead).toEqual(usd(0));
    expect((await at({ from: MARCH.to, to: on(5, 1) })).afterOverhead).toEqual(usd(-10));
  });
});

describe('cash and accrual', () => {
  const paidInApril = sold('a', { paid: { at: on(4, 2), payoutId: null } });

  test('sold on 2 March and paid on 2 April: in March by accrual, unsettled in March and counted in April by cash', async () => {
    const db = await books({ pairs: [a], sales: [paidInApril] });
    const cash = { ...ALL, basis: 'cash' } as const;
    expect((await bookLines(db, { ...ALL, period: MARCH })).sales).toHaveLength(1);
    const march = await bookLines(db, { ...cash, period: MARCH });
    expect([march.sales.length, march.unsettled.map(({ sale }) => sale.id)]).toEqual([0, ['sale of a']]);
    const april = await bookLines(db, { ...cash, period: { from: MARCH.to, to: on(5, 1) } });
    expect(april.sales.map(({ at }) => at)).toEqual([on(4, 2)]);
    expect(april.unsettled).toEqual([]);
    const may = await bookLines(db, { ...cash, period: { from: on(5, 1), to: on(6, 1) } });
    expect([may.sales, may.unsettled]).toEqual([[], []]);
  });

  test('cash of a time: 103.60 received - 50 bought - 12 spent = 41.60, whichever pair was sold', async () => {
    const bought = makePair({ id: 'new', cost: usd(45), otherCosts: usd(5), boughtAt: on(3, 9) });
    const earlier = { ...a, boughtAt: on(1, 5) };
    const sale = sold('a', { soldAt: on(2, 20), paid: { at: on(3, 1), payoutId: null } });
    const db = await books({ pairs: [earlier, bought], sales: [sale], expenses: [spent({ amount: usd(12) })] });
    const { cash } = await pnlPage(db, { ...ALL, period: MARCH, basis: 'cash', groups: [] });
    expect(cash).toMatchObject({ received: usd(103.6), bought: usd(50), boughtPairs: 1, result: usd(41.6) });
  });
});
