import type { WatchRequestRow } from '@/lib/db/watching-rows';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';

type State = WatchRequestRow['state'];

/** Stops searching for what still waits; what was found stays. */
export function cancelSearch(deps: CommandDeps, batchId: string): Promise<number> {
  return turn(deps, batchId, ['waiting'], 'cancelled');
}

/** Searches once more for what failed, was not found or was stopped. A size that is not made stays as it is. */
export function searchAgain(deps: CommandDeps, batchId: string): Promise<number> {
  return turn(deps, batchId, ['failed', 'not-found', 'cancelled'], 'waiting');
}

/** Takes the lines of a batch that ended off the list; what still waits stays. */
export async function dismissSearch({ db }: CommandDeps, batchId: string): Promise<void> {
  await db.transaction('rw', db.watchRequests, async () => {
    const ended = await db.watchRequests
      .where('batchId')
      .equals(batchId)
      .filter(({ state }) => state !== 'waiting')
      .primaryKeys();
    await db.watchRequests.bulkDelete(ended);
  });
}

async function turn(deps: CommandDeps, batchId: string, from: readonly State[], state: State): Promise<number> {
  const { db } = deps;
  return db.transaction('rw', db.watchRequests, async () => {
    const rows = await db.watchRequests.where('batchId').equals(batchId).toArray();
    const turned = rows
      .filter((row) => from.includes(row.state) && row.problem !== 'no-such-size')
      .map((row) => ({ ...row, state, problem: null, updatedAt: stampAfter(row.updatedAt, deps.now()) }));
    await db.watchRequests.bulkPut(turned);
    return turned.length;
  });
}
