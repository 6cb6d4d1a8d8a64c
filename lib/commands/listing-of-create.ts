import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Listing } from '@/lib/domain/listings/listing';

/** The listing that a create made or met: its own, or the one its pair has now; null: none is known. */
export async function listingOfCreate(db: ArchvdDatabase, row: OutboxRow): Promise<Listing | null> {
  const externalId = row.externalId ?? (await db.inventory.get(row.entityId))?.goatListingId ?? null;
  if (externalId === null) return null;
  return (await db.listings.where('[marketplace+externalId]').equals(['alias', externalId]).first()) ?? null;
}
