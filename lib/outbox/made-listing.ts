import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { Turn } from './outbox-run';
import type { Outcome } from './settle-writes';

/**
 * A listing is there: the oldest with the write's key is the one, unless the books joined another of them to the pair
 * already; the rest are extras. The write goes on with its next step.
 *
 * @param found at least one, any order, possibly the same twice
 */
export async function madeListing(turn: Turn, row: OutboxRow, found: readonly ListingFacts[]): Promise<Outcome> {
  const pair = await turn.deps.db.inventory.get(row.entityId);
  const distinct = [...new Map(found.map((listing) => [listing.externalId, listing])).values()];
  const alive = distinct.filter(({ status }) => status !== 'deleted');
  const ranked = (alive.length > 0 ? alive : distinct).toSorted(
    (a, b) => a.listedAt - b.listedAt || (a.externalId < b.externalId ? -1 : 1),
  );
  const kept = ranked.find(({ externalId }) => externalId === pair?.goatListingId) ?? ranked[0];
  if (kept === undefined) throw new RangeError('A listing was made, but none was found');
  return {
    row,
    listing: kept,
    extras: distinct.filter(({ externalId }) => externalId !== kept.externalId),
    change: {
      state: 'pending',
      attempts: 0,
      lease: null,
      batchId: null,
      problem: null,
      nextAt: turn.now(),
      externalId: kept.externalId,
    },
  };
}
