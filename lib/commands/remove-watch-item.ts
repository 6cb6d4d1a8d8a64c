import type { CommandDeps } from './command-deps';
import { itemsGoing } from './items-going';
import { keepUndo } from './keep-undo';
import { logWatched } from './log-watched';
import { watchedItem } from './watch-undo';

/**
 * Takes something off its list, with the alerts on it.
 *
 * @returns the undo's id
 * @throws CommandError `not-found`
 */
export async function removeWatchItem(deps: CommandDeps, itemId: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlistItems, db.alerts, db.undos, db.activity], async () => {
    const changes = await itemsGoing(deps, [await watchedItem(deps, itemId)], deps.now());
    const undoId = await keepUndo(deps, 'watch/remove', changes);
    await logWatched(deps, { kind: 'watch/remove', summary: 'No longer watched', items: 1 });
    return { undoId };
  });
}
