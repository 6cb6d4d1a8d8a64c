import { livingLists } from '@/lib/db/repositories/watchlists';
import type { WatchlistRow } from '@/lib/db/rows';
import type { Instant } from '@/lib/domain/time/instant';
import { CommandError, type CommandDeps } from './command-deps';

/** @throws CommandError `not-found` when the list is gone */
export async function existingList({ db }: CommandDeps, id: string): Promise<WatchlistRow> {
  const list = await db.watchlists.get(id);
  if (list === undefined || list.deletedAt !== null)
    throw new CommandError('not-found', 'That list is not there any more. Nothing was changed.');
  return list;
}

/**
 * The list that was named; without a name the first there is, made when there is none. For the command's transaction.
 *
 * @throws CommandError `not-found`
 */
export async function watchlistOf(deps: CommandDeps, id: string | null, now: Instant): Promise<string> {
  if (id !== null) return (await existingList(deps, id)).id;
  const [first] = await livingLists(deps.db);
  if (first !== undefined) return first.id;
  const made = deps.newId();
  await deps.db.watchlists.add({
    id: made,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    name: 'Watch',
    position: 0,
  });
  return made;
}
