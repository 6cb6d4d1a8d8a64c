import type { WatchlistItemRow } from '@/lib/db/rows';
import { appendActivity } from '@/lib/db/repositories/activity';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, type RowChange } from './keep-undo';

/** A watched item before and after a command. `before` null: it was not watched. */
interface WatchChange {
  readonly kind: 'watch/add' | 'watch/edit' | 'watch/remove';
  readonly before: WatchlistItemRow | null;
  readonly after: WatchlistItemRow;
  readonly summary: string;
  /** What changed with it and goes back with it. */
  readonly also?: readonly RowChange[];
}

/** Writes the changed item, how it was, and a line of the log; for the command's transaction. @returns the undo's id */
export async function writeWatchChange(
  deps: CommandDeps,
  { kind, before, after, summary, also = [] }: WatchChange,
): Promise<string | null> {
  const { db } = deps;
  const undoId = await keepUndo(deps, kind, [{ table: 'watchlistItems', before, after }, ...also]);
  await db.watchlistItems.put(after);
  await appendActivity(db, {
    id: deps.newId(),
    at: deps.now(),
    kind,
    by: 'user',
    entity: { table: 'watchlistItems', id: after.id },
    summary,
    facts: {
      catalogId: after.catalogId,
      usSize: after.usSize,
      minor: after.targetPrice?.minor ?? null,
      currency: after.targetPrice?.currency ?? null,
    },
  });
  return undoId;
}

/** @throws CommandError `not-found` when it is not watched any more */
export async function watchedItem({ db }: CommandDeps, itemId: string): Promise<WatchlistItemRow> {
  const item = await db.watchlistItems.get(itemId);
  if (item === undefined || item.deletedAt !== null)
    throw new CommandError('not-found', 'That is no longer on your watch list. Nothing was changed.');
  return item;
}
