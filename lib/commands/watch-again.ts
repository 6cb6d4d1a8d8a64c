import type { ArchvdDatabase } from '@/lib/db/database';
import { watchKey } from '@/lib/db/repositories/watchlists';
import type { UndoRow, WatchlistItemRow } from '@/lib/db/rows';
import { sameTarget } from './edit-watch-item';

type Kept = UndoRow['rows'][number];

/**
 * What an undo takes back. Of many things watched at once that is also what the search found since, and what it still
 * looks for, however far it has come.
 */
export async function rowsOfUndo(db: ArchvdDatabase, { id, kind, rows }: UndoRow): Promise<readonly Kept[]> {
  if (kind !== 'watch/add-many') return rows;
  const requests = await db.watchRequests.where('batchId').equals(id).toArray();
  const found = await db.watchlistItems.bulkGet(requests.flatMap(({ itemId }) => itemId ?? []));
  // Added by the search itself: item and request bear the moment of one transaction.
  const addedAt = new Map(requests.map((request) => [request.itemId, request.updatedAt]));
  const added = found.flatMap((item) => {
    const isOurs = item !== undefined && item.deletedAt === null && item.createdAt === addedAt.get(item.id);
    return isOurs ? [item] : [];
  });
  const gone = (table: Kept['table']) => (row: Stamped) => ({ table, id: row.id, before: null, stamp: row.updatedAt });
  return [
    ...rows.filter((row) => row.table !== 'watchRequests'),
    ...requests.map(gone('watchRequests')),
    // Changed since, they stay.
    ...added.map(({ id: itemId, createdAt }) => gone('watchlistItems')({ id: itemId, updatedAt: createdAt })),
  ];
}

type Stamped = Pick<WatchlistItemRow, 'id' | 'updatedAt'>;

/**
 * Watched items and lists as an undo may put them back. An item stays away when its list holds that product and size by
 * now, since both would ring, or when its list is gone; one that rang since for the very same target does not ring for it
 * again. A list that was made stays while something else stands in it, or is still searched for.
 */
export async function watchedAgain(db: ArchvdDatabase, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const lists = await listsAfter(db, rows);
  const back: Kept[] = [];
  for (const row of rows) {
    const before = row.table === 'watchlistItems' ? (row.before as unknown as WatchlistItemRow | null) : null;
    if (row.table === 'watchlists' && row.before === null && (await holdsMore(db, row.id, rows))) continue;
    if (before === null) back.push(row);
    else if (lists.has(before.watchlistId) && !(await hasTwin(db, before)))
      back.push({ ...row, before: { ...before, ...(await rungSince(db, before)) } });
  }
  // What hangs on an item goes where it goes.
  const away = new Set(
    rows.filter((row) => row.table === 'watchlistItems' && !back.some(isOf(row))).map(({ id }) => id),
  );
  return back.filter((row) => row.table !== 'alerts' || !away.has(String(row.before?.['itemId'])));
}

const isOf = (row: Kept) => (other: Kept) => other.table === row.table && other.id === row.id;

async function listsAfter(db: ArchvdDatabase, rows: readonly Kept[]): Promise<ReadonlySet<string>> {
  if (!rows.some(({ table }) => table === 'watchlistItems')) return new Set();
  const living = (await db.watchlists.toArray()).filter((list) => list.deletedAt === null).map(({ id }) => id);
  const back = rows.filter((row) => row.table === 'watchlists' && row.before !== null).map(({ id }) => id);
  return new Set([...living, ...back]);
}

async function holdsMore(db: ArchvdDatabase, listId: string, rows: readonly Kept[]): Promise<boolean> {
  const items = await db.watchlistItems.where('watchlistId').equals(listId).toArray();
  if (items.some((item) => item.deletedAt === null && !rows.some(({ id }) => id === item.id))) return true;
  const requests = await db.watchRequests.where('watchlistId').equals(listId).toArray();
  return requests.some((request) => !rows.some(({ id }) => id === request.id));
}

async function hasTwin(db: ArchvdDatabase, before: WatchlistItemRow): Promise<boolean> {
  if (before.deletedAt !== null) return false;
  const items = await db.watchlistItems.where('catalogId').equals(before.catalogId).toArray();
  return items.some((item) => item.id !== before.id && item.deletedAt === null && watchKey(item) === watchKey(before));
}

async function rungSince(
  db: ArchvdDatabase,
  before: WatchlistItemRow,
): Promise<Partial<Pick<WatchlistItemRow, 'reachedAt'>>> {
  const present = await db.watchlistItems.get(before.id);
  const isSame = present?.usSize === before.usSize && sameTarget(present.targetPrice, before.targetPrice);
  return isSame ? { reachedAt: present.reachedAt } : {};
}
