import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { NoticeRow } from '../rows';

/**
 * Adds a notice unless one with this id was ever added. Call it in the transaction of the event itself: then the event
 * and its bell are one, and an event met twice rings once.
 *
 * @returns whether it was new
 */
export async function addNoticeOnce(db: ArchvdDatabase, notice: Omit<NoticeRow, 'shownAt'>): Promise<boolean> {
  if ((await db.notices.get(notice.id)) !== undefined) return false;
  await db.notices.add({ ...notice, shownAt: null });
  return true;
}

/** Notices nobody has shown yet, oldest first. */
export async function listUnshownNotices(db: ArchvdDatabase): Promise<readonly NoticeRow[]> {
  // null is no IndexedDB key, so the index on shownAt holds the shown ones only; the table is small and pruned.
  return db.notices
    .orderBy('at')
    .filter((notice) => notice.shownAt === null)
    .toArray();
}

export async function markNoticesShown(db: ArchvdDatabase, ids: readonly string[], now: Instant): Promise<void> {
  await db.notices
    .where('id')
    .anyOf([...ids])
    .modify({ shownAt: now });
}

/** Drops shown notices from before `before`. @returns how many went */
export async function pruneNotices(db: ArchvdDatabase, before: Instant): Promise<number> {
  return db.notices.where('shownAt').below(before).delete();
}
