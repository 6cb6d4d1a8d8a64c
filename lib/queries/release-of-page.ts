import type { ArchvdDatabase } from '@/lib/db/database';
import { releaseOnDay, type ReleaseKey } from '@/lib/db/repositories/release-on-day';

/** The calendar's own entry of a release a page names, by its id; null when it is not on the calendar. */
export async function releaseOfPage(db: ArchvdDatabase, key: ReleaseKey): Promise<string | null> {
  return (await releaseOnDay(db, key))?.id ?? null;
}
