import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isGone } from '@/lib/domain/listings/listing-state';

/**
 * Ids of those pairs whose listing the marketplace still has, on sale or not: their facts are read from there.
 * A listing that was never read counts as gone.
 */
export async function listedOnMarket(db: ArchvdDatabase, pairs: readonly Pair[]): Promise<ReadonlySet<string>> {
  const keys = pairs.flatMap(({ goatListingId }) => (goatListingId === null ? [] : [['alias', goatListingId]]));
  const listings = keys.length === 0 ? [] : await rowsByKey(db.listings, '[marketplace+externalId]', keys);
  const standing = new Set(listings.filter((listing) => !isGone(listing)).map((listing) => listing.externalId));
  const listed = pairs.filter((pair) => pair.goatListingId !== null && standing.has(pair.goatListingId));
  return new Set(listed.map((pair) => pair.id));
}
