import type { Transaction } from 'dexie';

/**
 * Schema 3: commands that became writes, holidays, price experiments, pictures for listings, and a pair's own price
 * bounds. Frozen: a change is a new version beside this one, never an edit here. Tables that are not named stay as the
 * schemas before left them.
 */
export const V3_STORES = {
  outbox: 'id, [state+nextAt], decisionId, entityId, groupId, batchId, runId',
  writeGroups: 'id, createdAt',
  vacations: 'id, startedAt',
  experiments: 'id, startedAt',
  listingPictures: 'id, pairId',
} as const;

/** What every row of a table gains from schema 2 to 3, by table. Rows of an older backup gain the same. */
export const V3_ADDED: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  inventory: { priceMinimum: null, priceMaximum: null },
};

/** Gives every stored row the fields schema 3 expects. Imports nothing of ours: it must do the same for ever. */
export async function upgradeToV3(transaction: Transaction): Promise<void> {
  for (const [table, added] of Object.entries(V3_ADDED)) {
    await transaction
      .table(table)
      .toCollection()
      .modify({ ...added });
  }
}
