import { hasCode, isOfOneThing } from '@/lib/domain/errors/market-error';
import { isFinished } from '@/lib/domain/orders/order-stage';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { ageOf, MINUTE_MS } from '@/lib/domain/time/instant';
import type { Page } from '@/lib/marketplaces/contract/page';
import { keepOrderPages, type OrdersDeps } from './keep-order-pages';
import { callOptions, freshCursor, noteAnswer, type SyncRun } from './sync-run';

/** Unfinished orders that scrolled off the pages a poll reads are asked for one by one this often. */
const PERIOD_MS = 15 * MINUTE_MS;
const AT_ONCE = 40;
/** Each costs a request, so they are taken in small portions that commit by themselves. */
const PORTION = 10;

/**
 * Asks for orders that are not finished but were not on the pages this poll read: a few at a time, in turn. Those a turn
 * has no time for come first the next time.
 */
export async function askStragglers(deps: OrdersDeps, run: SyncRun, seen: ReadonlySet<string>): Promise<void> {
  const { db, clock } = deps;
  const id = `${deps.marketplace.id}/orders/stragglers`;
  const cursor = await db.cursors.get(id);
  if (ageOf(cursor?.finishedAt ?? null, clock.now()) < PERIOD_MS) return;
  const open = await db.orders.where('status').noneOf(['completed', 'cancelled']).toArray();
  const unseen = open.filter((order) => !isFinished(order) && !seen.has(order.externalId));
  const turn = nextTurn(unseen.map((order) => order.externalId).toSorted(), cursor?.token ?? '');
  for (let at = 0; at < turn.length && !(at > 0 && run.shouldYield()); at += PORTION) {
    const portion = turn.slice(at, at + PORTION);
    const page = await askPortion(deps, run, portion);
    const now = clock.now();
    const next = {
      ...freshCursor(id, { now }),
      token: portion.at(-1) ?? null,
      finishedAt: now,
      items: page.items.length,
    };
    await keepOrderPages(deps, run, [page], { cursor: () => next, tellNews: true, newsSince: null });
  }
}

/** The ids after `last`, or from the start again when there are none: everybody gets a turn. */
function nextTurn(sortedIds: readonly string[], last: string): readonly string[] {
  const after = sortedIds.filter((id) => id > last);
  return (after.length > 0 ? after : sortedIds).slice(0, AT_ONCE);
}

async function askPortion(deps: OrdersDeps, run: SyncRun, ids: readonly string[]): Promise<Page<OrderFacts>> {
  const items: OrderFacts[] = [];
  for (const id of ids) {
    const fresh = await askOrder(deps, run, id);
    if (fresh !== null) items.push(fresh);
  }
  const origin = { requestId: null, receivedAt: deps.clock.now() };
  return { items, rejected: [], next: null, total: null, origin };
}

/** null: alias cannot tell about this one now; the stored order stays as it is. */
async function askOrder(deps: OrdersDeps, run: SyncRun, externalId: string): Promise<OrderFacts | null> {
  try {
    const answer = await deps.marketplace.getOrder(externalId, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return answer.value;
  } catch (error) {
    if (!isOfOneThing(error) && !hasCode(error, 'forbidden')) throw error;
    run.tally.requests += 1;
    return null;
  }
}
