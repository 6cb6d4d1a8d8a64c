import type { ArchvdDatabase } from '@/lib/db/database';
import type { ImportRow } from '@/lib/db/rows';
import type { ImportMappingRow } from '@/lib/db/money-rows';
import { newestFirst } from './newest-first';

export type PastImport = ImportRow;
export type KeptColumns = ImportMappingRow;

const MOST = 200;

/** What was imported, the newest first: at most 200. */
export async function pastImports(db: ArchvdDatabase): Promise<readonly PastImport[]> {
  return newestFirst(db.imports.orderBy('createdAt')).limit(MOST).toArray();
}

/** Columns the seller chose for files before. */
export async function keptColumns(db: ArchvdDatabase): Promise<readonly KeptColumns[]> {
  return db.importMappings.toArray();
}

/** The import of the file with this digest that was not taken back; null: none. */
export async function importOfDigest(db: ArchvdDatabase, digest: string): Promise<PastImport | null> {
  const row = await db.imports.where('digest').equals(digest).first();
  return row === undefined || row.undoneAt !== null ? null : row;
}
