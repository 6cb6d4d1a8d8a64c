import type { ImportMappingRow } from '@/lib/db/money-rows';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

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

/** Keeps which column is what; the one for the same headings is replaced. */
export async function keepMapping(deps: CommandDeps, wish: MappingWish): Promise<{ readonly mappingId: string }> {
  const { db } = deps;
  return db.transaction('rw', db.importMappings, async () => {
    const header = JSON.stringify(wish.header);
    const before = (await db.importMappings.toArray()).find((row) => JSON.stringify(row.header) === header);
    const now = deps.now();
    const row: ImportMappingRow = {
      id: before?.id ?? deps.newId(),
      createdAt: before?.createdAt ?? now,
      updatedAt: before === undefined ? now : stampAfter(before.updatedAt, now),
      name: wish.name,
      kind: KINDS[wish.source] ?? 'sales',
      header: wish.header,
      settings: { source: wish.source, columns: wish.columns },
    };
    await db.importMappings.put(row);
    return { mappingId: row.id };
  });
}

/** Forgets one; files with its headings are guessed at again. */
export async function forgetMapping({ db }: CommandDeps, mappingId: string): Promise<void> {
  await db.importMappings.delete(mappingId);
}
