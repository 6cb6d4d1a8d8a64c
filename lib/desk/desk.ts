import { createFindWatchedTask } from '@/lib/jobs/find-watched';
import { createHousekeepingTask } from '@/lib/jobs/housekeeping';
import { createOutboxTask } from '@/lib/jobs/outbox-task';
import { valueStockDaily } from '@/lib/jobs/value-stock';
import { createRepriceTask } from '@/lib/jobs/reprice';
import { PROTOCOL, type Protocol } from '@/lib/messaging/protocol';
import { createPricesTask } from '@/lib/sync/read-prices';
import { createRecentSalesTask } from '@/lib/sync/read-recent-sales';
import type { SyncTask } from '@/lib/sync/sync-run';
import { composeDeletion } from './compose-deletion';
import { alertHandlers } from './handle-alerts';
import { bookHandlers } from './handle-books';
import { dataHandlers } from './handle-data';
import { marketHandlers } from './handle-market';
import { pageHandlers } from './handle-page';
import { pairHandlers } from './handle-pairs';
import { releaseHandlers } from './handle-releases';
import { repricingHandlers } from './handle-repricing';
import { sellingHandlers } from './handle-selling';
import { snapshotHandlers } from './handle-snapshots';
import { viewHandlers } from './handle-views';
import { watchHandlers } from './handle-watch';
import { orderHandlers } from './handle-orders';
import { expenseHandlers } from './handle-expenses';
import { bankHandlers } from './handle-bank';
import { composeRates } from './compose-rates';
import { importHandlers } from './handle-imports';
import { reportHandlers } from './handle-reports';
import { taxHandlers } from './handle-tax';
import { composeLookUp, type DeskLookUp } from './look-up';
import { outboxDeps } from './outbox-deps';
import type { DeskParts, GivenParts } from './ports';
import { repriceDeps } from './reprice-deps';
import { valueStockDeps } from './value-stock-deps';
import type { DeskWords } from './desk-words';
import { alertsAndReleases } from './alerts-and-releases';

/** Where a person's wishes are carried out: all that the background needs only once somebody asks for it. */
export interface Desk {
  readonly handlers: DeskHandlers;
  /** Goes on with a deletion somebody died over. Never rejects. */
  readonly finishDeletion: () => Promise<void>;
  /** The job that sends: without a write the worker never needs any of it. */
  readonly outbox: SyncTask;
  /** The job of the rules: without a rule the worker never needs any of it. */
  readonly reprice: SyncTask;
  /** The job that searches for what somebody wants to watch. */
  readonly findWatched: SyncTask;
  /** The job that reads prices, and rings for targets they reach: before there is a product or a pair nobody needs it. */
  readonly prices: SyncTask;
  /** The job that accumulates sales of sizes: without a product the worker never needs any of it. */
  readonly recentSales: SyncTask;
  /** The job that keeps the books from growing for ever, once a day. */
  readonly housekeeping: SyncTask;
  /** The job that looks at alerts, releases and what falls due. */
  readonly alerts: SyncTask;
  readonly lookUp: DeskLookUp;
}

export type DeskHandlers = ReturnType<typeof deskHandlers>;

/** Opens a desk; what its messages look like comes along, so that the worker need not carry it. */
export type CreateDesk = ((given: GivenParts) => Desk) & { readonly protocol: Protocol };

declare global {
  /** Put in place by the script desk.js; undefined until it has been loaded. */
  var archvdDesk: CreateDesk | undefined;
}

/** @param words come with the desk's own script, so that the worker does not carry them */
export function deskWith(words: DeskWords): CreateDesk {
  const create = (given: GivenParts): Desk =>
    createDesk({ ...given, reading: { ...given.reading, targetNotice: words.targets } }, words);
  return Object.assign(create, { protocol: PROTOCOL });
}

function createDesk(parts: DeskParts, words: DeskWords): Desk {
  return {
    handlers: deskHandlers(parts),
    finishDeletion: () => composeDeletion(parts).finish(),
    outbox: createOutboxTask(outboxDeps(parts)),
    reprice: createRepriceTask(repriceDeps(parts)),
    findWatched: createFindWatchedTask(parts.reading),
    prices: createPricesTask({
      ...parts.reading,
      freshnessMinutes: async () => (await parts.stored.get('watching')).freshnessMinutes,
    }),
    recentSales: createRecentSalesTask(parts.reading),
    housekeeping: ratesAndHousekeeping(parts),
    alerts: alertsAndReleases(parts, words),
    lookUp: composeLookUp(parts.ground),
  };
}

/** Once a day: rates where the person wants them, what keeps the books small, and what the stock is worth. */
function ratesAndHousekeeping(parts: DeskParts): SyncTask {
  const { refresh } = composeRates(parts);
  const housekeeping = createHousekeepingTask(parts.ground);
  return async (run) => {
    await refresh();
    const outcome = await housekeeping(run);
    if (outcome === 'done') await valueStockDaily(valueStockDeps(parts));
    return outcome;
  };
}

function deskHandlers(parts: DeskParts) {
  return {
    ...bookHandlers(parts),
    ...snapshotHandlers(parts),
    ...pairHandlers(parts),
    ...viewHandlers(parts),
    ...marketHandlers(parts),
    ...watchHandlers(parts),
    ...alertHandlers(parts),
    ...releaseHandlers(parts),
    ...sellingHandlers(parts),
    ...repricingHandlers(parts),
    ...orderHandlers(parts),
    ...expenseHandlers(parts),
    ...bankHandlers(parts),
    ...importHandlers(parts),
    ...reportHandlers(parts),
    ...taxHandlers(parts),
    ...dataHandlers(parts),
    ...pageHandlers(parts),
  };
}
