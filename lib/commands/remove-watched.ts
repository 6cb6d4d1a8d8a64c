import type { CommandDeps } from './command-deps';
import { itemsGoing, stillWatched } from './items-going';
import { keepUndo } from './keep-undo';
import { logWatched } from './log-watched';

/**
 * Takes many things off their lists at once, with the alerts on them. What is gone already is passed over.
 *
 * @returns the undo's id; null when nothing of it was watched any more
 */
export async function removeWatched(
  deps: CommandDeps,
  itemIds: readonly string[],
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlistItems, db.alerts, db.undos, db.activity], async () => {
    const items = await stillWatched(deps, itemIds);
    const undoId = await keepUndo(deps, 'watch/remove-many', await itemsGoing(deps, items, deps.now()));
    if (undoId !== null)
      await logWatched(deps, { kind: 'watch/remove', summary: 'No longer watched', items: items.length });
    return { undoId };
  });
}
