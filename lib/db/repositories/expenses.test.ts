import { expect, test } from 'vitest';
import { makeExpense, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { pruneReceipts } from './expenses';

test('receipts stay with their expenses, and with removed ones for a while', async () => {
  const db = makeDatabase();
  await db.expenses.bulkAdd([
    makeExpense({ id: 'kept' }),
    makeExpense({ id: 'lately', deletedAt: shiftInstant(NOON, -DAY_MS) }),
    makeExpense({ id: 'long', deletedAt: shiftInstant(NOON, -91 * DAY_MS) }),
  ]);
  await db.receipts.bulkAdd(
    ['kept', 'lately', 'long', 'long'].map((expenseId, nth) => ({
      id: `${nth}`,
      createdAt: NOON,
      updatedAt: NOON,
      expenseId,
      name: 'a.pdf',
      type: 'application/pdf' as const,
      bytes: 5,
      dataUrl: 'data:application/pdf;base64,JVBERi0=',
    })),
  );
  await pruneReceipts(db, shiftInstant(NOON, -90 * DAY_MS));
  expect((await db.receipts.toArray()).map(({ expenseId }) => expenseId)).toEqual(['kept', 'lately']);
});
