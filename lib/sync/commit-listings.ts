import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { Instant } from '@/lib/domain/time/instant';
import { mergeListings } from './merge-listings';
import type { SyncDeps } from './sync-run';

/** Tables `writeListings` touches, for the transaction around it. */
export function listingTables(db: ArchvdDatabase) {
  return [db.listings, db.inventory];
}

/** Merges listings into the books; answers how many rows it wrote. To be called inside a transaction over `listingTables`. */
export async function writeListings(deps: SyncDeps, facts: readonly ListingFacts[], now: Instant): Promise<number> {
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
  const result = mergeListings({
    facts,
    known: new Map(known.map((listing) => [listing.externalId, listing])),
    pairs: new Map(pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [[pair.goatListingId, pair] as const]))),
    now,
    newId: () => deps.random.id(),
  });
  await Promise.all([db.listings.bulkPut([...result.listings]), db.inventory.bulkPut([...result.pairs])]);
  return result.listings.length + result.pairs.length;
}
