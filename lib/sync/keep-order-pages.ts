import type { CursorRow } from '@/lib/db/rows';
import type { FeeProfile } from '@/lib/domain/fees/fee-schedule';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { OrderFacts } from '@/lib/domain/orders/order';
import type { Page } from '@/lib/marketplaces/contract/page';
import { commit } from './commit';
import { orderTables, writeOrders, type OrderNews, type OrderNotice } from './commit-orders';
import type { SyncDeps, SyncRun } from './sync-run';

export interface OrdersDeps extends SyncDeps {
  displayCurrency(): Promise<CurrencyCode>;
  /** Which fees a sale's net is told by until the order states its payout. */
  feeProfile(): Promise<FeeProfile>;
  /** Words of the notice for something that happened; texts are the caller's. */
  notice(news: OrderNews): OrderNotice;
}

/** Cursor of the first reading of all orders; its `finishedAt` says that it is complete. */
export function historyId(deps: SyncDeps): string {
  return `${deps.marketplace.id}/orders/history`;
}

interface PageKeeping {
  /** What to keep of how far the list was read, given whether an older page may hold more news. */
  cursor(mayHoldMore: boolean): CursorRow;
  readonly tellNews: boolean;
  /** Orders that came into the books since then are news still; null: only what is not in the books is. */
  readonly newsSince: CursorRow['startedAt'];
}

/** Commits pages of orders with everything that follows from them. @returns whether an older page may hold more news */
export async function keepOrderPages(
  deps: OrdersDeps,
  run: SyncRun,
  pages: readonly Page<OrderFacts>[],
  keeping: PageKeeping,
): Promise<boolean> {
  const facts = newestOfEach(pages.flatMap((page) => page.items));
  const rejected = pages.flatMap((page) => page.rejected);
  const requestIds = new Map(
    pages.flatMap(({ items, origin }) => items.map((order) => [order.externalId, origin.requestId])),
  );
  const [displayCurrency, feeProfile] = await Promise.all([deps.displayCurrency(), deps.feeProfile()]);
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
        feeProfile,
        now,
        tellNews: keeping.tellNews,
        newsSince: keeping.newsSince,
        requestIdOf: (order) => requestIds.get(order.externalId) ?? null,
        notice: (news) => deps.notice(news),
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
