import { appendActivity } from '@/lib/db/repositories/activity';
import { findTwins, isUnofferedPurchase, joinTwins, type Twins } from '@/lib/domain/inventory/twins';
import type { Instant } from '@/lib/domain/time/instant';
import { commit } from './commit';
import type { SyncDeps, SyncRun } from './sync-run';

/**
 * Joins what a ledger put into stock with what the marketplace told of it later: a pair bought, written down and then
 * listed is one pair. Without this it would lie in stock with its cost and be offered without one.
 *
 * To be called when orders and listings are both read in full, so that who sold first is served first.
 */
export async function joinPurchases(deps: SyncDeps, run: SyncRun): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  // Most books hold none, and one index tells.
  if ((await db.inventory.where('status').equals('in-stock').filter(isUnofferedPurchase).count()) === 0) return;
  if (findTwins(await db.inventory.toArray()).length === 0) return;
  await commit(deps, run, {
    tables: [db.inventory, db.sales, db.photos, db.activity],
    rejected: [],
    now,
    write: async () => {
      const twins = findTwins(await db.inventory.toArray());
      for (const pair of twins) await join(deps, pair, now);
      return twins.length;
    },
  });
}

async function join({ db, random }: SyncDeps, twins: Twins, now: Instant): Promise<void> {
  const { own, twin } = twins;
  // First, since the id of a listing is unique among pairs.
  await db.inventory.delete(twin.id);
  await db.inventory.put({ ...joinTwins(twins), updatedAt: now });
  await db.sales.where('pairId').equals(twin.id).modify({ pairId: own.id, updatedAt: now });
  // The picture the seller took of either; with two, that of the purchase.
  if ((await db.photos.where('pairId').equals(own.id).count()) === 0)
    await db.photos.where('pairId').equals(twin.id).modify({ pairId: own.id, updatedAt: now });
  await db.photos.where('pairId').equals(twin.id).delete();
  await appendActivity(db, {
    id: random.id(),
    at: now,
    kind: 'pair/joined',
    by: 'sync',
    entity: { table: 'inventory', id: own.id },
    summary: `The purchase ${own.ledgerRef} is the pair that alias tells of`,
    facts: { listing: twin.goatListingId, joined: twin.id },
  });
}
