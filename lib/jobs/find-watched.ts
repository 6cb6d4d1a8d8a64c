import { settleRequests } from '@/lib/commands/settle-requests';
import type { WatchRequestRow } from '@/lib/db/watching-rows';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { isOfOneThing } from '@/lib/domain/errors/market-error';
import { commit } from '@/lib/sync/commit';
import { findProduct } from '@/lib/sync/find-product';
import { readEach } from '@/lib/sync/read-each';
import type { SyncDeps, SyncRun, SyncTask } from '@/lib/sync/sync-run';

/** What a search came to: the ids of exactly that code, or why it could not be asked. */
type Sought = { readonly ok: true; readonly ids: readonly string[] } | { readonly ok: false; readonly problem: string };

/**
 * Searches alias's catalogue for what somebody wants to watch, one style code after another, however many sizes of it
 * are wanted. Each answer is committed with the items it adds, so that a worker that dies repeats at most one search.
 * A line that was taken back or stopped meanwhile is left alone.
 */
export function createFindWatchedTask(deps: SyncDeps): SyncTask {
  return async (run) => {
    const codes = new Set((await waiting(deps)).map(({ styleCode }) => styleCode));
    return readEach({
      items: [...codes],
      ask: (code) => seek(deps, run, code),
      keep: (code, sought) => keep(deps, run, code, sought),
      shouldYield: () => run.shouldYield(),
    });
  };
}

/** Oldest first, and in the order they were written down. */
async function waiting({ db }: SyncDeps): Promise<readonly WatchRequestRow[]> {
  const rows = await db.watchRequests.where('state').equals('waiting').toArray();
  return rows.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

async function seek(deps: SyncDeps, run: SyncRun, code: StyleCode): Promise<Sought> {
  run.tally.requests += 1;
  try {
    return { ok: true, ids: await findProduct(deps, code, run.priority) };
  } catch (error) {
    // Without a network, a token or a turn at the gate the rest would fail as well: the run stops and goes on later.
    if (!isOfOneThing(error)) throw error;
    return { ok: false, problem: error.message };
  }
}

async function keep(deps: SyncDeps, run: SyncRun, code: StyleCode, sought: Sought): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  await commit(deps, run, {
    tables: [db.watchRequests, db.watchlistItems, db.products],
    rejected: [],
    now,
    write: async () => {
      const rows = (await waiting(deps)).filter(({ styleCode }) => styleCode === code);
      const command = { db, now: () => now, newId: () => deps.random.id() };
      const { settled } = await settleRequests(command, rows, now, sought.ok ? sought.ids : []);
      const ended = rows.map((row) => settled.get(row.id) ?? { ...row, updatedAt: now, ...ending(sought) });
      await db.watchRequests.bulkPut(ended);
      return ended.length;
    },
  });
}

function ending(sought: Sought): Pick<WatchRequestRow, 'state' | 'problem'> {
  return sought.ok ? { state: 'not-found', problem: null } : { state: 'failed', problem: sought.problem };
}
