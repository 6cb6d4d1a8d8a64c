import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing, ListingFacts } from '@/lib/domain/listings/listing';
import { isGone } from '@/lib/domain/listings/listing-state';

/** Under this key a listing's metadata names the decision that made it. */
const KEY = 'archvd';

/** Listings that carry our key, the oldest first, with the pairs and offers of the wishes that made them. */
interface Origins {
  readonly tries: readonly OutboxRow[];
  readonly pairs: ReadonlyMap<string, Pair>;
  /** By external id: the listings that offer those pairs, as far as the books have met them. */
  readonly offers: ReadonlyMap<string, Listing>;
}

/** Whether a listing says that the companion made it. */
export function carriesKey({ metadata }: ListingFacts): boolean {
  return metadata[KEY] !== undefined;
}

/**
 * Of listings that no pair of the books belongs to, those the companion made: each with the pair it was made for, or null
 * when that pair is offered by another listing already. A browser may deliver one wish twice; a second pair would be one
 * that does not exist.
 *
 * @param unclaimed at least one; for the transaction of a page
 */
export async function listingsOfOurs(
  db: ArchvdDatabase,
  unclaimed: readonly ListingFacts[],
): Promise<ReadonlyMap<string, Pair | null>> {
  const origins = await readOrigins(db, unclaimed);
  const made = new Map<string, Pair | null>();
  const taken = new Set<string>();
  // The oldest is the one that was wanted; a delivery after it came too late.
  for (const one of unclaimed.toSorted((a, b) => a.listedAt - b.listedAt)) {
    const tries = triesOf(origins, one);
    const pair = origins.pairs.get(tries[0]?.entityId ?? '');
    if (pair === undefined) continue;
    const isFree = !taken.has(pair.id) && !isOffered(origins, pair);
    const isNamed = tries.some(({ externalId }) => externalId === null || externalId === one.externalId);
    const isWanted = isFree && isNamed && one.status !== 'deleted';
    made.set(one.externalId, isWanted ? pair : null);
    if (isWanted) taken.add(pair.id);
  }
  return made;
}

/**
 * Of listings that are there a second time, those that may go: not live, and of a wish that is fulfilled by another one,
 * which is still there. Anything less certain is left to the seller.
 *
 * @param twins at least one, as `listingsOfOurs` tells them
 */
export async function lateTwins(db: ArchvdDatabase, twins: readonly Listing[]): Promise<readonly Listing[]> {
  const origins = await readOrigins(db, twins);
  return twins.filter((listing) => {
    const tries = triesOf(origins, listing);
    const offer = origins.offers.get(origins.pairs.get(tries[0]?.entityId ?? '')?.goatListingId ?? '');
    const isIdle = listing.status === 'inactive' || listing.status === 'pending';
    const isSettled = tries.every(({ externalId }) => externalId !== null && externalId !== listing.externalId);
    return (
      isIdle && isSettled && offer !== undefined && !isGone(offer) && offer.metadata[KEY] === listing.metadata[KEY]
    );
  });
}

async function readOrigins(db: ArchvdDatabase, listings: readonly ListingFacts[]): Promise<Origins> {
  const keys = [...new Set(listings.map(({ metadata }) => metadata[KEY] ?? ''))];
  const tries = await db.outbox.where('decisionId').anyOf(keys).toArray();
  const made = tries.filter(({ kind }) => kind === 'listing/create');
  const found = await db.inventory.bulkGet([...new Set(made.map(({ entityId }) => entityId))]);
  const pairs = found.filter((pair) => pair !== undefined);
  const offeredBy = pairs.flatMap(({ goatListingId }) => goatListingId ?? []);
  const offers = await db.listings
    .where('[marketplace+externalId]')
    .anyOf(offeredBy.map((id) => ['alias', id]))
    .toArray();
  return {
    tries: made,
    pairs: new Map(pairs.map((pair) => [pair.id, pair])),
    offers: new Map(offers.map((listing) => [listing.externalId, listing])),
  };
}

function triesOf({ tries }: Origins, { metadata }: ListingFacts): readonly OutboxRow[] {
  return tries.filter(({ decisionId }) => decisionId === metadata[KEY]);
}

/** By a listing that is still there, or that the books have not met: of such a one nothing is known. */
function isOffered({ offers }: Origins, { goatListingId }: Pair): boolean {
  if (goatListingId === null) return false;
  const listing = offers.get(goatListingId);
  return listing === undefined || !isGone(listing);
}
