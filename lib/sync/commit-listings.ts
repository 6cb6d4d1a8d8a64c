import type { ArchvdDatabase } from '@/lib/db/database';
import { enqueueDeletion } from '@/lib/db/repositories/enqueue-deletion';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ActivityRow } from '@/lib/db/rows';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Instant } from '@/lib/domain/time/instant';
import { carriesKey, lateTwins, listingsOfOurs } from './listings-of-ours';
import { mergeListings } from './merge-listings';
import type { SyncDeps } from './sync-run';

/** Tables `writeListings` touches, for the transaction around it. */
export function listingTables(db: ArchvdDatabase) {
  return [db.listings, db.inventory, db.activity, db.outbox, db.writeGroups];
}

/**
 * Merges listings into the books; answers how many rows it wrote. To be called inside a transaction over `listingTables`.
 *
 * @param by whose price changes these are, as far as it is known: what a write of ours did is no news from elsewhere
 */
export async function writeListings(
  deps: Pick<SyncDeps, 'db' | 'random'> & { readonly marketplace: Pick<SyncDeps['marketplace'], 'id'> },
  facts: readonly ListingFacts[],
  now: Instant,
  by: ActivityRow['by'] = 'sync',
): Promise<number> {
  const { db, marketplace } = deps;
  const ids = facts.map((listing) => listing.externalId);
  const [known, pairs] = await Promise.all([
    rowsByKey(
      db.listings,
      '[marketplace+externalId]',
      ids.map((id) => [marketplace.id, id]),
    ),
    rowsByKey(db.inventory, 'goatListingId', ids),
  ]);
  const knownById = new Map(known.map((listing) => [listing.externalId, listing]));
  const pairOf = new Map(
    pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [[pair.goatListingId, pair] as const])),
  );
  const unclaimed = facts.filter((one) => carriesKey(one) && !pairOf.has(one.externalId));
  // Nothing is awaited that may not touch the database: it would end the transaction.
  const made = unclaimed.length === 0 ? new Map<string, null>() : await listingsOfOurs(db, unclaimed);
  const result = mergeListings({
    facts,
    known: knownById,
    pairs: pairOf,
    made,
    now,
    newId: () => deps.random.id(),
  });
  await Promise.all([db.listings.bulkPut([...result.listings]), db.inventory.bulkPut([...result.pairs])]);
  const twins = result.listings.filter(({ externalId }) => made.get(externalId) === null);
  for (const twin of twins.length === 0 ? [] : await lateTwins(db, twins)) {
    await enqueueDeletion(db, twin, { newId: () => deps.random.id(), now });
  }
  const moved = result.listings.flatMap((listing) => priceMove(deps, listing, knownById.get(listing.externalId)));
  if (moved.length > 0)
    await db.activity.bulkAdd(by === 'sync' ? await told(db, moved) : moved.map((move) => ({ ...move, by })));
  return result.listings.length + result.pairs.length;
}

/** alias keeps no history of a listing's price, so each move is written down when it is first met. */
function priceMove({ random }: Pick<SyncDeps, 'random'>, listing: Listing, known: Listing | undefined): ActivityRow[] {
  if (known === undefined) return [];
  const { price: to } = listing;
  const { price: from } = known;
  if (from.minor === to.minor && from.currency === to.currency) return [];
  const move: ActivityRow = {
    id: random.id(),
    at: listing.changedAt > known.changedAt ? listing.changedAt : listing.updatedAt,
    kind: 'listing/price',
    by: 'sync',
    entity: { table: 'listings', id: listing.id },
    summary: `Price ${formatMoney(from, { whole: 'exact' })} to ${formatMoney(to, { whole: 'exact' })}`,
    facts: { from: from.minor, to: to.minor, currency: to.currency },
  };
  return [move];
}

/** A reading may see what a write of ours did before its answer was read: then it was that one's author, not somebody else. */
async function told(db: ArchvdDatabase, moves: readonly ActivityRow[]): Promise<ActivityRow[]> {
  const ids = moves.flatMap(({ entity }) => entity?.id ?? []);
  const writes = await db.outbox.where('entityId').anyOf(ids).toArray();
  return moves.map((move) => {
    const own = writes.find(
      ({ entityId, state, write }) =>
        entityId === move.entity?.id &&
        (state === 'sending' || state === 'unknown') &&
        write.kind === 'listing/price' &&
        write.to.minor === move.facts['to'] &&
        write.to.currency === move.facts['currency'],
    );
    return own === undefined ? move : { ...move, by: own.by };
  });
}
