import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
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
    const rows = await db.outbox.bulkGet(outcomes.map(({ row }) => row.id));
    const open = outcomes.filter((_, index) => rows[index]?.state === 'sending' || rows[index]?.state === 'unknown');
    // First the listings: a new one finds its pair by the write that made it.
    for (const by of ['user', 'rule'] as const) await keepListings(turn, open, by, now);
    await db.outbox.bulkPut(open.map(({ row, change }) => ({ ...row, ...change, updatedAt: now })));
    for (const { picture } of open) {
      if (picture === undefined) continue;
      await db.listingPictures.update(picture.id, { externalId: picture.externalId, dataUrl: null, updatedAt: now });
    }
    for (const outcome of open) await deleteExtras(turn, outcome, now);
  });
}

async function keepListings(
  { deps }: Turn,
  outcomes: readonly Outcome[],
  by: WriteAuthor,
  now: Instant,
): Promise<void> {
  const told = outcomes
    .filter(({ row }) => row.by === by)
    .flatMap(({ listing, extras }) => [...(listing == null ? [] : [listing]), ...(extras ?? [])]);
  const facts = [...new Map(told.map((listing) => [listing.externalId, listing])).values()];
  if (facts.length > 0) await deps.keepListings(facts, by, now);
}

async function deleteExtras({ deps }: Turn, { row, extras = [] }: Outcome, now: Instant): Promise<void> {
  const { db, random } = deps;
  for (const extra of extras) {
    if (extra.status === 'deleted' || extra.status === 'sold') continue;
    const listing = await db.listings
      .where('[marketplace+externalId]')
      .equals([extra.marketplace, extra.externalId])
      .first();
    if (listing !== undefined) {
      await enqueueDeletion(db, { listing, by: row.by, groupId: random.id(), id: random.id(), now });
    }
  }
}

interface Deletion {
  readonly listing: { readonly id: string; readonly externalId: string };
  readonly by: WriteAuthor;
  readonly id: string;
  readonly groupId: string;
  readonly now: Instant;
}

/** A command of our own: takes a listing off that is there twice. Nothing happens when it is being deleted already. */
async function enqueueDeletion(db: ArchvdDatabase, { listing, id, groupId, now }: Deletion): Promise<void> {
  const known = await db.outbox.where('entityId').equals(listing.id).toArray();
  if (known.some((row) => row.kind === 'listing/delete')) return;
  const stamps = { createdAt: now, updatedAt: now };
  const group: WriteGroupRow = {
    ...stamps,
    id: groupId,
    kind: 'delete',
    by: 'user',
    total: 1,
    runId: null,
    undoneBy: null,
    dismissedAt: null,
  };
  const row: OutboxRow = {
    ...stamps,
    id,
    kind: 'listing/delete',
    state: 'pending',
    entityId: listing.id,
    decisionId: id,
    groupId,
    by: 'user',
    runId: null,
    write: { kind: 'listing/delete', externalId: listing.externalId },
    after: [],
    attempts: 0,
    nextAt: now,
    expiresAt: null,
    lease: null,
    sentAt: null,
    batchId: null,
    problem: null,
    conflict: null,
    externalId: listing.externalId,
  };
  await db.writeGroups.add(group);
  await db.outbox.add(row);
}
