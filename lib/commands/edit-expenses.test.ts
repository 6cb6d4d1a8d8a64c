import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { booksOf, draft, PDF, save } from '@/tests/fixtures/expense-drafts';
import { editExpenses, removeExpenses } from './edit-expenses';
import { runUndo } from './undo';

describe('many at once', () => {
  test('category and supplier; journeys keep theirs; undo brings each back', async () => {
    const deps = makeCommandDeps();
    const journey = { tenths: 100, unit: 'mile', rateMilli: 45_000, rateSource: 'HMRC', from: '', to: '' } as const;
    const { ids } = await save(deps, [draft(), draft({ category: 'mileage', amount: usd(4.5), mileage: journey })]);
    const before = await deps.db.expenses.toArray();
    const { changed, undoId } = await editExpenses(deps, [...ids, 'gone'], {
      category: 'packaging',
      supplier: 'Uline',
    });
    expect(changed).toBe(2);
    expect((await deps.db.expenses.toArray()).map(({ category, supplier }) => [category, supplier])).toEqual([
      ['packaging', 'Uline'],
      ['mileage', 'Uline'],
    ]);
    expect((await editExpenses(deps, ids, { supplier: 'Uline' })).undoId).toBeNull();
    await runUndo(deps, undoId ?? '');
    expect(await deps.db.expenses.toArray()).toEqual(before);
  });

  test('removed ones keep their receipts and come back whole', async () => {
    const deps = makeCommandDeps();
    const { ids } = await save(deps, [draft()], { receipts: [PDF] });
    const before = await booksOf(deps);
    const { removed, undoId } = await removeExpenses(deps, ids);
    expect([removed, (await deps.db.expenses.toArray())[0]?.deletedAt]).toEqual([1, expect.any(Number)]);
    expect((await removeExpenses(deps, ids)).removed).toBe(0);
    await expect(save(deps, [draft()], { id: ids[0] })).rejects.toMatchObject({ code: 'not-found' });
    await runUndo(deps, undoId ?? '');
    expect(await booksOf(deps)).toEqual(before);
  });
});
