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

/** Columns the seller chose for files before; those of bank statements are read by the bank's own reader. */
export async function keptColumns(db: ArchvdDatabase): Promise<readonly KeptColumns[]> {
  return db.importMappings.filter(({ kind }) => kind !== 'bank').toArray();
}

/** Everything that is remembered of files' columns, by name. */
export async function keptMappings(db: ArchvdDatabase): Promise<readonly KeptColumns[]> {
  const rows = await db.importMappings.toArray();
  return rows.toSorted((a, b) => a.name.localeCompare(b.name) || a.createdAt - b.createdAt);
}

/** The import of the file with this digest that was not taken back; null: none. */
export async function importOfDigest(db: ArchvdDatabase, digest: string): Promise<PastImport | null> {
  const row = await db.imports.where('digest').equals(digest).first();
  return row === undefined || row.undoneAt !== null ? null : row;
}
