import type { Listing } from '@/lib/domain/listings/listing';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/**
 * Takes a listing off that our own request, delivered twice, has made a second time: a command like a person's, seen in
 * the tracker. Nothing happens when it is being deleted already. For a transaction over `outbox` and `writeGroups`.
 */
export async function enqueueDeletion(
  db: ArchvdDatabase,
  listing: Pick<Listing, 'id' | 'externalId'>,
  { newId, now }: { readonly newId: () => string; readonly now: Instant },
): Promise<void> {
  const known = await db.outbox.where('entityId').equals(listing.id).toArray();
  if (known.some((row) => row.kind === 'listing/delete')) return;
  const stamps = { createdAt: now, updatedAt: now, by: 'user', runId: null } as const;
  const [id, groupId] = [newId(), newId()];
  const { externalId } = listing;
  await db.writeGroups.add({ ...stamps, id: groupId, kind: 'delete', total: 1, undoneBy: null, dismissedAt: null });
  await db.outbox.add({
    ...stamps,
    id,
    groupId,
    decisionId: id,
    kind: 'listing/delete',
    state: 'pending',
    entityId: listing.id,
    write: { kind: 'listing/delete', externalId },
    after: [],
    attempts: 0,
    nextAt: now,
    expiresAt: null,
    lease: null,
    sentAt: null,
    batchId: null,
    problem: null,
    conflict: null,
    externalId,
  });
}
