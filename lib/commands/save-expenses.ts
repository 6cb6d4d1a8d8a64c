import type { ExpenseRow, ReceiptRow } from '@/lib/db/money-rows';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { receiptRow, type ReceiptDraft } from './check-receipt';
import { CommandError, type CommandDeps } from './command-deps';
import { checkedExpense, existingExpense, expenseRate, type ExpenseDraft } from './expense-draft';
import { keepUndo, stampAfter } from './keep-undo';
import { logExpenses } from './log-expenses';

export interface ExpensesWish {
  /** The expense that is changed; null: new ones. */
  readonly id: string | null;
  /** One for each; several at once make several. */
  readonly drafts: readonly ExpenseDraft[];
  /** New receipts, of the first one. */
  readonly receipts: readonly ReceiptDraft[];
  /** Whose rate of the day is kept with each. */
  readonly displayCurrency: CurrencyCode;
}

const MOST_RECEIPTS = 10;

/**
 * Writes expenses down, all or none, or changes one.
 *
 * @throws CommandError `bad-value`, `not-found`, `too-many`
 * @example $12.40 for labels, shared by value among three pairs: one expense; its shares are worked out when it is read
 */
export async function saveExpenses(
  deps: CommandDeps,
  wish: ExpensesWish,
): Promise<{ readonly ids: readonly string[]; readonly undoId: string | null }> {
  const { db } = deps;
  const drafts = wish.drafts.map((draft) => checkedExpense(draft, deps.now()));
  if (drafts.length === 0 || (wish.id !== null && drafts.length !== 1))
    throw new CommandError('bad-value', 'There is nothing to write down. Nothing was changed.');
  if (wish.receipts.length > MOST_RECEIPTS)
    throw new CommandError('too-many', `An expense keeps at most ${MOST_RECEIPTS} receipts. Nothing was changed.`);
  const tables = [db.expenses, db.receipts, db.inventory, db.fxRates, db.activity, db.undos];
  return db.transaction('rw', tables, async () => {
    const before = wish.id === null ? null : await existingExpense(deps, wish.id);
    await checkPairs(deps, drafts, before);
    const after: ExpenseRow[] = [];
    for (const draft of drafts) after.push(await rowOf(deps, before, draft, wish.displayCurrency));
    const first = after[0];
    const receipts = first === undefined ? [] : wish.receipts.map((receipt) => receiptRow(deps, first.id, receipt));
    await db.expenses.bulkPut(after);
    await db.receipts.bulkAdd(receipts);
    const verb = before === null ? 'Expense written down' : 'Expense changed';
    await logExpenses(deps, { kind: 'expense/save', summary: verb, rows: after });
    const undoId = await keepUndo(deps, 'expenses/save', [
      ...after.map((row) => ({ table: 'expenses' as const, before, after: row })),
      ...receipts.map((row: ReceiptRow) => ({ table: 'receipts' as const, before: null, after: row })),
    ]);
    return { ids: after.map(({ id }) => id), undoId };
  });
}

async function rowOf(
  deps: CommandDeps,
  before: ExpenseRow | null,
  draft: ExpenseDraft,
  displayCurrency: CurrencyCode,
): Promise<ExpenseRow> {
  const now = deps.now();
  const kept =
    before !== null && before.spentAt === draft.spentAt && before.amount.currency === draft.amount.currency
      ? before.fx
      : null;
  const fx = kept ?? (await expenseRate(deps.db, draft, displayCurrency));
  if (before !== null) return { ...before, ...draft, fx, updatedAt: stampAfter(before.updatedAt, now) };
  const id = deps.newId();
  return { id, createdAt: now, updatedAt: now, deletedAt: null, ...draft, recurringId: null, importId: null, fx };
}

/** A pair that went since stays where it stood; a new one must be there. */
async function checkPairs({ db }: CommandDeps, drafts: readonly ExpenseDraft[], before: ExpenseRow | null) {
  const ids = [...new Set(drafts.flatMap(({ pairIds }) => pairIds))].filter((id) => !before?.pairIds.includes(id));
  const pairs = await db.inventory.bulkGet(ids);
  if (pairs.some((pair) => pair === undefined || pair.deletedAt !== null))
    throw new CommandError('not-found', 'One of the pairs is no longer in the books. Nothing was changed.');
}
