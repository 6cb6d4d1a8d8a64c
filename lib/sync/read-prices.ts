import { isOfOneThing } from '@/lib/domain/errors/market-error';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { PRICE_READINGS_PER_HOUR, readProducts } from '@/lib/db/repositories/read-products';
import { planReadings } from '@/lib/domain/watch-schedule/plan-readings';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { commit } from './commit';
import { keepQuotes, type Quotes, type QuotesDeps } from './keep-quotes';
import { readEach } from './read-each';
import { callOptions, freshCursor, noteAnswer, type SyncRun, type SyncTask, type SyncVerdict } from './sync-run';

export interface PricesDeps extends QuotesDeps {
  /** The seller's region; null reads global prices and sends no region at all. */
  regionId(): Promise<string | null>;
}

/** What the schedule needs besides. */
export interface ScheduleDeps extends PricesDeps {
  /** How old the prices of what is watched may get, in minutes. */
  freshnessMinutes(): Promise<number>;
}

/** Reads prices per product, never per size: one request answers all of its sizes and conditions. */
export function createPricesTask(deps: ScheduleDeps): SyncTask {
  return async (run) => {
    const regionId = await deps.regionId();
    const { due } = planReadings({
      products: await readProducts(deps.db, regionId),
      freshnessMs: (await deps.freshnessMinutes()) * MINUTE_MS,
      budgetPerHour: PRICE_READINGS_PER_HOUR,
      now: deps.clock.now(),
    });
    return readPricesOf(deps, run, { catalogIds: due, regionId });
  };
}

/**
 * Reads the prices of these products in this order, one request each, and commits them one by one with their cursors.
 *
 * @returns `more` when the turn's time was used up before the last one
 */
export function readPricesOf(
  deps: PricesDeps,
  run: SyncRun,
  { catalogIds, regionId }: { readonly catalogIds: readonly string[]; readonly regionId: string | null },
): Promise<SyncVerdict> {
  return readEach({
    items: catalogIds,
    ask: (catalogId) => askQuotes(deps, run, catalogId, regionId),
    keep: (catalogId, answer) =>
      answer === null
        ? keepSilence(deps, run, catalogId, regionId)
        : keepAnswer(deps, run, catalogId, answer, regionId),
    shouldYield: () => run.shouldYield(),
  });
}

/** null: alias cannot price this one now. That must not keep the others waiting. */
async function askQuotes(
  deps: PricesDeps,
  run: SyncRun,
  catalogId: string,
  regionId: string | null,
): Promise<Quotes | null> {
  try {
    const request = { catalogId, ...(regionId === null ? {} : { regionId }) };
    const answer = await deps.marketplace.getQuotes(request, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return answer;
  } catch (error) {
    if (!isOfOneThing(error)) throw error;
    run.tally.requests += 1;
    return null;
  }
}

/** Remembers that a product was asked for in vain; what was read before stays as old as it is. */
async function keepSilence(deps: PricesDeps, run: SyncRun, catalogId: string, regionId: string | null): Promise<void> {
  const { db } = deps;
  const id = pricesCursorId(catalogId, regionId);
  const now = deps.clock.now();
  await commit(deps, run, {
    tables: [db.cursors],
    rejected: [],
    now,
    write: async () => {
      await db.cursors.put({ ...((await db.cursors.get(id)) ?? freshCursor(id, { now })), startedAt: now });
      return 0;
    },
  });
}

async function keepAnswer(
  deps: PricesDeps,
  run: SyncRun,
  catalogId: string,
  answer: Quotes,
  regionId: string | null,
): Promise<void> {
  run.tally.read += answer.value.length;
  await commit(deps, run, {
    ...keepQuotes(deps, { catalogId, regionId, answer }),
    rejected: answer.rejected,
    now: deps.clock.now(),
  });
}
