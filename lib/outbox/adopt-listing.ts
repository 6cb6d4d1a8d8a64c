import type { OutboxRow } from '@/lib/db/selling-rows';
import { isGone } from '@/lib/domain/listings/listing-state';
import type { Turn } from './outbox-run';
import { changedElsewhere, ended, type RowChange } from './row-changes';

/**
 * A pair is listed once. Where it is offered already, a listing of ours that was made for it earlier is gone on with, and
 * anything else ends the write: a second listing of one pair would be two sales of it.
 *
 * @param creates at least one
 */
export async function adoptListings(
  { deps }: Turn,
  creates: readonly OutboxRow[],
  changes: Map<string, RowChange>,
): Promise<void> {
  const { db } = deps;
  const pairs = await db.inventory.bulkGet(creates.map((row) => row.entityId));
  for (const [index, row] of creates.entries()) {
    const pair = pairs[index];
    if (pair === undefined || pair.deletedAt !== null) changes.set(row.id, ended('rejected', 'gone'));
    else if (pair.status !== 'in-stock' && pair.status !== 'listed') changes.set(row.id, ended('rejected', 'gone'));
    else if (pair.goatListingId !== null && pair.goatListingId !== row.externalId) {
      const key = ['alias', pair.goatListingId];
      const listing = await db.listings.where('[marketplace+externalId]').equals(key).first();
      if (listing === undefined || isGone(listing)) continue;
      const maker = await db.outbox
        .where('decisionId')
        .equals(listing.metadata['archvd'] ?? '')
        .first();
      const isOurs = maker?.write.kind === 'listing/create' && maker.entityId === row.entityId;
      const isWanted = row.write.kind === 'listing/create' && listing.price.minor === row.write.draft.price.minor;
      changes.set(
        row.id,
        isOurs && isWanted && row.externalId === null
          ? { externalId: listing.externalId, attempts: 0 }
          : changedElsewhere(listing),
      );
    }
  }
}
