import type { UndoRow } from '@/lib/db/rows';
import { instant, type Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import type { UndoKind } from './undo-names';

/** Stamp of a row that a command took away: it is not there afterwards, and undo puts it back only while it is not. */
export const GONE: Instant = instant(0);

/** How many commands can be taken back. */
const KEPT = 200;

/** Commands on more rows than this hold megabytes of what was before, in every backup too; only a few are kept. */
const MANY_ROWS = 1000;
const MANY_KEPT = 3;

type UndoTable = UndoRow['rows'][number]['table'];

/** A row before and after a command; null: not there. */
export interface RowChange {
  readonly table: UndoTable;
  readonly before: (object & { readonly id: string }) | null;
  readonly after: { readonly id: string; readonly updatedAt: Instant } | null;
}

/**
 * Writes down how to take a command back. Call it in the transaction of the command, which must span `undos`.
 *
 * @returns the id `runUndo` takes, or null when nothing was changed and so nothing is written
 */
export async function keepUndo(
  deps: CommandDeps,
  kind: UndoKind,
  changes: readonly RowChange[],
): Promise<string | null> {
  const rows = changes.flatMap(({ table, before, after }) => {
    const id = after?.id ?? before?.id;
    return id === undefined
      ? []
      : [{ table, id, before: before === null ? null : { ...before }, stamp: after?.updatedAt ?? GONE }];
  });
  if (rows.length === 0) return null;
  const undo: UndoRow = { id: deps.newId(), at: deps.now(), kind, undoneAt: null, rows };
  await deps.db.undos.add(undo);
  await prune(deps, rows.length > MANY_ROWS);
  return undo.id;
}

/** When a row is changed: now, but always later than it was changed before, so that a stamp names one change. */
export function stampAfter(before: Instant, now: Instant): Instant {
  return now > before ? now : instant(before + 1);
}

async function prune({ db }: CommandDeps, many: boolean): Promise<void> {
  const surplus = (await db.undos.count()) - KEPT;
  if (surplus > 0) await db.undos.bulkDelete(await db.undos.orderBy('at').limit(surplus).primaryKeys());
  if (!many) return;
  const large: string[] = [];
  await db.undos.orderBy('at').each((undo) => {
    if (undo.rows.length > MANY_ROWS) large.push(undo.id);
  });
  await db.undos.bulkDelete(large.slice(0, -MANY_KEPT));
}
