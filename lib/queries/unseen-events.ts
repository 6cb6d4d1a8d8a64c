import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertEventRow } from '@/lib/db/watching-rows';
import { newestFirst } from './newest-first';

/** How many alerts rang that nobody has looked at. */
export async function unseenEvents(db: ArchvdDatabase): Promise<number> {
  return db.alertEvents.filter(({ seen }) => !seen).count();
}

/** What rang last of what nobody has looked at. */
export async function newestUnseen(db: ArchvdDatabase): Promise<AlertEventRow | null> {
  const found = await newestFirst(db.alertEvents.orderBy('at'))
    .filter(({ seen }) => !seen)
    .first();
  return found ?? null;
}
