import type { CurrencyCode } from '@/lib/domain/money/currency';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import type { OrderKeeping, OutboxDeps } from '@/lib/outbox/outbox-run';
import { writeListings } from '@/lib/sync/commit-listings';
import { orderTables, writeOrders } from '@/lib/sync/commit-orders';
import type { SyncTask } from '@/lib/sync/sync-run';

type Given = Omit<OutboxDeps, 'keepListings' | 'orderKeeping' | 'sleep'> & {
  displayCurrency(): Promise<CurrencyCode>;
};

/**
 * The job that brings writes to the marketplace; what it learns of listings and orders goes into the books as a reading's
 * would.
 */
export function createOutboxTask(deps: Given): SyncTask {
  const outbox: OutboxDeps = {
    ...deps,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    keepListings: (facts, by, now) => writeListings(deps, facts, now, by),
    orderKeeping: () => orderKeeping(deps),
  };
  return (run) => drainOutbox(outbox, run);
}

/** How orders are kept that a write of ours told of: as a reading would, but who did it need not be rung for it. */
export async function orderKeeping(
  deps: Pick<Given, 'db' | 'random' | 'marketplace' | 'displayCurrency' | 'feeProfile'>,
): Promise<OrderKeeping> {
  const [displayCurrency, feeProfile] = await Promise.all([deps.displayCurrency(), deps.feeProfile()]);
  return {
    tables: orderTables(deps.db),
    keep: (order, now) =>
      writeOrders(deps, {
        facts: [order],
        displayCurrency,
        feeProfile,
        now,
        tellNews: true,
        newsSince: null,
        requestIdOf: () => null,
        notice: null,
      }),
  };
}
