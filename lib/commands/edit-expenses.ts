import type { ExpenseRow } from '@/lib/db/money-rows';
import type { CommandDeps } from './command-deps';
import { checkWords } from './expense-draft';
import { keepUndo, stampAfter } from './keep-undo';
import { logExpenses } from './log-expenses';

/** What can be changed of many expenses at once; what is left out stays. */
export type ExpenseChanges = Partial<Pick<ExpenseRow, 'category' | 'supplier'>>;

/** Gives many expenses the same category or supplier. Those that are gone, or are so already, are passed over. */
export async function editExpenses(
  deps: CommandDeps,
  ids: readonly string[],
  changes: ExpenseChanges,
): Promise<{ readonly changed: number; readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.expenses, db.activity, db.undos], async () => {
    const found = await living(deps, ids);
    const changed = found.flatMap((before) => {
      const { category = before.category, supplier = before.supplier } = changes;
      if (category === before.category && supplier.trim() === before.supplier) return [];
      checkWords({ category, supplier, note: before.note });
      // A journey is counted by its distance whatever it is called, so it stays what it is.
      const mine = before.mileage === null ? category : before.category;
      const updatedAt = stampAfter(before.updatedAt, deps.now());
      return [{ before, after: { ...before, category: mine, supplier: supplier.trim(), updatedAt } }];
    });
    await db.expenses.bulkPut(changed.map(({ after }) => after));
    const rows = changed.map(({ after }) => after);
    if (rows.length > 0) await logExpenses(deps, { kind: 'expense/edit', summary: 'Expense changed', rows });
    const undoId = await keepUndo(
      deps,
      'expenses/edit',
      changed.map((change) => ({ table: 'expenses', ...change })),
    );
    return { changed: rows.length, undoId };
  });
}

/**
 * Takes expenses out of the books. Their receipts stay with them, since this can be taken back; a line of a statement that
 * was matched with nothing else is open again.
 */
export async function removeExpenses(
  deps: CommandDeps,
  ids: readonly string[],
): Promise<{ readonly removed: number; readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.expenses, db.bankLines, db.activity, db.undos], async () => {
    const found = await living(deps, ids);
    const changes = found.map((before) => {
      const stamp = stampAfter(before.updatedAt, deps.now());
      return { table: 'expenses' as const, before, after: { ...before, deletedAt: stamp, updatedAt: stamp } };
    });
    await db.expenses.bulkPut(changes.map(({ after }) => after));
    const lines = await openAgain(deps, new Set(found.map(({ id }) => id)));
    if (found.length > 0) await logExpenses(deps, { kind: 'expense/remove', summary: 'Expense removed', rows: found });
    return { removed: found.length, undoId: await keepUndo(deps, 'expenses/remove', [...changes, ...lines]) };
  });
}

/** Lines that were matched with these expenses alone. */
async function openAgain(deps: CommandDeps, gone: ReadonlySet<string>) {
  const { db } = deps;
  const matched = await db.bankLines.where('state').equals('matched').toArray();
  const lines = matched.filter(({ match }) => match?.kind === 'expense' && match.ids.every((id) => gone.has(id)));
  const changes = lines.map((before) => {
    const updatedAt = stampAfter(before.updatedAt, deps.now());
    return {
      table: 'bankLines' as const,
      before,
      after: { ...before, state: 'open' as const, match: null, updatedAt },
    };
  });
  await db.bankLines.bulkPut(changes.map(({ after }) => after));
  return changes;
}

async function living({ db }: CommandDeps, ids: readonly string[]): Promise<readonly ExpenseRow[]> {
  const rows = await db.expenses.bulkGet([...new Set(ids)]);
  return rows.flatMap((row) => (row === undefined || row.deletedAt !== null ? [] : [row]));
}
