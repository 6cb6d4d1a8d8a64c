import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** Cursors of single sizes and products that only say when to ask again; those of lists and prices tell more. */
const REMINDER = /\/(recent-sales|unknown-product)\//;

/** Drops reminders of what nobody has asked for since `before`: sizes no longer offered. @returns how many went */
export async function pruneReminders(db: ArchvdDatabase, before: Instant): Promise<number> {
  return db.cursors.filter((cursor) => REMINDER.test(cursor.id) && (cursor.startedAt ?? 0) < before).delete();
}
