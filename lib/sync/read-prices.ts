import type { ArchvdDatabase } from '@/lib/db/database';
import type { WatchlistItemRow } from '@/lib/db/rows';
import { isNearTarget } from '@/lib/domain/alerts/decide-target';
import { isOfOneThing } from '@/lib/domain/errors/market-error';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import type { MarketPrice } from '@/lib/domain/market/quote';
import { commit } from './commit';
import { keepQuotes, type Quotes, type QuotesDeps } from './keep-quotes';
import { duePrices, type PricedProduct, type PriceTier } from './price-tiers';
import { readEach } from './read-each';
import { lowestAsk, rateBetween } from './ring-targets';
import { callOptions, freshCursor, noteAnswer, type SyncRun, type SyncTask, type SyncVerdict } from './sync-run';

export interface PricesDeps extends QuotesDeps {
  /** The seller's region; null reads global prices and sends no region at all. */
  regionId(): Promise<string | null>;
}

/** Reads prices per product, never per size: one request answers all of its sizes and conditions. */
export function createPricesTask(deps: PricesDeps): SyncTask {
  return async (run) => {
    const regionId = await deps.regionId();
    const due = duePrices(await pricedProducts(deps, regionId), deps.clock.now());
    const catalogIds = due.map(({ catalogId }) => catalogId);
    return readPricesOf(deps, run, { catalogIds, regionId });
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

/** Cursor of a product's prices: `startedAt` is when they were last asked for, `finishedAt` when they were last read. */
async function pricedProducts({ db }: PricesDeps, regionId: string | null): Promise<readonly PricedProduct[]> {
  const prefix = pricesCursorId('', regionId);
  const [offered, watched, stocked, cursors] = await Promise.all([
    activeCatalogIds(db),
    watchedTiers(db, regionId),
    stockedCatalogIds(db),
    db.cursors.where('id').startsWith(prefix).toArray(),
  ]);
  const askedAt = new Map(cursors.map((cursor) => [cursor.id.slice(prefix.length), cursor.startedAt]));
  const tiers = new Map<string, PriceTier>();
  for (const catalogId of stocked) tiers.set(catalogId, 'in-stock');
  for (const [catalogId, tier] of watched) tiers.set(catalogId, tier);
  for (const catalogId of offered) if (tiers.get(catalogId) !== 'near-target') tiers.set(catalogId, 'offered');
  return [...tiers].map(([catalogId, tier]) => ({ catalogId, tier, askedAt: askedAt.get(catalogId) ?? null }));
}

/** The index jumps from product to product: 10,000 listings of 200 products cost 200 steps. */
async function activeCatalogIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const keys = await db.listings.where('[status+catalogId]').between(['active', ''], ['active', '\uffff']).uniqueKeys();
  return keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
}

/** Close to a target the next reading may be the one that reaches it. */
async function watchedTiers(
  db: ArchvdDatabase,
  regionId: string | null,
): Promise<ReadonlyMap<string, 'watched' | 'near-target'>> {
  const items = (await db.watchlistItems.toArray()).filter((item) => item.deletedAt === null);
  const tiers = new Map<string, 'watched' | 'near-target'>(items.map(({ catalogId }) => [catalogId, 'watched']));
  const armed = items.filter((item) => item.targetPrice !== null && item.reachedAt === null);
  const prices = await db.marketPrices
    .where('catalogId')
    .anyOf([...new Set(armed.map(({ catalogId }) => catalogId))])
    .toArray();
  const quotes = prices.filter(({ variant }) => variant.regionId === regionId);
  for (const item of armed) if (await isNear(db, item, quotes)) tiers.set(item.catalogId, 'near-target');
  return tiers;
}

async function isNear(db: ArchvdDatabase, item: WatchlistItemRow, quotes: readonly MarketPrice[]): Promise<boolean> {
  const ofItem = quotes.filter(({ catalogId }) => catalogId === item.catalogId);
  const ask = lowestAsk(ofItem, item.usSize)?.ask ?? null;
  if (ask === null || item.targetPrice === null) return false;
  return isNearTarget(item, { ask, rate: await rateBetween(db, ask.currency, item.targetPrice.currency) });
}

async function stockedCatalogIds(db: ArchvdDatabase): Promise<readonly string[]> {
  const pairs = await db.inventory.where('status').equals('in-stock').toArray();
  return [
    ...new Set(pairs.flatMap((pair) => (pair.catalogId === null || pair.deletedAt !== null ? [] : [pair.catalogId]))),
  ];
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
