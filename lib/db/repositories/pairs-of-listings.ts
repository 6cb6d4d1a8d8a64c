import type { Pair } from '@/lib/domain/inventory/pair';
import type { ArchvdDatabase } from '../database';
import { rowsByKey } from './rows-by-key';

/** Above this many, reading the whole table in one go is quicker than looking rows up. */
const MANY = 600;

/** The pairs that these listings offer, by the marketplace's id of the listing. */
export async function pairsOfListings(
  db: ArchvdDatabase,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, Pair>> {
  const pairs =
    externalIds.length > MANY
      ? await db.inventory.toArray()
      : await rowsByKey(db.inventory, 'goatListingId', externalIds);
  const wanted = new Set(externalIds);
  return new Map(
    pairs.flatMap((pair) =>
      pair.goatListingId !== null && wanted.has(pair.goatListingId) ? [[pair.goatListingId, pair] as const] : [],
    ),
  );
}
