import type { CursorRow } from '@/lib/db/rows';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { Page } from '@/lib/marketplaces/contract/page';
import { askStragglers } from './ask-stragglers';
import { historyId, keepOrderPages, type OrdersDeps } from './keep-order-pages';
import { pipePages, withFreshStart } from './pipe-pages';
import {
  callOptions,
  cutSince,
  freshCursor,
  noteAnswer,
  type SyncRun,
  type SyncTask,
  type SyncVerdict,
} from './sync-run';

/** alias serves at most 50 orders a page. */
const PAGE_SIZE = 50;

/**
 * Reads orders, newest first. The first time the whole history, resumable in the middle; afterwards until the first
 * page that holds nothing new and nothing unfinished.
 */
export function createOrdersTask(deps: OrdersDeps): SyncTask {
  return async (run) => {
    const history = await deps.db.cursors.get(historyId(deps));
    if (history?.finishedAt == null) return readHistory(deps, run, history);
    const seen = await poll(deps, run);
    await askStragglers(deps, run, seen);
    return 'done';
  };
}

async function readHistory(deps: OrdersDeps, run: SyncRun, known: CursorRow | undefined): Promise<SyncVerdict> {
  const fresh = (): CursorRow => freshCursor(historyId(deps), { now: deps.clock.now() });
  let cursor = known ?? fresh();
  const beginAnew = (): void => {
    cursor = fresh();
  };
  const end = await pipePages<OrderFacts>({
    first: cursor.token,
    ahead: true,
    shouldYield: () => run.shouldYield(),
    fetch: withFreshStart((token) => fetchPage(deps, run, token), cursor.token, beginAnew),
    commit: async (pages) => {
      cursor = advance(cursor, pages, deps.clock.now());
      await keepOrderPages(deps, run, pages, { cursor: () => cursor, tellNews: false, newsSince: null });
      return 'go-on';
    },
  });
  return end === 'end' ? 'done' : 'more';
}

/** @returns external ids of the orders it met */
async function poll(deps: OrdersDeps, run: SyncRun): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const id = `${deps.marketplace.id}/orders`;
  const before = await deps.db.cursors.get(id);
  const newsSince = cutSince(before);
  let cursor = freshCursor(id, { now: newsSince ?? deps.clock.now() });
  await pipePages<OrderFacts>({
    first: null,
    ahead: false,
    shouldYield: () => false,
    fetch: (token) => fetchPage(deps, run, token),
    commit: async (pages) => {
      const now = deps.clock.now();
      cursor = advance(cursor, pages, now);
      for (const page of pages) for (const order of page.items) seen.add(order.externalId);
      const goesOn = await keepOrderPages(deps, run, pages, {
        cursor: (mayHoldMore) =>
          mayHoldMore && cursor.token !== null
            ? { ...cursor, finishedAt: before?.finishedAt ?? null }
            : { ...cursor, token: null, finishedAt: now },
        tellNews: true,
        newsSince,
      });
      return goesOn ? 'go-on' : 'stop';
    },
  });
  return seen;
}

async function fetchPage(deps: OrdersDeps, run: SyncRun, token: string | null): Promise<Page<OrderFacts>> {
  const page = await deps.marketplace.listOrders({ token, pageSize: PAGE_SIZE }, callOptions(run));
  noteAnswer(run.tally, page.origin);
  return page;
}

function advance(cursor: CursorRow, pages: readonly Page<OrderFacts>[], now: CursorRow['finishedAt']): CursorRow {
  const last = pages.at(-1);
  const items = pages.reduce((sum, page) => sum + page.items.length + page.rejected.length, 0);
  const token = last?.next ?? null;
  return {
    ...cursor,
    token,
    pages: cursor.pages + pages.length,
    items: cursor.items + items,
    finishedAt: token === null ? now : null,
  };
}
