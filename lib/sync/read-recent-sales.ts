import type { ArchvdDatabase } from '@/lib/db/database';
import { isOfOneThing } from '@/lib/domain/errors/market-error';
import type { RecentSale } from '@/lib/domain/market/quote';
import { ageOf, HOUR_MS } from '@/lib/domain/time/instant';
import type { Answer } from '@/lib/marketplaces/contract/page';
import { commit } from './commit';
import { keepRecentSales, recentSalesCursorId, type SoldVariant } from './keep-recent-sales';
import { readEach } from './read-each';
import { callOptions, noteAnswer, type SyncDeps, type SyncRun, type SyncTask } from './sync-run';

/** alias answers one size a request and only its last sales; read again before a busy size has moved on. */
const PERIOD_MS = 6 * HOUR_MS;

type Sales = Pick<Answer<readonly RecentSale[]>, 'value' | 'rejected'>;

/** Accumulates market sales of the sizes the seller offers: the only source of volume alias has. */
export function createRecentSalesTask(deps: SyncDeps): SyncTask {
  return async (run) =>
    readEach({
      items: await dueVariants(deps),
      ask: (variant) => askSales(deps, run, variant),
      keep: (variant, answer) => keepSales(deps, run, variant, answer),
      shouldYield: () => run.shouldYield(),
    });
}

async function dueVariants(deps: SyncDeps): Promise<readonly SoldVariant[]> {
  const [variants, cursors] = await Promise.all([
    offeredVariants(deps.db),
    deps.db.cursors.where('id').startsWith(recentSalesCursorId(deps.marketplace.id, null)).toArray(),
  ]);
  const readAt = new Map(cursors.map((cursor) => [cursor.id, cursor.finishedAt]));
  const now = deps.clock.now();
  const age = (variant: SoldVariant): number =>
    ageOf(readAt.get(recentSalesCursorId(deps.marketplace.id, variant)) ?? null, now);
  return variants.filter((variant) => age(variant) >= PERIOD_MS).toSorted((a, b) => oldestFirst(age(a), age(b)));
}

/** Two that were never asked for are equal: infinity less infinity is no number. */
function oldestFirst(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

/** Sizes of active listings in the US value price queries want; a size the product does not come in is left out. */
async function offeredVariants(db: ArchvdDatabase): Promise<readonly SoldVariant[]> {
  const listings = await db.listings.where('status').equals('active').toArray();
  const products = new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
  const variants = new Map<string, SoldVariant>();
  for (const { catalogId, size } of listings) {
    const allowed = products.get(catalogId)?.allowedSizes.find((one) => one.value === size.value);
    if (allowed !== undefined) variants.set(`${catalogId}/${allowed.usValue}`, { catalogId, usSize: allowed.usValue });
  }
  return [...variants.values()];
}

/** A size alias cannot tell about counts as read, without sales. */
async function askSales(deps: SyncDeps, run: SyncRun, variant: SoldVariant): Promise<Sales> {
  try {
    const answer = await deps.marketplace.getRecentSales({ ...variant }, callOptions(run));
    noteAnswer(run.tally, answer.origin);
    return answer;
  } catch (error) {
    if (!isOfOneThing(error)) throw error;
    run.tally.requests += 1;
    return { value: [], rejected: [] };
  }
}

async function keepSales(deps: SyncDeps, run: SyncRun, variant: SoldVariant, answer: Sales): Promise<void> {
  run.tally.read += answer.value.length;
  await commit(deps, run, {
    ...keepRecentSales(deps, variant, answer.value),
    rejected: answer.rejected,
    now: deps.clock.now(),
  });
}
