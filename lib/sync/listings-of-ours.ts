import type { ArchvdDatabase } from '@/lib/db/database';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { isGone } from '@/lib/domain/listings/listing-state';

/** Under this key a listing's metadata names the decision that made it. */
const KEY = 'archvd';

/**
 * Of listings that no pair of the books belongs to, those the companion made: each with the pair it was made for, or null
 * when that pair is offered by another listing already. A browser may deliver one wish twice; a second pair would be one
 * that does not exist.
 *
 * @param pairs by the listing that offers them; for the transaction of a page
 */
export async function listingsOfOurs(
  db: ArchvdDatabase,
  facts: readonly ListingFacts[],
  pairs: ReadonlyMap<string, Pair>,
): Promise<ReadonlyMap<string, Pair | null>> {
  const made = new Map<string, Pair | null>();
  const unclaimed = facts.filter((one) => one.metadata[KEY] !== undefined && !pairs.has(one.externalId));
  if (unclaimed.length === 0) return made;
  const writes = await db.outbox
    .where('decisionId')
    .anyOf(unclaimed.map((one) => one.metadata[KEY] ?? ''))
    .toArray();
  const taken = new Set<string>();
  // The oldest is the one that was wanted; a delivery after it came too late.
  for (const one of unclaimed.toSorted((a, b) => a.listedAt - b.listedAt)) {
    const write = writes.find(({ kind, decisionId }) => kind === 'listing/create' && decisionId === one.metadata[KEY]);
    if (write === undefined) continue;
    const pair = await db.inventory.get(write.entityId);
    if (pair === undefined) continue;
    const isFree = !taken.has(pair.id) && !(await isOffered(db, pair));
    const isWanted = one.status !== 'deleted' && (write.externalId ?? one.externalId) === one.externalId;
    made.set(one.externalId, isFree && isWanted ? pair : null);
    if (isFree && isWanted) taken.add(pair.id);
  }
  return made;
}

/** By a listing that is still there. */
async function isOffered(db: ArchvdDatabase, { goatListingId }: Pair): Promise<boolean> {
  if (goatListingId === null) return false;
  const listing = await db.listings.where('[marketplace+externalId]').equals(['alias', goatListingId]).first();
  return listing === undefined || !isGone(listing);
}
