import { matchedExpenses } from '@/lib/db/repositories/reconcile-books';
import { forgetPayouts } from './import-heirs';
import type { UndoWork } from './undo-work';

/** What a statement's line was matched with stays: the line would be matched with nothing. */
export async function undoMoney(work: UndoWork): Promise<void> {
  const { db } = work.deps;
  const found = await matchedExpenses(db);
  for (const table of [db.expenses, db.payouts]) {
    const rows = await table.where('importId').equals(work.row.id).toArray();
    const isFound = (row: (typeof rows)[number]) => ('bankLineId' in row ? row.bankLineId !== null : found.has(row.id));
    const mine = rows.filter((row) => row.createdAt === row.updatedAt && !isFound(row));
    await table.bulkDelete(mine.map(({ id }) => id));
    const ids = new Set(mine.map(({ id }) => id));
    if (table === db.payouts) await forgetPayouts(work.deps, [...ids]);
    for (const { id } of rows.filter((row) => !ids.has(row.id))) await table.update(id, { importId: null });
    work.counts.removed += mine.length;
    work.counts.left += rows.length - mine.length;
  }
}
