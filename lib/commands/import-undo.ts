import { appendActivity } from '@/lib/db/repositories/activity';
import { barcodeSource } from './learn-barcodes';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { settleTables } from './settle-sales';
import { undoAfterSale } from './undo-after-sale';
import { undoMoney } from './undo-import-money';
import { undoFilledPairs, undoMadePairs } from './undo-import-pairs';
import { undoChangedSales, undoMadeSales } from './undo-import-sales';
import { undoRates } from './undo-rates';
import type { UndoWork } from './undo-work';

export interface UndoneImport {
  /** Whether all of it is back; otherwise ask again. */
  readonly done: boolean;
  readonly removed: number;
  readonly restored: number;
  /** Changed since by somebody, and so left as they are. */
  readonly left: number;
}

/**
 * Takes an import back piece by piece: rows it made go, rows it changed are as they were before, both unless somebody changed
 * them since. Each piece is whole; one that was cut off goes on where it stopped. When it is over, the file may come again.
 *
 * @throws CommandError `not-found` when there is no such import, or it was taken back already
 */
export async function undoImport(deps: CommandDeps, importId: string): Promise<UndoneImport> {
  const { db } = deps;
  const tables = [...settleTables(deps), db.payouts, db.expenses, db.bankLines, db.barcodes, db.fxRates, db.activity];
  return db.transaction('rw', tables, async () => {
    const row = await db.imports.get(importId);
    if (row === undefined || row.undoneAt !== null)
      throw new CommandError('not-found', 'That import was taken back already. Nothing was changed.');
    if (row.standing === undefined)
      throw new CommandError(
        'not-allowed',
        'Imports made before this version cannot be taken back. Nothing was changed.',
      );
    const counts = { removed: 0, restored: 0, left: row.standing === 'undoing' ? (row.counts?.['left'] ?? 0) : 0 };
    const work = { deps, row, counts };
    const done = await step(work);
    if (done) await finish(work);
    else await db.imports.update(importId, { standing: 'undoing', counts: { ...row.counts, left: counts.left } });
    return { done, ...counts };
  });
}

/** In this order: what changed a sale goes before the sale, and sales before the stock they were sold of. */
const PARTS = [undoRates, undoAfterSale, undoChangedSales, undoMadeSales, undoFilledPairs, undoMadePairs] as const;

/** @returns whether nothing is left to do */
async function step(work: UndoWork): Promise<boolean> {
  for (const part of PARTS) if (await part(work)) return false;
  await undoMoney(work);
  return true;
}

async function finish({ deps, row, counts }: UndoWork): Promise<void> {
  const { db } = deps;
  await db.barcodes.filter(({ source }) => source === barcodeSource(row.id)).delete();
  await db.importChanges.where('importId').equals(row.id).delete();
  const now = deps.now();
  // Rows that were changed since carry the import's name no more: a second undo would have nothing of it.
  const digest = `${row.digest}~${row.id}`;
  await db.imports.put({
    ...row,
    standing: 'done',
    digest,
    undoneAt: now,
    updatedAt: stampAfter(row.updatedAt, now),
  });
  await appendActivity(db, {
    id: deps.newId(),
    at: now,
    kind: 'import/undo',
    by: 'user',
    entity: { table: 'imports', id: row.id },
    summary: 'Import taken back',
    facts: { fileName: row.fileName, left: counts.left },
  });
}
