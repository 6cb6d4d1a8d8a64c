import type { ArchvdDatabase } from '@/lib/db/database';

/** How many products are watched, each once however many of its sizes are. */
export async function countWatched(db: ArchvdDatabase): Promise<number> {
  const items = (await db.watchlistItems.toArray()).filter(({ deletedAt }) => deletedAt === null);
  return new Set(items.map(({ catalogId }) => catalogId)).size;
}
