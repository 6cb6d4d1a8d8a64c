import { afterSaleRow, orderOf, readAfterSale, toldIn } from '@/lib/db/repositories/after-sale';
import { afterSaleProblem } from '@/lib/domain/imports/after-sale-problem';
import type { AfterSaleEntry } from '@/lib/domain/imports/entry';
import type { CommandDeps } from './command-deps';
import { countImport, runningImport } from './import-begin';
import type { PieceResult } from './import-sales';
import { settleAfterSale } from './settle-after-sale';
import { settleTables } from './settle-sales';

export interface AfterSalePiece {
  readonly importId: string;
  readonly entries: readonly AfterSaleEntry[];
}

/**
 * Writes a piece of the refunds and later fees of a file, all of it or nothing. One that is known already, from whichever
 * file, is taken off once; one whose sale is not in the books is kept aside, told, and taken off when the sale comes.
 *
 * @throws CommandError `not-found` when the import was taken back meanwhile
 * @example 2 of August's sales are refunded in September's file: each is lowered or reversed, whichever file came first
 */
export async function importAfterSale(deps: CommandDeps, piece: AfterSalePiece): Promise<PieceResult> {
  const { db } = deps;
  const { importId, entries } = piece;
  return db.transaction('rw', settleTables(deps), async () => {
    const row = await runningImport(deps, importId);
    const orders = new Set(entries.map(orderOf));
    const before = await readAfterSale(db, orders);
    const known = new Set([...before.values()].flat().map((each) => nameOf(toldIn(each))));
    await db.importChanges.bulkPut(entries.map((entry) => afterSaleRow(entry, importId, deps.now())));
    const settled = await settleAfterSale(deps, importId, entries);
    const conflicts: { line: number; reason: string }[] = [];
    let [changed, same] = [0, 0];
    for (const entry of entries) {
      const sales = (settled.get(orderOf(entry)) ?? []).map(({ after }) => after);
      const reason = afterSaleProblem(sales, entry);
      if (reason !== null) conflicts.push({ line: entry.line, reason });
      else if (known.has(nameOf(entry))) same += 1;
      else changed += 1;
    }
    const counts = { added: 0, filled: 0, changed, same };
    await countImport(deps, row, { ...counts, conflict: conflicts.length });
    return { ...counts, conflicts };
  });
}

const nameOf = (entry: AfterSaleEntry): string => `${orderOf(entry)}|${entry.ref}`;
