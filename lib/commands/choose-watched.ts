import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { watchProduct } from './watch-product';

/**
 * Says which of several products of one style code a line meant. It is watched, and the line is done.
 *
 * @throws CommandError `not-found` when the line was taken away meanwhile, or its list
 */
export async function chooseWatched(
  deps: CommandDeps,
  { requestId, catalogId }: { readonly requestId: string; readonly catalogId: string },
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  const tables = [db.watchlists, db.watchlistItems, db.watchRequests, db.undos, db.activity];
  return db.transaction('rw', tables, async () => {
    const request = await db.watchRequests.get(requestId);
    if (request === undefined)
      throw new CommandError('not-found', 'That line was taken away meanwhile. Nothing was changed.');
    const { watchlistId, usSize, targetPrice } = request;
    const { itemId, undoId } = await watchProduct(deps, { catalogId, usSize, targetPrice, watchlistId });
    const updatedAt = stampAfter(request.updatedAt, deps.now());
    await db.watchRequests.put({ ...request, state: 'found', itemId, problem: null, updatedAt });
    return { undoId };
  });
}
