import type { Transaction } from 'dexie';

/**
 * Schema 4: alerts, releases, what is still searched for, gaps in known sales, and how sites were read. Frozen: a change
 * is a new version beside this one, never an edit here. Tables that are not named stay as the schemas before left them.
 */
export const V4_STORES = {
  alerts: 'id, itemId, catalogId, kind',
  alertEvents: 'id, alertId, catalogId, at',
  watchRequests: 'id, watchlistId, batchId, state',
  releases: 'id, date, catalogId, importId, &ref',
  salesGaps: 'id, [catalogId+usSize]',
  siteReads: 'id, day',
} as const;

type Added = string | number | boolean | null;

/** What every row of a table gains from schema 3 to 4, by table. Rows of an older backup gain the same. */
export const V4_ADDED: Readonly<Record<string, Readonly<Record<string, Added>>>> = {
  inventory: { boughtUrl: null },
  watchlists: { position: 0 },
  alertEvents: {
    itemId: null,
    catalogId: null,
    usSize: null,
    kind: 'ask-at-or-below',
    onBadge: false,
    title: '',
    message: '',
    digest: null,
  },
};

/** Gives every stored row the fields schema 4 expects. Imports nothing of ours: it must do the same for ever. */
export async function upgradeToV4(transaction: Transaction): Promise<void> {
  for (const [table, added] of Object.entries(V4_ADDED)) {
    await transaction
      .table(table)
      .toCollection()
      .modify({ ...added });
  }
}
