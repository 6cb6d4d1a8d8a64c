import type { ImportMappingRow } from '@/lib/db/money-rows';
import { checkText } from './check-pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

export interface MappingWish {
  readonly name: string;
  readonly source: string;
  readonly header: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, ImportMappingRow['kind']>> = {
  'own-stock': 'inventory',
  'own-expenses': 'expenses',
};

/** Keeps which column is what; the one for the same headings is replaced, and keeps its name. */
export async function keepMapping(deps: CommandDeps, wish: MappingWish): Promise<{ readonly mappingId: string }> {
  const { db } = deps;
  return db.transaction('rw', db.importMappings, async () => {
    const header = JSON.stringify(wish.header);
    const before = (await db.importMappings.toArray()).find(
      (row) => row.kind !== 'bank' && JSON.stringify(row.header) === header,
    );
    const now = deps.now();
    const row: ImportMappingRow = {
      id: before?.id ?? deps.newId(),
      createdAt: before?.createdAt ?? now,
      updatedAt: before === undefined ? now : stampAfter(before.updatedAt, now),
      name: before?.name ?? wish.name,
      kind: KINDS[wish.source] ?? 'sales',
      header: wish.header,
      settings: { source: wish.source, columns: wish.columns },
    };
    await db.importMappings.put(row);
    return { mappingId: row.id };
  });
}

/** Longest name, in characters. */
const LONGEST_NAME = 120;

type Undone = Promise<{ readonly undoId: string | null }>;

/**
 * Gives one another name.
 *
 * @throws CommandError `not-found`; `bad-value` for no name or one that is too long
 */
export async function renameMapping(deps: CommandDeps, mappingId: string, name: string): Undone {
  const { db } = deps;
  const named = name.trim();
  if (named === '') throw new CommandError('bad-value', 'The columns need a name. Nothing was changed.');
  checkText('The name', named, LONGEST_NAME);
  return db.transaction('rw', [db.importMappings, db.undos], async () => {
    const before = await existing(deps, mappingId);
    if (before.name === named) return { undoId: null };
    const after = { ...before, name: named, updatedAt: stampAfter(before.updatedAt, deps.now()) };
    await db.importMappings.put(after);
    return { undoId: await keepUndo(deps, 'imports/rename-mapping', [{ table: 'importMappings', before, after }]) };
  });
}

/**
 * Forgets one; files with its headings are guessed at again.
 *
 * @throws CommandError `not-found`
 */
export async function forgetMapping(deps: CommandDeps, mappingId: string): Undone {
  const { db } = deps;
  return db.transaction('rw', [db.importMappings, db.undos], async () => {
    const before = await existing(deps, mappingId);
    await db.importMappings.delete(mappingId);
    return {
      undoId: await keepUndo(deps, 'imports/forget-mapping', [{ table: 'importMappings', before, after: null }]),
    };
  });
}

async function existing({ db }: CommandDeps, mappingId: string): Promise<ImportMappingRow> {
  const row = await db.importMappings.get(mappingId);
  if (row === undefined)
    throw new CommandError('not-found', 'Those columns were forgotten already. Nothing was changed.');
  return row;
}
