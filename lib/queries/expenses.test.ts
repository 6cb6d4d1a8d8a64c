import { describe, expect, test } from 'vitest';
import { makeExpense, makePair, NOON, usd } from '@/tests/fixtures/builders';
import { makeRecurring } from '@/tests/fixtures/recurring-expenses';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { add } from '@/lib/domain/money/arithmetic';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, instant, shiftInstant } from '@/lib/domain/time/instant';
import { drivenInYear } from './expense-detail';
import { listExpenses, type ExpenseQuestion } from './expenses';
import { expensesOfPair } from './expenses-of-pair';

const ALL: ExpenseQuestion = {
  period: null,
  search: '',
  category: null,
  pairId: null,
  sort: { by: 'spent', descending: true },
  currency: 'USD',
};
const utc = () => 0;

describe('listExpenses', () => {
  test('newest first, with totals by category; removed ones and those without a rate are in no sum', async () => {
    const db = makeDatabase();
    await db.expenses.bulkAdd([
      makeExpense({ id: 'a', amount: usd(10), spentAt: NOON }),
      makeExpense({ id: 'b', amount: usd(4), spentAt: shiftInstant(NOON, -DAY_MS) }),
      makeExpense({ id: 'c', category: 'bank', amount: usd(30), spentAt: shiftInstant(NOON, -2 * DAY_MS) }),
      makeExpense({ id: 'd', amount: money(500, 'GBP'), spentAt: shiftInstant(NOON, -3 * DAY_MS) }),
      makeExpense({ id: 'e', amount: usd(99), deletedAt: NOON }),
    ]);
    const list = await listExpenses(db, ALL);
    expect(list.entries.map(({ expense }) => expense.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(list.byCategory).toEqual([
      { category: 'bank', count: 1, amount: usd(30) },
      { category: 'postage', count: 2, amount: usd(14) },
    ]);
    expect([list.total, list.missingRate, list.all]).toEqual([usd(44), 1, 4]);
  });

  test.each([
    ['words of supplier and note', { search: 'royal box' }, ['a']],
    ['the name of any of its pairs', { search: 'panda' }, ['b', 'c']],
    ['a category', { category: 'bank' }, ['c']],
    ['a time', { period: { from: instant(NOON - DAY_MS), to: instant(NOON) } }, ['b']],
    ['a pair', { pairId: 'p1' }, ['b', 'c']],
    ['sorted by amount', { sort: { by: 'amount', descending: false } }, ['b', 'a', 'c']],
  ] as const)('by %s', async (_, part, ids) => {
    const db = makeDatabase();
    await db.inventory.bulkAdd([makePair({ id: 'p1', cost: usd(60) }), makePair({ id: 'p2', cost: usd(30) })]);
    await db.expenses.bulkAdd([
      makeExpense({ id: 'a', supplier: 'Royal Mail', note: 'box', amount: usd(9), spentAt: NOON }),
      makeExpense({ id: 'b', pairIds: ['p1'], amount: usd(4), spentAt: shiftInstant(NOON, -DAY_MS) }),
      makeExpense({
        id: 'c',
        category: 'bank',
        pairIds: ['p1', 'p2'],
        amount: usd(30),
        spentAt: shiftInstant(NOON, -2 * DAY_MS),
      }),
    ]);
    const list = await listExpenses(db, { ...ALL, ...part });
    expect(list.entries.map(({ expense }) => expense.id)).toEqual(ids);
    // Of a shared one only the part of the pair counts: $20 of $30 by value over $60 and $30.
    if ('pairId' in part) expect(list.total).toEqual(usd(24));
  });

  test('receipts are counted, what came by itself says how often it comes', async () => {
    const db = makeDatabase();
    await db.expenses.add(makeExpense({ id: 'a', recurringId: 'r' }));
    await db.receipts.bulkAdd([receipt('1', 'a'), receipt('2', 'a'), receipt('3', 'gone')]);
    await db.recurringExpenses.add(makeRecurring('r', '2026-04-01'));
    const [entry] = (await listExpenses(db, ALL)).entries;
    expect(entry).toMatchObject({ receipts: 2, every: { unit: 'month', every: 1 } });
  });
});

test('the shares of a pair, the other pairs’ beside it, add up to what was paid', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([makePair({ id: 'p1', cost: usd(100) }), makePair({ id: 'p2', cost: usd(50) })]);
  await db.expenses.bulkAdd([
    makeExpense({ id: 'a', amount: usd(10), pairIds: ['p1', 'p2', 'gone'], split: 'value' }),
    makeExpense({ id: 'b', amount: usd(3), pairIds: ['p2'], deletedAt: NOON }),
  ]);
  const [one] = await expensesOfPair(db, 'p1');
  const two = await expensesOfPair(db, 'p2');
  expect(two).toHaveLength(1);
  expect(one?.share).toEqual(usd(6.67));
  expect(add(one?.share ?? usd(0), two[0]?.share ?? usd(0))).toEqual(usd(10));
});

test('what was driven counts within its tax year, by its unit, removed journeys not', async () => {
  const db = makeDatabase();
  const journey = (id: string, day: string, tenths: number, more = {}) =>
    makeExpense({
      id,
      category: 'mileage',
      spentAt: instant(Date.parse(`${day}T12:00:00Z`)),
      mileage: { tenths, unit: 'mile', rateMilli: 45_000, rateSource: '', from: '', to: '' },
      ...more,
    });
  await db.expenses.bulkAdd([
    journey('a', '2026-04-05', 1000),
    journey('b', '2026-04-06', 200),
    journey('c', '2027-04-05', 30),
    journey('d', '2026-06-01', 4, { deletedAt: NOON }),
  ]);
  const year = { unit: 'mile', yearFrom: '04-06' } as const;
  expect(await drivenInYear(db, '2026-12-01', year, utc)).toBe(230);
  expect(await drivenInYear(db, '2026-04-05', year, utc)).toBe(1000);
  expect(await drivenInYear(db, '2026-12-01', { ...year, unit: 'km' }, utc)).toBe(0);
});

function receipt(id: string, expenseId: string) {
  const stamp = { id, createdAt: NOON, updatedAt: NOON, expenseId, name: 'a.pdf' };
  return { ...stamp, type: 'application/pdf', bytes: 5, dataUrl: 'data:application/pdf;base64,JVBERi0=' } as const;
}
