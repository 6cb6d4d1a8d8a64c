import { expect, test } from 'vitest';
import { makeExpense, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { recurringExpenses } from './recurring-expenses';

test('recurring ones: what comes next first, what is over last', async () => {
  const db = makeDatabase();
  await db.recurringExpenses.bulkAdd([
    recurring('over', null),
    recurring('later', '2026-05-01'),
    recurring('soon', '2026-04-01'),
  ]);
  await db.expenses.add(makeExpense({ recurringId: 'over' }));
  const entries = await recurringExpenses(db);
  expect(entries.map(({ recurring: { id }, made }) => [id, made])).toEqual([
    ['soon', 0],
    ['later', 0],
    ['over', 1],
  ]);
});

function recurring(id: string, nextOn: '2026-04-01' | '2026-05-01' | null) {
  return {
    id,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    category: 'storage',
    amount: usd(10),
    tax: null,
    supplier: '',
    note: '',
    every: { unit: 'month', every: 1 },
    startsOn: '2026-01-01',
    endsOn: null,
    nextOn,
  } as const;
}
