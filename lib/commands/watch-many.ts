import type { WatchRequestRow } from '@/lib/db/watching-rows';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import type { Money } from '@/lib/domain/money/money';
import type { CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';
import { logWatched } from './log-watched';
import { settleRequests } from './settle-requests';
import { watchlistOf } from './watchlist-of';

/** One thing to watch, as it was written down. */
export interface WatchLine {
  readonly text: string;
  readonly styleCode: StyleCode;
  /** null: every size. */
  readonly usSize: number | null;
  readonly targetPrice: Money | null;
  readonly note: string;
}

export interface WatchedMany {
  /** Names the paste; what is searched for bears it. */
  readonly batchId: string;
  readonly added: number;
  /** On the list before; a target that was given is set. */
  readonly already: number;
  /** Not in the books: they are searched for one by one. */
  readonly waiting: number;
  readonly undoId: string | null;
}

/**
 * Watches many things in one go. What the books know is watched at once; every other line waits to be searched for. All
 * of it is taken back by one undo, also what is found later.
 *
 * @throws CommandError `not-found` when the list is gone
 */
export async function watchMany(
  deps: CommandDeps,
  { watchlistId, lines }: { readonly watchlistId: string | null; readonly lines: readonly WatchLine[] },
): Promise<WatchedMany> {
  const { db } = deps;
  const tables = [db.watchlists, db.watchlistItems, db.watchRequests, db.products, db.undos, db.activity];
  return db.transaction('rw', tables, async () => {
    const now = deps.now();
    const list = await watchlistOf(deps, watchlistId, now);
    const requests = lines.map((line): WatchRequestRow => ({
      id: deps.newId(),
      createdAt: now,
      updatedAt: now,
      ...line,
      watchlistId: list,
      batchId: '',
      state: 'waiting',
      itemId: null,
      problem: null,
    }));
    const { changes, settled, added, already } = await settleRequests(deps, requests, now);
    const open = requests.flatMap((request) => settled.get(request.id) ?? request).filter(isOpen);
    const kept = open.map((after) => ({ table: 'watchRequests' as const, before: null, after }));
    const undoId = await keepUndo(deps, 'watch/add-many', [...changes, ...kept]);
    // The undo finds by the batch what the search adds later.
    const batchId = undoId ?? deps.newId();
    await db.watchRequests.bulkAdd(open.map((request) => ({ ...request, batchId })));
    if (undoId !== null) await logWatched(deps, { kind: 'watch/add', summary: 'Watched', items: added + open.length });
    return { batchId, added, already, waiting: open.filter(({ state }) => state === 'waiting').length, undoId };
  });
}

/** Found at once needs no line that tells how it stands. */
function isOpen({ state }: WatchRequestRow): boolean {
  return state !== 'found';
}
