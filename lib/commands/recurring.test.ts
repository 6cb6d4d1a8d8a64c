import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { daysOf, recurringWorld, rent } from '@/tests/fixtures/recurring-expenses';
import { DAY_MS } from '@/lib/domain/time/instant';
import { removeExpenses } from './edit-expenses';
import { saveRecurring, stopRecurring } from './save-recurring';
import { runUndo } from './undo';
import { writeDueExpenses } from './write-due-expenses';

describe('recurring expenses', () => {
  test('what fell due is written at once, the rest when its day comes, each once', async () => {
    const here = recurringWorld();
    const { made, id } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    expect(made).toBe(2);
    await writeDueExpenses(here.recurring);
    expect(await daysOf(here)).toEqual(['2026-01-31T12:00:00.000Z', '2026-02-28T12:00:00.000Z']);
    expect(await here.db.recurringExpenses.get(id)).toMatchObject({ nextOn: '2026-03-31' });
    here.push(60 * DAY_MS);
    await writeDueExpenses(here.recurring);
    await writeDueExpenses(here.recurring);
    expect((await daysOf(here)).slice(2)).toEqual(['2026-03-31T12:00:00.000Z', '2026-04-30T12:00:00.000Z']);
    expect((await here.db.expenses.toArray()).every(({ recurringId }) => recurringId === id)).toBe(true);
  });

  test.each([
    [14, ['2026-03-02T22:00:00.000Z']],
    [-11, []],
  ])('the day is the seller’s own: %d hours ahead', async (hours, days) => {
    const here = recurringWorld(hours);
    await saveRecurring(here.recurring, { id: null, draft: rent({ startsOn: '2026-03-03' }) });
    expect(await daysOf(here)).toEqual(days);
  });

  test('undo takes the plan and what it wrote', async () => {
    const here = recurringWorld();
    const { undoId } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    await runUndo(here.deps, undoId ?? '');
    expect([await here.db.recurringExpenses.count(), await here.db.expenses.count()]).toEqual([0, 0]);
  });

  test('undo comes too late once the next one was written: all of it stays', async () => {
    const here = recurringWorld();
    const { undoId } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    here.push(40 * DAY_MS);
    await writeDueExpenses(here.recurring);
    expect(await runUndo(here.deps, undoId ?? '')).toMatchObject({ restored: 0 });
    expect(await here.db.expenses.count()).toBe(3);
  });

  test('a change counts from the next day on; what was taken out of the books stays out', async () => {
    const here = recurringWorld();
    const { id } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    const [first] = await here.db.expenses.toArray();
    await removeExpenses(here.deps, [first?.id ?? '']);
    await saveRecurring(here.recurring, { id, draft: rent({ amount: usd(35) }) });
    here.push(30 * DAY_MS);
    await writeDueExpenses(here.recurring);
    const rows = (await here.db.expenses.toArray()).toSorted((a, b) => a.spentAt - b.spentAt);
    expect(rows.map(({ amount, deletedAt }) => [amount.minor, deletedAt === null])).toEqual([
      [2999, false],
      [2999, true],
      [3500, true],
    ]);
  });

  test('an old backup, or a row set back, writes no day twice', async () => {
    const here = recurringWorld();
    const { id } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    await here.db.recurringExpenses.update(id, { nextOn: '2026-01-31' });
    await writeDueExpenses(here.recurring);
    expect(await here.db.expenses.count()).toBe(2);
    expect(await here.db.recurringExpenses.get(id)).toMatchObject({ nextOn: '2026-03-31' });
  });

  test('stopped: what it made stays, nothing comes any more, and undo lets it go on', async () => {
    const here = recurringWorld();
    const { id } = await saveRecurring(here.recurring, { id: null, draft: rent() });
    const { undoId } = await stopRecurring(here.recurring, id);
    here.push(100 * DAY_MS);
    await writeDueExpenses(here.recurring);
    expect([await here.db.expenses.count(), (await here.db.recurringExpenses.get(id))?.endsOn]).toEqual([
      2,
      '2026-03-02',
    ]);
    await runUndo(here.deps, undoId ?? '');
    await writeDueExpenses(here.recurring);
    expect(await here.db.expenses.count()).toBe(5);
  });

  test.each([
    ['31 February', { startsOn: '2026-02-31' }],
    ['an end before its beginning', { endsOn: '2026-01-30' }],
    ['the last century', { startsOn: '1999-12-31' }],
    ['no amount', { amount: usd(0) }],
  ] as const)('%s is refused', async (_, more) => {
    const here = recurringWorld();
    await expect(saveRecurring(here.recurring, { id: null, draft: rent(more) })).rejects.toMatchObject({
      code: 'bad-value',
    });
    expect(await here.db.recurringExpenses.count()).toBe(0);
  });
});
