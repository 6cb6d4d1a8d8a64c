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

/** Gives every stored row the fields schema 2 expects. Imports nothing of ours: it must do the same for ever. */
export async function upgradeToV2(transaction: Transaction): Promise<void> {
  await transaction.table('inventory').toCollection().modify({ location: null });
  await transaction.table('watchlistItems').toCollection().modify({ note: '', reachedAt: null });
}
