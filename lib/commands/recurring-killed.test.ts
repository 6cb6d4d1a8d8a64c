import { describe, expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { DAY_MS, HOUR_MS, toIsoString } from '@/lib/domain/time/instant';
import { saveRecurring, type RecurringDraft } from './save-recurring';
import { writeDueExpenses, type RecurringDeps } from './write-due-expenses';

/** NOON is Monday 2 March 2026. */
function world(hoursAhead = 0) {
  const deps = makeCommandDeps();
  const recurring: RecurringDeps = { ...deps, offsetAt: () => hoursAhead * HOUR_MS, displayCurrency: 'USD' };
  return { deps, recurring, push: deps.push, db: deps.db };
}
const rent = (more: Partial<RecurringDraft> = {}): RecurringDraft => ({
  category: 'storage',
  amount: usd(29.99),
  tax: null,
  supplier: 'Locker',
  note: '',
  every: { unit: 'month', every: 1 },
  startsOn: '2026-01-31',
  endsOn: null,
  ...more,
});
const daysOf = async ({ db }: ReturnType<typeof world>) =>
  (await db.expenses.toArray()).map(({ spentAt }) => toIsoString(spentAt)).toSorted();

describe('recurring expenses', () => {
  test('killed anywhere in between, each day is written once and none is lost', async () => {
    // The write that dies, counted over everything one turn writes.
    for (let dies = 1; dies <= 8; dies += 1) {
      const here = world();
      await saveRecurring(here.recurring, { id: null, draft: rent({ startsOn: '2026-03-10' }) });
      await saveRecurring(here.recurring, {
        id: null,
        draft: rent({ startsOn: '2026-03-11', every: { unit: 'week', every: 1 } }),
      });
      here.push(60 * DAY_MS);
      let writes = 0;
      const kill = () => {
        writes += 1;
        if (writes === dies) throw new Error('killed');
      };
      for (const table of [here.db.expenses, here.db.recurringExpenses, here.db.activity]) {
        table.hook('creating', kill);
        table.hook('updating', kill);
      }
      await writeDueExpenses(here.recurring).catch(() => undefined);
      const sane = await here.db.recurringExpenses.toArray();
      for (const row of sane) {
        const made = (await here.db.expenses.toArray()).filter(({ recurringId }) => recurringId === row.id);
        // Written and moved on, or neither.
        expect(made.length === 0).toBe(row.nextOn === row.startsOn);
      }
      await writeDueExpenses(here.recurring);
      const days = await daysOf(here);
      // 10 March, 10 April, and eight Wednesdays from 11 March to 29 April.
      expect([days.length, new Set(days).size]).toEqual([10, 10]);
    }
  });
});
