import type { ImportChangeRow } from '@/lib/db/money-rows';
import type { ImportRow } from '@/lib/db/rows';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { CommandDeps } from './command-deps';
import { settleWithin } from './settle-sales';

/** An import that is being taken back, and how many rows that came to until now. */
export interface UndoWork {
  readonly deps: CommandDeps;
  readonly row: ImportRow;
  readonly counts: { removed: number; restored: number; left: number };
}

/** Rows that are taken back in one transaction. */
export const PIECE = 500;

/** Some of what the import changed in a table. */
export function changesOf({ deps, row }: UndoWork, name: string): Promise<ImportChangeRow[]> {
  const own = deps.db.importChanges.where('importId').equals(row.id);
  return own
    .filter(({ table }) => table === name)
    .limit(PIECE)
    .toArray();
}

/** What was freed may be the pair of a sale that another file told. */
export async function settleFreed({ deps, row }: UndoWork, pairs: readonly Pair[]): Promise<void> {
  const codes = [...new Set(pairs.flatMap(({ styleCode }) => styleCode ?? []))];
  if (codes.length > 0) await settleWithin(deps, row.id, codes);
}

export function isUntouched({ createdAt, updatedAt }: Pair): boolean {
  return createdAt === updatedAt;
}
