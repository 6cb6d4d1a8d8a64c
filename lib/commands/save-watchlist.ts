import { livingLists } from '@/lib/db/repositories/watchlists';
import type { WatchlistRow } from '@/lib/db/rows';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { existingList } from './watchlist-of';

export interface WatchlistChange {
  /** null: a new list, which stands last. */
  readonly id: string | null;
  readonly name: string;
}

/** More lists than this are no overview any more. */
const MOST_LISTS = 100;

/**
 * Makes a list or gives one another name.
 *
 * @returns the list's id; `undoId` is null when it was called that already
 * @throws CommandError `not-found`; `bad-value` when another list has that name; `too-many` past 100 lists
 */
export async function saveWatchlist(
  deps: CommandDeps,
  { id, name }: WatchlistChange,
): Promise<{ readonly id: string; readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlists, db.undos], async () => {
    const before = id === null ? null : await existingList(deps, id);
    if (before?.name === name) return { id: before.id, undoId: null };
    const lists = await livingLists(db);
    if (lists.some((list) => list.id !== id && list.name.toLowerCase() === name.toLowerCase()))
      throw new CommandError('bad-value', 'Another list has that name. Nothing was changed.');
    if (before === null && lists.length >= MOST_LISTS)
      throw new CommandError('too-many', 'There are 100 lists already. Nothing was changed.');
    const now = deps.now();
    const last = Math.max(-1, ...lists.map(({ position }) => position));
    const after: WatchlistRow =
      before === null
        ? { id: deps.newId(), createdAt: now, updatedAt: now, deletedAt: null, name, position: last + 1 }
        : { ...before, name, updatedAt: stampAfter(before.updatedAt, now) };
    const kind = before === null ? 'watchlist/add' : 'watchlist/rename';
    const undoId = await keepUndo(deps, kind, [{ table: 'watchlists', before, after }]);
    await db.watchlists.put(after);
    return { id: after.id, undoId };
  });
}
