import { describe, expect, test } from 'vitest';
import { daysOf, recurringWorld, rent } from '@/tests/fixtures/recurring-expenses';
import { DAY_MS } from '@/lib/domain/time/instant';
import { saveRecurring } from './save-recurring';
import { writeDueExpenses } from './write-due-expenses';

describe('recurring expenses', () => {
  test('killed anywhere in between, each day is written once and none is lost', async () => {
    // The write that dies, counted over everything one turn writes.
    for (let dies = 1; dies <= 8; dies += 1) {
      const here = recurringWorld();
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
