import type { ArchvdDatabase } from '@/lib/db/database';

/** How many alerts rang that nobody has looked at. */
export async function unseenEvents(db: ArchvdDatabase): Promise<number> {
  return db.alertEvents.filter(({ seen }) => !seen).count();
}
