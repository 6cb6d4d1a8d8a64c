import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/**
 * Where the last reading of a product's prices is told. Each region has its own: what was read for one says nothing of
 * another.
 *
 * @example `pricesCursorId('dunk', null)` is `alias/prices/dunk`; in region 2 it is `alias/prices-in/2/dunk`
 */
export function pricesCursorId(catalogId: string, regionId: string | null): string {
  return regionId === null ? `alias/prices/${catalogId}` : `alias/prices-in/${regionId}/${catalogId}`;
}

/**
 * Where the last reading of only the consigned pairs' prices is told, or of only those that sellers hold: it says nothing
 * of the prices of both.
 */
export function heldPricesCursorId(catalogId: string, regionId: string | null, consigned: boolean): string {
  return `alias/prices-held/${consigned ? 'consigned' : 'with-you'}/${regionId ?? 'global'}/${catalogId}`;
}

/** Cursors of single sizes and products that only say when to ask again; those of lists and prices tell more. */
const REMINDER = /\/(recent-sales|unknown-product)\//;

/** Drops reminders of what nobody has asked for since `before`: sizes no longer offered. @returns how many went */
export async function pruneReminders(db: ArchvdDatabase, before: Instant): Promise<number> {
  return db.cursors.filter((cursor) => REMINDER.test(cursor.id) && (cursor.startedAt ?? 0) < before).delete();
}
