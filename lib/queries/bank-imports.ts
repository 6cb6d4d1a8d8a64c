import type { ArchvdDatabase } from '@/lib/db/database';
import type { ImportRow } from '@/lib/db/rows';

const MOST_IMPORTS = 50;

export async function bankImports(db: ArchvdDatabase): Promise<readonly ImportRow[]> {
  const rows = await db.imports.filter(({ kind, undoneAt }) => kind === 'bank' && undoneAt === null).toArray();
  return rows.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, MOST_IMPORTS);
}
