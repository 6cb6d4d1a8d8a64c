import type { ArchvdDatabase } from '../database';

/** Whether there is anything whose prices are read: listings, what is watched, or pairs. Asked every minute. */
export async function hasPricesToRead(db: ArchvdDatabase): Promise<boolean> {
  for (const table of [db.inventory, db.listings, db.watchlistItems]) {
    if ((await table.limit(1).count()) > 0) return true;
  }
  return false;
}
