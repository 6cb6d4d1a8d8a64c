import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { isOfOneThing } from '@/lib/domain/errors/market-error';
import { ageOf, HOUR_MS } from '@/lib/domain/time/instant';
import { commit } from './commit';
import { keepProducts } from './keep-product';
import { readEach } from './read-each';
import { findProduct, noteSought } from './find-product';
import { linkStock } from './link-stock';
import {
  callOptions,
  freshCursor,
  noteAnswer,
  type SyncDeps,
  type SyncRun,
  type SyncTask,
  type SyncVerdict,
} from './sync-run';

/** A product alias could not tell about, because it does not know it or had trouble, is asked for again after this long. */
const RETRY_UNKNOWN_MS = 6 * HOUR_MS;

/**
 * Reads the catalogue item of everything listed, sold, in stock or watched that has none yet: once, on first sight. Then
 * stock that names only a style code is given its item, which is looked up where the books do not have it.
 */
export function createProductsTask(deps: SyncDeps): SyncTask {
  return async (run) => {
    if ((await readUnknown(deps, run)) === 'more') return 'more';
    const codes = await linkStock(deps, run);
    if (codes.length === 0) return 'done';
    const verdict = await readEach({
      items: codes,
      ask: (code) => seek(deps, run, code),
      keep: async () => undefined,
      shouldYield: () => run.shouldYield(),
    });
    await linkStock(deps, run);
    return verdict;
  };
}

/** A code the catalogue has trouble with counts as looked up: it must not keep the others back, nor be asked for at once. */
async function seek(deps: SyncDeps, run: SyncRun, code: StyleCode): Promise<void> {
  run.tally.requests += 1;
  try {
    await findProduct(deps, code, run.priority);
  } catch (error) {
    if (!isOfOneThing(error)) throw error;
    await noteSought(deps, code, 0);
  }
}

async function readUnknown(deps: SyncDeps, run: SyncRun): Promise<SyncVerdict> {
  return readEach({
    items: await unknownProducts(deps),
    ask: (catalogId) => askProduct(deps, run, catalogId),
    keep: (catalogId, facts) => (facts === null ? markUnknown(deps, run, catalogId) : keepProduct(deps, run, facts)),
    shouldYield: () => run.shouldYield(),
  });
}

async function unknownProducts(deps: SyncDeps): Promise<readonly string[]> {
  const { db } = deps;
  const [listed, ordered, stocked, watched, known, failed] = await Promise.all([
    db.listings.orderBy('catalogId').uniqueKeys(),
    db.orders.orderBy('catalogId').uniqueKeys(),
    db.inventory.orderBy('catalogId').uniqueKeys(),
    db.watchlistItems.orderBy('catalogId').uniqueKeys(),
    db.products.orderBy('catalogId').keys(),
    db.cursors.where('id').startsWith(unknownId(deps, '')).toArray(),
  ]);
  const settled = new Set<unknown>(known);
  const now = deps.clock.now();
  for (const cursor of failed) {
    if (ageOf(cursor.finishedAt, now) < RETRY_UNKNOWN_MS) settled.add(cursor.id.slice(unknownId(deps, '').length));
  }
  const wanted = new Set([...listed, ...ordered, ...stocked, ...watched].map(String));
  return [...wanted].filter((catalogId) => catalogId !== '' && !settled.has(catalogId));
}

/** Cursor that remembers when alias last said it does not know a product. */
function unknownId(deps: SyncDeps, catalogId: string): string {
  return `${deps.marketplace.id}/unknown-product/${catalogId}`;
}

/** null: alias cannot tell about this one. */
async function askProduct(deps: SyncDeps, run: SyncRun, catalogId: string): Promise<ProductFacts | null> {
  try {
    const answer = await deps.marketplace.getProduct(catalogId, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return answer.value;
  } catch (error) {
    if (!isOfOneThing(error)) throw error;
    run.tally.requests += 1;
    return null;
  }
}

async function markUnknown(deps: SyncDeps, run: SyncRun, catalogId: string): Promise<void> {
  const now = deps.clock.now();
  await commit(deps, run, {
    tables: [deps.db.cursors],
    rejected: [],
    now,
    write: async () => {
      await deps.db.cursors.put({ ...freshCursor(unknownId(deps, catalogId), { now }), finishedAt: now });
      return 0;
    },
  });
}

async function keepProduct(deps: SyncDeps, run: SyncRun, facts: ProductFacts): Promise<void> {
  run.tally.read += 1;
  await commit(deps, run, { ...keepProducts(deps, [facts]), rejected: [], now: deps.clock.now() });
}
