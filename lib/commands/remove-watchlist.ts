import { itemsOfList, livingLists } from '@/lib/db/repositories/watchlists';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter, type RowChange } from './keep-undo';
import { itemsGoing } from './items-going';
import { logWatched } from './log-watched';
import { existingList } from './watchlist-of';

/**
 * Removes a list with everything in it: what it watches, their alerts, and what is still searched for. The undo brings all
 * of it back. The last list stays, so that nothing somebody adds is without a place.
 *
 * @throws CommandError `not-found`; `not-allowed` for the last list
 */
export async function removeWatchlist(deps: CommandDeps, id: string): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  const tables = [db.watchlists, db.watchlistItems, db.watchRequests, db.alerts, db.undos, db.activity];
  return db.transaction('rw', tables, async () => {
    const list = await existingList(deps, id);
    if ((await livingLists(db)).length === 1)
      throw new CommandError('not-allowed', 'This is your only list. Take off what is in it, or give it another name.');
    const now = deps.now();
    const after = { ...list, deletedAt: now, updatedAt: stampAfter(list.updatedAt, now) };
    const items = await itemsOfList(db, id);
    const requests = await db.watchRequests.where('watchlistId').equals(id).toArray();
    const changes: RowChange[] = [
      { table: 'watchlists', before: list, after },
      ...(await itemsGoing(deps, items, now)),
      ...requests.map((before) => ({ table: 'watchRequests' as const, before, after: null })),
    ];
    const undoId = await keepUndo(deps, 'watchlist/remove', changes);
    await db.watchlists.put(after);
    await db.watchRequests.bulkDelete(requests.map((request) => request.id));
    await logWatched(deps, { kind: 'watchlist/remove', summary: `List removed: ${list.name}`, items: items.length });
    return { undoId };
  });
}
