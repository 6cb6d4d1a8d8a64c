import type { Transaction } from 'dexie';

/**
 * Schema 2: photos of pairs, saved views, undo, and where a pair lies. Frozen: a change is a new version beside this one,
 * never an edit here. Tables that are not named stay as schema 1 left them.
 */
export const V2_STORES = {
  photos: 'id, pairId',
  savedViews: 'id, screen',
  undos: 'id, at',
} as const;

/** What every row of a table gains from schema 1 to 2, by table. Rows of an older backup gain the same. */
export const V2_ADDED: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  inventory: { location: null },
  watchlistItems: { note: '', reachedAt: null },
};

/** Gives every stored row the fields schema 2 expects. Imports nothing of ours: it must do the same for ever. */
export async function upgradeToV2(transaction: Transaction): Promise<void> {
  for (const [table, added] of Object.entries(V2_ADDED)) {
    await transaction
      .table(table)
      .toCollection()
      .modify({ ...added });
  }
}
