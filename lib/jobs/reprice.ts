import { decideAnew, type Decided, type DecideDeps } from './reprice-decide';
import { keepRun, type KeepDeps } from './reprice-keep';
import { forgetAskedRun, isAway, isRunCancelled, noteReading, runReading } from '@/lib/db/repositories/repricing-runs';
import { listRules } from '@/lib/db/repositories/repricing-rules';
import { getRepricingMode } from '@/lib/db/repositories/repricing-state';
import { pricesCursorId } from '@/lib/db/repositories/cursors';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { readPricesOf, type PricesDeps } from '@/lib/sync/read-prices';
import type { SyncRun, SyncTask, SyncVerdict } from '@/lib/sync/sync-run';

export type RepriceDeps = PricesDeps & DecideDeps & KeepDeps;

/** Between so many products it is looked whether the run is still wanted, and told how far it is. */
const AT_ONCE = 5;

/**
 * Rules look at the market and change prices: what they are about and what was read too long ago is read anew, one
 * request a product, then all is decided at once and put down together. In preview mode nothing is sent; paused, on
 * holiday or without a rule nothing is done at all. A run that is cancelled keeps the prices it read and decides nothing.
 */
export function createRepriceTask(deps: RepriceDeps): SyncTask {
  return async (run) => {
    if (!(await isWanted(deps))) {
      await forgetAskedRun(deps.db, deps.clock.now());
      return 'done';
    }
    for (;;) {
      const decided = await decideAnew(deps);
      const catalogIds = await productsToRead(deps, run, decided);
      if (catalogIds.length === 0) return keepRun(deps, run, decided);
      const verdict = await readAll(deps, run, catalogIds, decided.regionId);
      if (verdict === 'cancelled') return 'done';
      if (verdict !== 'done') return verdict;
    }
  };
}

async function readAll(
  deps: RepriceDeps,
  run: SyncRun,
  catalogIds: readonly string[],
  regionId: string | null,
): Promise<SyncVerdict | 'cancelled'> {
  const { db, clock } = deps;
  const of = Math.max((await runReading(db, run.runId))?.of ?? 0, catalogIds.length);
  const before = of - catalogIds.length;
  const tell = (done: number) => noteReading(db, run.runId, { done: before + done, of }, clock.now());
  for (let from = 0; from < catalogIds.length; from += AT_ONCE) {
    if (await isRunCancelled(db, run.startedAt)) return 'cancelled';
    await tell(from);
    const some = catalogIds.slice(from, from + AT_ONCE);
    const verdict = await readPricesOf(deps, run, { catalogIds: some, regionId });
    if (verdict !== 'done') return verdict;
    if (run.shouldYield()) return 'more';
  }
  await tell(catalogIds.length);
  return 'done';
}

async function isWanted({ db }: RepriceDeps): Promise<boolean> {
  if ((await getRepricingMode(db)) === 'paused' || (await isAway(db))) return false;
  return (await listRules(db)).some(({ enabled }) => enabled);
}

/**
 * Products that are held only because their prices are too old, oldest first. Each is asked for once in a run; and after
 * half of the time prices stay fresh nothing more is read, else those read first would be too old when those read last
 * are in. The rest is the next run's.
 */
async function productsToRead({ db, clock }: RepriceDeps, run: SyncRun, decided: Decided): Promise<readonly string[]> {
  if (clock.now() - run.startedAt > (decided.guards.freshMinutes * MINUTE_MS) / 2) return [];
  const readAt = new Map<string, number>();
  for (const [nth, { decision }] of decided.plan.decisions.entries()) {
    const item = decided.items[nth];
    if (item === undefined || decision.kind !== 'hold' || decision.reason !== 'stale') continue;
    readAt.set(item.listing.catalogId, item.market.readAt ?? 0);
  }
  const stale = [...readAt.keys()];
  const cursors = await db.cursors.bulkGet(stale.map((id) => pricesCursorId(id, decided.regionId)));
  const askedAt = new Map(stale.map((id, nth) => [id, cursors[nth]?.startedAt ?? 0]));
  return stale
    .filter((id) => (askedAt.get(id) ?? 0) < run.startedAt)
    .toSorted((a, b) => (readAt.get(a) ?? 0) - (readAt.get(b) ?? 0));
}
