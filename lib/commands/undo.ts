import type { UndoRow } from '@/lib/db/rows';
import type { Pair } from '@/lib/domain/inventory/pair';
import { giveBackSale } from './give-back-sale';
import { CommandError, type CommandDeps } from './command-deps';
import { GONE } from './keep-undo';
import { logPairs } from './log-pairs';

export interface UndoResult {
  /** Rows that are as they were before. */
  readonly restored: number;
  /** Rows that were changed since, by anybody, and so were left as they are. */
  readonly left: number;
}

type Kept = UndoRow['rows'][number];

/**
 * Takes a command back: puts the rows back exactly as they were, save those that were changed since. Done once; a second
 * time changes nothing.
 *
 * @throws CommandError `not-found` when it is too long ago (the newest 200 commands can be taken back)
 */
export async function runUndo(deps: CommandDeps, undoId: string): Promise<UndoResult> {
  const { db } = deps;
  const tables = [db.inventory, db.sales, db.watchlistItems, db.photos, db.savedViews];
  return db.transaction('rw', [...tables, db.orders, db.activity, db.undos], async () => {
    const undo = await db.undos.get(undoId);
    if (undo === undefined)
      throw new CommandError('not-found', 'That is too long ago to be taken back. Nothing was changed.');
    if (undo.undoneAt !== null) return { restored: 0, left: 0 };
    const restored = await restore(deps, undo.rows);
    await db.undos.update(undoId, { undoneAt: deps.now() });
    const pairs = restored.filter(({ table, before }) => table === 'inventory' && before !== null);
    const pairIds = pairs.map(({ id }) => id);
    await logPairs(deps, { kind: 'undo/run', summary: `Taken back: ${NAMES[undo.kind] ?? undo.kind}`, pairIds });
    if (undo.kind === 'pair/sell') for (const { before } of pairs) await giveBackSale(deps, before as unknown as Pair);
    return { restored: restored.length, left: undo.rows.length - restored.length };
  });
}

const NAMES: Readonly<Record<string, string>> = {
  'pairs/edit': 'the change',
  'pairs/remove': 'the deletion',
  'pair/sell': 'the sale',
  'pair/unsell': 'the return of the sale',
  'pair/photo': 'the photo',
  'pair/take-over': 'the cost taken over',
};

/** Table by table, in one reading and one writing each. @returns the rows that were put back */
async function restore({ db }: CommandDeps, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const restored: Kept[] = [];
  for (const name of new Set(rows.map(({ table }) => table))) {
    const table = db.table<{ readonly updatedAt: number }, string>(name);
    const kept = rows.filter((row) => row.table === name);
    const present = await table.bulkGet(kept.map(({ id }) => id));
    const same = kept.filter((row, nth) => (present[nth]?.updatedAt ?? GONE) === row.stamp);
    await table.bulkDelete(same.filter(({ before }) => before === null).map(({ id }) => id));
    await db.table(name).bulkPut(same.flatMap(({ before }) => (before === null ? [] : [before])));
    restored.push(...same);
  }
  return restored;
}
