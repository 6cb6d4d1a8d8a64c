import type { ExpenseRow, RecurringExpenseRow } from '@/lib/db/money-rows';
import { dueExpenses, noonOf } from '@/lib/domain/expenses/due-expenses';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import type { CommandDeps } from './command-deps';
import { expenseRate } from './expense-draft';
import { stampAfter } from './keep-undo';
import { logExpenses } from './log-expenses';

export interface RecurringDeps extends CommandDeps {
  readonly offsetAt: OffsetAt;
  readonly displayCurrency: CurrencyCode;
}

export interface WrittenDue {
  readonly recurring: RecurringExpenseRow;
  readonly made: readonly ExpenseRow[];
}

/**
 * Writes down what fell due of one recurring expense, together with the day it comes next: whoever dies in between has
 * done neither. For a transaction that spans `expenses`, `recurringExpenses`, `fxRates` and `activity`.
 *
 * Each expense is named for the plan and its day, so that a day is never written twice, not even from an old backup; one
 * that somebody took out of the books stays out.
 */
export async function writeDue(deps: RecurringDeps, row: RecurringExpenseRow): Promise<WrittenDue> {
  const { db } = deps;
  const { days, nextOn } = dueExpenses(row, localDate(deps.now(), deps.offsetAt));
  if (nextOn === row.nextOn) return { recurring: row, made: [] };
  const recurring = { ...row, nextOn, updatedAt: stampAfter(row.updatedAt, deps.now()) };
  const known = new Set(
    await db.expenses
      .where('id')
      .anyOf(days.map((day) => expenseId(row, day)))
      .primaryKeys(),
  );
  const made: ExpenseRow[] = [];
  for (const day of days) if (!known.has(expenseId(row, day))) made.push(await expenseOf(deps, row, day));
  await db.expenses.bulkAdd(made);
  await db.recurringExpenses.put(recurring);
  await logExpenses(deps, {
    kind: 'expense/recurring',
    summary: 'Recurring expense written down',
    rows: made,
    by: 'system',
  });
  return { recurring, made };
}

/**
 * Writes down whatever fell due, plan by plan.
 *
 * @param mayGoOn asked between two of them
 * @returns whether all of it is done
 */
export async function writeDueExpenses(deps: RecurringDeps, mayGoOn: () => boolean = () => true): Promise<boolean> {
  const { db } = deps;
  const today = localDate(deps.now(), deps.offsetAt);
  const ids = await db.recurringExpenses.where('nextOn').belowOrEqual(today).primaryKeys();
  for (const [place, id] of ids.entries()) {
    if (place > 0 && !mayGoOn()) return false;
    await db.transaction('rw', [db.expenses, db.recurringExpenses, db.fxRates, db.activity], async () => {
      const row = await db.recurringExpenses.get(id);
      if (row !== undefined && row.deletedAt === null) await writeDue(deps, row);
    });
  }
  return true;
}

function expenseId({ id }: RecurringExpenseRow, day: CalendarDate): string {
  return `${id}/${day}`;
}

async function expenseOf(deps: RecurringDeps, row: RecurringExpenseRow, day: CalendarDate): Promise<ExpenseRow> {
  const now = deps.now();
  const { category, amount, tax, supplier, note } = row;
  const spentAt = noonOf(day, deps.offsetAt);
  return {
    id: expenseId(row, day),
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    category,
    amount,
    tax,
    spentAt,
    supplier,
    note,
    pairIds: [],
    split: 'even',
    mileage: null,
    recurringId: row.id,
    importId: null,
    fx: await expenseRate(deps.db, { amount, spentAt }, deps.displayCurrency),
  };
}
