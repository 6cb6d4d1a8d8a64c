import { AFTER_SALE, toldIn } from '@/lib/db/repositories/after-sale';
import { isChangedBy, settleAfterSale } from './settle-after-sale';
import { changesOf, type UndoWork } from './undo-work';

/** Refunds and fees the import told: without them the sales of their orders are as the others tell. */
export async function undoAfterSale(work: UndoWork): Promise<boolean> {
  const { deps, row, counts } = work;
  const told = await changesOf(work, AFTER_SALE);
  await deps.db.importChanges.bulkDelete(told.map(({ id }) => id));
  const settled = await settleAfterSale(deps, row.id, told.map(toldIn));
  counts.restored += [...settled.values()].flat().filter(isChangedBy).length;
  return told.length > 0;
}
