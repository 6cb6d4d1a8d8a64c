import type { ArchvdDatabase } from '../database';
import type { CursorRow } from '../rows';

/** How far a list was read; null when it never was. */
export async function getCursor(db: ArchvdDatabase, id: string): Promise<CursorRow | null> {
  return (await db.cursors.get(id)) ?? null;
}

/** Call it in the transaction that writes the page's rows: either both are kept or neither. */
export async function putCursor(db: ArchvdDatabase, cursor: CursorRow): Promise<void> {
  await db.cursors.put(cursor);
}
