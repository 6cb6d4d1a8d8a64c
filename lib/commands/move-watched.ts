import { itemsOfList, watchKey } from '@/lib/db/repositories/watchlists';
import { CommandError, type CommandDeps } from './command-deps';
import { stillWatched } from './items-going';
import { keepUndo, stampAfter } from './keep-undo';
import { logWatched } from './log-watched';
import { existingList } from './watchlist-of';

/**
 * Moves what is watched into another list, with its target and its alerts. What that list holds already stays where it is.
 *
 * @returns the undo's id; null when all of it stands there already
 * @throws CommandError `not-found`; `bad-value` when the list holds every one of them already
 */
export async function moveWatched(
  deps: CommandDeps,
  { itemIds, watchlistId }: { readonly itemIds: readonly string[]; readonly watchlistId: string },
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlists, db.watchlistItems, db.undos, db.activity], async () => {
    const list = await existingList(deps, watchlistId);
    const items = (await stillWatched(deps, itemIds)).filter((item) => item.watchlistId !== watchlistId);
    const held = new Set((await itemsOfList(db, watchlistId)).map(watchKey));
    const now = deps.now();
    const moved = items.flatMap((before) => {
      const after = { ...before, watchlistId, updatedAt: stampAfter(before.updatedAt, now) };
      if (held.has(watchKey(after))) return [];
      held.add(watchKey(after));
      return [{ table: 'watchlistItems' as const, before, after }];
    });
    if (items.length > 0 && moved.length === 0)
      throw new CommandError('bad-value', `${list.name} holds that already. Nothing was changed.`);
    const undoId = await keepUndo(deps, 'watch/move', moved);
    await db.watchlistItems.bulkPut(moved.map(({ after }) => after));
    if (undoId !== null)
      await logWatched(deps, { kind: 'watch/move', summary: `Moved to ${list.name}`, items: moved.length });
    return { undoId };
  });
}
