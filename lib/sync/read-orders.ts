import type { CursorRow } from '@/lib/db/rows';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { isFinished } from '@/lib/domain/orders/order-stage';
import { ageOf, MINUTE_MS } from '@/lib/domain/time/instant';
import { hasCode } from '@/lib/domain/errors/market-error';
import type { Page } from '@/lib/marketplaces/contract/page';
import { commit } from './commit';
import { orderTables, writeOrders } from './commit-orders';
import type { OrderEvent } from './merge-orders';
import { pipePages, withFreshStart } from './pipe-pages';
import {
  callOptions,
  cutSince,
  freshCursor,
  noteAnswer,
  type SyncDeps,
  type SyncRun,
  type SyncTask,
  type SyncVerdict,
} from './sync-run';

/** alias serves at most 50 orders a page. */
const PAGE_SIZE = 50;
/** Unfinished orders that scrolled off the pages a poll reads are asked for one by one this often. */
const STRAGGLER_PERIOD_MS = 15 * MINUTE_MS;
const STRAGGLERS_AT_ONCE = 40;

export interface OrdersDeps extends SyncDeps {
  displayCurrency(): Promise<CurrencyCode>;
  /** Words of the notice for something that happened; texts are the caller's. */
  notice(event: OrderEvent): { readonly id: string; readonly title: string; readonly message: string };
}

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

function historyId(deps: SyncDeps): string {
  return `${deps.marketplace.id}/orders/history`;
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
      await commitPages(deps, run, pages, { cursor: () => cursor, tellNews: false, newsSince: null });
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
      const goesOn = await commitPages(deps, run, pages, {
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

interface PageKeeping {
  /** What to keep of how far the list was read, given whether an older page may hold more news. */
  cursor(mayHoldMore: boolean): CursorRow;
  readonly tellNews: boolean;
  /** Orders that came into the books since then are news still; null: only what is not in the books is. */
  readonly newsSince: CursorRow['startedAt'];
}

/** @returns whether an older page may hold more news */
async function commitPages(
  deps: OrdersDeps,
  run: SyncRun,
  pages: readonly Page<OrderFacts>[],
  keeping: PageKeeping,
): Promise<boolean> {
  const facts = newestOfEach(pages.flatMap((page) => page.items));
  const rejected = pages.flatMap((page) => page.rejected);
  const displayCurrency = await deps.displayCurrency();
  const now = deps.clock.now();
  let mayHoldMore = false;
  run.tally.pages += pages.length;
  run.tally.read += facts.length + rejected.length;
  await commit(deps, run, {
    tables: [...orderTables(deps.db), deps.db.cursors],
    rejected,
    now,
    write: async () => {
      const result = await writeOrders(deps, {
        facts,
        displayCurrency,
        now,
        tellNews: keeping.tellNews,
        newsSince: keeping.newsSince,
        notice: (event) => deps.notice(event),
      });
      // A page of which nothing could be read tells nothing about the pages behind it.
      mayHoldMore = result.worthGoingOn || (facts.length === 0 && rejected.length > 0);
      await deps.db.cursors.put(keeping.cursor(mayHoldMore));
      return result.written;
    },
  });
  return mayHoldMore;
}

/** An order that moved between two pages while they were read arrives twice: the later answer counts. */
function newestOfEach(facts: readonly OrderFacts[]): OrderFacts[] {
  return [...new Map(facts.map((order) => [order.externalId, order])).values()];
}

/** Orders that are not finished but were not on the pages this poll read: a few at a time, in turn. */
async function askStragglers(deps: OrdersDeps, run: SyncRun, seen: ReadonlySet<string>): Promise<void> {
  const { db } = deps;
  const id = `${deps.marketplace.id}/orders/stragglers`;
  const cursor = await db.cursors.get(id);
  const now = deps.clock.now();
  if (ageOf(cursor?.finishedAt ?? null, now) < STRAGGLER_PERIOD_MS) return;
  const open = await db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const unseen = open.filter((order) => !isFinished(order) && !seen.has(order.externalId));
  const turn = nextTurn(unseen.map((order) => order.externalId).toSorted(), cursor?.token ?? '');
  const facts: OrderFacts[] = [];
  for (const externalId of turn) {
    const fresh = await askOrder(deps, run, externalId);
    if (fresh !== null) facts.push(fresh);
  }
  const page: Page<OrderFacts> = {
    items: facts,
    rejected: [],
    next: null,
    total: null,
    origin: { requestId: null, receivedAt: now },
  };
  const next: CursorRow = {
    ...freshCursor(id, { now }),
    token: turn.at(-1) ?? null,
    finishedAt: deps.clock.now(),
    items: facts.length,
  };
  await commitPages(deps, run, [page], { cursor: () => next, tellNews: true, newsSince: null });
}

/** The ids after `last`, or from the start again when there are none: everybody gets a turn. */
function nextTurn(sortedIds: readonly string[], last: string): readonly string[] {
  const after = sortedIds.filter((id) => id > last);
  return (after.length > 0 ? after : sortedIds).slice(0, STRAGGLERS_AT_ONCE);
}

/** null: alias cannot tell about this one now; the stored order stays as it is. */
async function askOrder(deps: OrdersDeps, run: SyncRun, externalId: string): Promise<OrderFacts | null> {
  try {
    const answer = await deps.marketplace.getOrder(externalId, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return answer.value;
  } catch (error) {
    if (hasCode(error, 'not-found', 'bad-response', 'unavailable')) return null;
    throw error;
  }
}
