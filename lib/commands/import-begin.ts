import type { ImportRow } from '@/lib/db/rows';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

export interface ImportWish {
  readonly kind: Extract<ImportRow['kind'], 'sales' | 'inventory' | 'expenses' | 'payouts'>;
  readonly fileName: string;
  /** SHA-256 of the file, hex. */
  readonly digest: string;
  readonly source: string;
  readonly rows: number;
}

/**
 * Opens an import, or goes on with the one of the same file: what of it is in the books already stays and is recognised row
 * by row.
 *
 * @returns `known`: this very file was imported before and not taken back
 */
export async function beginImport(
  deps: CommandDeps,
  wish: ImportWish,
): Promise<{ readonly importId: string; readonly known: boolean }> {
  const { db } = deps;
  return db.transaction('rw', db.imports, async () => {
    const known = await db.imports.where('digest').anyOf(wish.digest, beside(wish.digest)).toArray();
    // What a statement or a ledger brought is another import of the same file, and is taken back by itself.
    const before = known.find(({ standing }) => standing !== undefined);
    if (before?.standing === 'undoing')
      throw new CommandError('not-allowed', 'This import is being taken back. Finish that first. Nothing was changed.');
    const now = deps.now();
    if (before !== undefined) {
      const updatedAt = stampAfter(before.updatedAt, now);
      await db.imports.put({ ...before, ...wish, digest: before.digest, standing: 'running', updatedAt });
      return { importId: before.id, known: before.standing !== 'running' };
    }
    const id = deps.newId();
    const digest = known.length === 0 ? wish.digest : beside(wish.digest);
    const row = {
      ...wish,
      digest,
      id,
      createdAt: now,
      updatedAt: now,
      applied: 0,
      skipped: 0,
      problems: [],
      undoneAt: null,
    };
    await db.imports.add({ ...row, standing: 'running', counts: {} });
    return { importId: id, known: false };
  });
}

/** A digest is unique among imports; of a file that was read as a statement too, this one is the other. */
const beside = (digest: string): string => `${digest}:rows`;

/**
 * The import a piece of a file belongs to. To be called in the transaction that writes the piece.
 *
 * @throws CommandError `not-found` when it was taken back meanwhile, or never begun
 */
export async function runningImport({ db }: CommandDeps, importId: string): Promise<ImportRow> {
  const row = await db.imports.get(importId);
  if (row === undefined || row.undoneAt !== null || row.standing !== 'running')
    throw new CommandError('not-found', 'This import was ended or taken back. Nothing more was written.');
  return row;
}

/** Adds what a piece did to what the import did so far. In the same transaction. */
export async function countImport(
  { db }: CommandDeps,
  row: ImportRow,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const total: Record<string, number> = { ...row.counts };
  for (const [name, count] of Object.entries(counts)) if (count > 0) total[name] = (total[name] ?? 0) + count;
  const of = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (total[name] ?? 0), 0);
  const applied = of('added', 'filled', 'changed');
  await db.imports.update(row.id, { counts: total, applied, skipped: of('same', 'conflict') });
}
