import type { Instant } from '@/lib/domain/time/instant';
import { SCHEMA_VERSION, type AnyTable, type ArchvdDatabase } from '../database';
import { BACKUP_FORMAT, chainDigest, DEVICE_TABLES } from './backup-format';

const ROWS_PER_LINE = 500;

/** Megabytes each, and on their way to alias anyway: seven daily copies of them would be gigabytes. */
const PICTURES = 'listingPictures';

export interface ExportedBackup {
  /** Uncompressed text, see `backup-format`. */
  readonly file: Blob;
  readonly rows: number;
}

/**
 * Everything in the books as one file, as of one moment. 10,000 listings with their products, prices and orders are
 * about 30 MB of text; the rows themselves are held one table at a time.
 */
export async function exportDatabase(db: ArchvdDatabase, now: Instant): Promise<ExportedBackup> {
  const tables = db.tables.filter((table) => !DEVICE_TABLES.includes(table.name));
  const counts: Record<string, number> = {};
  const lines = [JSON.stringify({ format: BACKUP_FORMAT, schemaVersion: SCHEMA_VERSION, createdAt: now })];
  // One transaction, so that a sale and its pair are from the same moment. Digest and compression come after it.
  await db.transaction('r', tables, async () => {
    for (const table of tables) {
      const rows = table.name === PICTURES ? await picturesWithoutBytes(db) : await allOf(table);
      counts[table.name] = rows.length;
      for (let at = 0; at < rows.length; at += ROWS_PER_LINE) {
        lines.push(JSON.stringify({ table: table.name, rows: rows.slice(at, at + ROWS_PER_LINE) }));
      }
    }
  });
  lines.push(JSON.stringify({ end: true, counts, sha256: await chainDigest(lines) }));
  const file = new Blob(
    lines.map((line) => `${line}\n`),
    { type: 'application/json' },
  );
  return { file, rows: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

function allOf(table: AnyTable): PromiseLike<readonly unknown[]> {
  return table.toArray();
}

/** One after the other, so that they are never held together. Such a row reads as one whose bytes are no longer here. */
async function picturesWithoutBytes(db: ArchvdDatabase): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  await db.listingPictures.each((picture) => {
    rows.push({ ...picture, dataUrl: null });
  });
  return rows;
}
