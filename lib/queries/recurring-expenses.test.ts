import { expect, test } from 'vitest';
import { makeExpense } from '@/tests/fixtures/builders';
import { makeRecurring } from '@/tests/fixtures/recurring-expenses';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { recurringExpenses } from './recurring-expenses';

test('recurring ones: what comes next first, what is over last', async () => {
  const db = makeDatabase();
  await db.recurringExpenses.bulkAdd([
    makeRecurring('over', null),
    makeRecurring('later', '2026-05-01'),
    makeRecurring('soon', '2026-04-01'),
  ]);
  await db.expenses.add(makeExpense({ recurringId: 'over' }));
  const entries = await recurringExpenses(db);
  expect(entries.map(({ recurring: { id }, made }) => [id, made])).toEqual([
    ['soon', 0],
    ['later', 0],
    ['over', 1],
  ]);
});
