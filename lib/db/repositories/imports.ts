import type { ArchvdDatabase } from '../database';
import type { ImportRow } from '../rows';

/** The import of this very file (SHA-256 of its bytes, hex), or null when it was never read. */
export async function findImport(db: ArchvdDatabase, digest: string): Promise<ImportRow | null> {
  return (await db.imports.where('digest').equals(digest).first()) ?? null;
}

/** For the transaction that writes the imported rows. Throws `ConstraintError` when the file was imported before. */
export async function addImport(db: ArchvdDatabase, row: ImportRow): Promise<void> {
  await db.imports.add(row);
}
