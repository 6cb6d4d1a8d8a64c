import type { ExpenseRow } from '@/lib/db/money-rows';
import { receiptRow, type ReceiptDraft } from './check-receipt';
import { CommandError, type CommandDeps } from './command-deps';
import { existingExpense } from './expense-draft';
import { keepUndo, stampAfter } from './keep-undo';

const MOST = 10;

/**
 * Attaches receipts to an expense, which counts as changed by it: what made the expense is then not taken back without them.
 *
 * @throws CommandError `not-found`, `bad-value`, `too-many`
 */
export async function addReceipts(
  deps: CommandDeps,
  expenseId: string,
  receipts: readonly ReceiptDraft[],
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.expenses, db.receipts, db.undos], async () => {
    const before = await existingExpense(deps, expenseId);
    if ((await db.receipts.where('expenseId').equals(expenseId).count()) + receipts.length > MOST)
      throw new CommandError('too-many', `An expense keeps at most ${MOST} receipts. Nothing was changed.`);
    const rows = receipts.map((receipt) => receiptRow(deps, expenseId, receipt));
    const after = await touched(deps, before);
    await db.receipts.bulkAdd(rows);
    const undoId = await keepUndo(deps, 'receipts/add', [
      { table: 'expenses', before, after },
      ...rows.map((row) => ({ table: 'receipts' as const, before: null, after: row })),
    ]);
    return { undoId };
  });
}

/** @throws CommandError `not-found` */
export async function removeReceipt(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.expenses, db.receipts, db.undos], async () => {
    const receipt = await db.receipts.get(id);
    if (receipt === undefined)
      throw new CommandError('not-found', 'That receipt is no longer there. Nothing was changed.');
    const before = await existingExpense(deps, receipt.expenseId);
    const after = await touched(deps, before);
    await db.receipts.delete(id);
    const undoId = await keepUndo(deps, 'receipts/remove', [
      { table: 'expenses', before, after },
      { table: 'receipts', before: receipt, after: null },
    ]);
    return { undoId };
  });
}

async function touched(deps: CommandDeps, before: ExpenseRow): Promise<ExpenseRow> {
  const after = { ...before, updatedAt: stampAfter(before.updatedAt, deps.now()) };
  await deps.db.expenses.put(after);
  return after;
}
