import type { ArchvdDatabase } from '@/lib/db/database';
import { isRunning } from '@/lib/db/repositories/experiments';
import { isLive } from '@/lib/domain/listings/listing-state';
import type { Instant } from '@/lib/domain/time/instant';

/** What of the listings for sale can be asked to take part in an experiment, and what they can be chosen by. */
export interface ExperimentCandidate {
  readonly listingId: string;
  readonly brand: string;
  readonly styleCode: string | null;
  readonly tags: readonly string[];
}

/** Live listings that are in no running experiment. */
export async function experimentCandidates(db: ArchvdDatabase, now: Instant): Promise<readonly ExperimentCandidate[]> {
  const [active, products, pairs, experiments] = await Promise.all([
    db.listings.where('status').equals('active').toArray(),
    db.products.toArray(),
    db.inventory.where('status').equals('listed').toArray(),
    db.experiments.toArray(),
  ]);
  const taken = new Set(
    experiments.flatMap((each) => (isRunning(each, now) ? each.members.map(({ listingId }) => listingId) : [])),
  );
  const brandOf = new Map(products.map(({ catalogId, brand }) => [catalogId, brand]));
  const pairOf = new Map(pairs.flatMap((pair) => (pair.goatListingId === null ? [] : [[pair.goatListingId, pair]])));
  return active
    .filter((listing) => isLive(listing) && !taken.has(listing.id))
    .map(({ id, externalId, catalogId, styleCode }) => {
      const pair = pairOf.get(externalId);
      return { listingId: id, brand: brandOf.get(catalogId) ?? pair?.brand ?? '', styleCode, tags: pair?.tags ?? [] };
    });
}
