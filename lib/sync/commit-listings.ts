import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { ActivityRow } from '@/lib/db/rows';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Instant } from '@/lib/domain/time/instant';
import { mergeListings } from './merge-listings';
import type { SyncDeps } from './sync-run';

/** Tables `writeListings` touches, for the transaction around it. */
export function listingTables(db: ArchvdDatabase) {
  return [db.listings, db.inventory, db.activity];
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
  const knownById = new Map(known.map((listing) => [listing.externalId, listing]));
  const result = mergeListings({
    facts,
    known: knownById,
    pairs: new Map(pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [[pair.goatListingId, pair] as const]))),
    now,
    newId: () => deps.random.id(),
  });
  await Promise.all([db.listings.bulkPut([...result.listings]), db.inventory.bulkPut([...result.pairs])]);
  const moves = result.listings.flatMap((listing) => priceMove(deps, listing, knownById.get(listing.externalId)));
  if (moves.length > 0) await db.activity.bulkAdd(moves);
  return result.listings.length + result.pairs.length;
}

/** alias keeps no history of a listing's price, so each move is written down when it is first met. */
function priceMove({ random }: SyncDeps, listing: Listing, known: Listing | undefined): ActivityRow[] {
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
