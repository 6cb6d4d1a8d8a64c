import { negate } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { ExpenseCategory } from '@/lib/domain/expenses/expense';
import { noonOf } from '@/lib/domain/reconcile/noon-of';
import { reason, writeReasons } from '@/lib/domain/reconcile/reason';
import type { ExpenseRow } from '@/lib/db/money-rows';
import { bankChanges, lineIn, logBank, type BankDeps } from './bank-changes';
import { CommandError } from './command-deps';
import { expenseRate } from './expense-draft';
import { keepUndo } from './keep-undo';
import { bankTables } from './match-lines';
import { joinLine } from './match-work';

export interface LineExpense {
  readonly lineId: string;
  readonly category: ExpenseCategory;
  readonly supplier: string;
  /** Whose rate of the day is kept with the expense. */
  readonly displayCurrency: CurrencyCode;
}

/**
 * Writes down what a line spent as an expense and matches the two. Money that came back is an expense below zero.
 *
 * @throws CommandError `not-found`, `not-allowed`, `bad-value`
 * @example -12.50 to ROYAL MAIL on 10 March: postage of 12.50 on 10 March
 */
export async function expenseOfLine(
  deps: BankDeps,
  { lineId, category, supplier, displayCurrency }: LineExpense,
): Promise<{ readonly expenseId: string; readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', bankTables(db), async () => {
    const changes = bankChanges(deps);
    const line = await lineIn(deps, lineId, ['open', 'ignored']);
    if (line.amount.minor === 0)
      throw new CommandError('bad-value', 'A line of nothing is no expense. Nothing was changed.');
    const now = deps.now();
    const told = { amount: negate(line.amount), spentAt: noonOf(line.bookedOn, deps.offsetAt) };
    const expense: ExpenseRow = {
      ...told,
      id: deps.newId(),
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      category,
      tax: null,
      supplier: supplier.trim().slice(0, 100),
      note: line.text.slice(0, 500),
      pairIds: [],
      split: 'value',
      mileage: null,
      recurringId: null,
      importId: null,
      fx: await expenseRate(db, told, displayCurrency),
    };
    await changes.put('expenses', null, expense);
    const why = writeReasons([reason('by-hand')]);
    await joinLine(deps, changes, line, { kind: 'expense', ids: [expense.id], reason: why, by: 'user' });
    await logBank(deps, { kind: 'bank/expense', summary: 'Expense made of a bank line', facts: { category } });
    return { expenseId: expense.id, undoId: await keepUndo(deps, 'bank/expense', changes.list()) };
  });
}
