import type { ArchvdDatabase } from '@/lib/db/database';
import type { UndoRow, WatchlistItemRow } from '@/lib/db/rows';
import { sameTarget } from './edit-watch-item';

type Kept = UndoRow['rows'][number];

/**
 * Watched items as an undo may put them back. One whose product and size another item watches by now stays away, since
 * both would ring; one that rang since for the very same target does not ring for it again.
 */
export async function watchedAgain(db: ArchvdDatabase, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const back: Kept[] = [];
  for (const row of rows) {
    const before = row.table === 'watchlistItems' ? (row.before as unknown as WatchlistItemRow | null) : null;
    if (before === null) back.push(row);
    else if (!(await hasTwin(db, before)))
      back.push({ ...row, before: { ...before, ...(await rungSince(db, before)) } });
  }
  return back;
}

async function hasTwin(db: ArchvdDatabase, { id, catalogId, usSize, deletedAt }: WatchlistItemRow): Promise<boolean> {
  const items = await db.watchlistItems.where('catalogId').equals(catalogId).toArray();
  const living = items.filter((item) => item.id !== id && item.deletedAt === null && item.usSize === usSize);
  return deletedAt === null && living.length > 0;
}

async function rungSince(
  db: ArchvdDatabase,
  before: WatchlistItemRow,
): Promise<Partial<Pick<WatchlistItemRow, 'reachedAt'>>> {
  const present = await db.watchlistItems.get(before.id);
  const isSame = present?.usSize === before.usSize && sameTarget(present.targetPrice, before.targetPrice);
  return isSame ? { reachedAt: present.reachedAt } : {};
}
