import { livingLists } from '@/lib/db/repositories/watchlists';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';

/**
 * Puts the lists into a new order. All of them must be named: an order made on an older set would put the others anywhere.
 *
 * @throws CommandError `bad-value` when the lists are other ones by now
 */
export async function orderWatchlists(
  deps: CommandDeps,
  ids: readonly string[],
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlists, db.undos], async () => {
    const lists = new Map((await livingLists(db)).map((list) => [list.id, list]));
    const wanted = ids.map((id) => lists.get(id));
    const isWhole = ids.length === lists.size && new Set(ids).size === lists.size;
    if (!isWhole || wanted.includes(undefined))
      throw new CommandError('bad-value', 'The lists have changed meanwhile. Nothing was changed; order them again.');
    const now = deps.now();
    const moved = wanted.flatMap((before, position) => {
      if (before === undefined || before.position === position) return [];
      return [{ before, after: { ...before, position, updatedAt: stampAfter(before.updatedAt, now) } }];
    });
    await db.watchlists.bulkPut(moved.map(({ after }) => after));
    const changes = moved.map((change) => ({ table: 'watchlists' as const, ...change }));
    return { undoId: await keepUndo(deps, 'watchlists/order', changes) };
  });
}
