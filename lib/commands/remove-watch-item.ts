import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { watchedItem, writeWatchChange } from './watch-undo';

/**
 * Takes something off the watch list.
 *
 * @returns the undo's id
 * @throws CommandError `not-found`
 */
export async function removeWatchItem(deps: CommandDeps, itemId: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlistItems, db.undos, db.activity], async () => {
    const before = await watchedItem(deps, itemId);
    const now = deps.now();
    const undoId = await writeWatchChange(deps, {
      kind: 'watch/remove',
      before,
      after: { ...before, deletedAt: now, updatedAt: stampAfter(before.updatedAt, now) },
      summary: 'No longer watched',
    });
    return { undoId };
  });
}
