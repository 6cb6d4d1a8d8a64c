import { enqueueDeletion } from '@/lib/db/repositories/enqueue-deletion';
import { writesOnTheirWay } from '@/lib/db/repositories/open-writes';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { WriteAuthor } from '@/lib/domain/outbox/write';
import type { Instant } from '@/lib/domain/time/instant';
import type { Turn } from './outbox-run';
import type { RowChange } from './row-changes';

/** What was found out about one write. */
export interface Outcome {
  readonly row: OutboxRow;
  readonly change: RowChange;
  /** The listing as the marketplace told it; kept in the books with the row. */
  readonly listing?: ListingFacts | null;
  /** Further listings that carry this write's key: a browser delivered it twice. They go. */
  readonly extras?: readonly ListingFacts[];
  /** A picture that is up now; its bytes are no longer needed. */
  readonly picture?: { readonly id: string; readonly externalId: string };
}

/**
 * Records outcomes, the listings they tell of and the deletion of what is there twice, all or nothing. A row that is not
 * on its way any more, since somebody settled it before, stays as it is.
 */
export async function settleWrites(turn: Turn, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const { db } = turn.deps;
  await turn.inBooks([], async () => {
    const now = turn.now();
    const onTheirWay = await writesOnTheirWay(db);
    const open = outcomes.filter(({ row }) => onTheirWay.has(row.id));
    // First the listings: a new one finds its pair by the write that made it.
    for (const by of ['user', 'rule'] as const) {
      const facts = listingsOf(open, by);
      // Nothing is awaited that may not touch the database: it would end the transaction.
      if (facts.length > 0) await turn.deps.keepListings(facts, by, now);
    }
    await db.outbox.bulkPut(open.map(({ row, change }) => ({ ...row, ...change, updatedAt: now })));
    for (const { picture } of open) {
      if (picture === undefined) continue;
      await db.listingPictures.update(picture.id, { externalId: picture.externalId, dataUrl: null, updatedAt: now });
    }
    for (const extra of open.flatMap(({ extras }) => extras ?? [])) await deleteExtra(turn, extra, now);
  });
}

function listingsOf(outcomes: readonly Outcome[], by: WriteAuthor): readonly ListingFacts[] {
  const told = outcomes
    .filter(({ row }) => row.by === by)
    .flatMap(({ listing, extras }) => [...(listing == null ? [] : [listing]), ...(extras ?? [])]);
  return [...new Map(told.map((listing) => [listing.externalId, listing])).values()];
}

async function deleteExtra({ deps }: Turn, extra: ListingFacts, now: Instant): Promise<void> {
  const { db, random } = deps;
  const { marketplace, externalId, status } = extra;
  const listing = await db.listings.where('[marketplace+externalId]').equals([marketplace, externalId]).first();
  if (listing === undefined || status === 'deleted' || status === 'sold') return;
  await enqueueDeletion(db, listing, { newId: () => random.id(), now });
}
