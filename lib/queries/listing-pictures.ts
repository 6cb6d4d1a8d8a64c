import type { ArchvdDatabase } from '@/lib/db/database';
import type { ListingPictureRow } from '@/lib/db/selling-rows';

/** Pictures of a pair that wait for its listing, with their bytes, in a fixed order. */
export async function readStagedPictures(db: ArchvdDatabase, pairId: string): Promise<readonly ListingPictureRow[]> {
  const rows = await db.listingPictures.where('pairId').equals(pairId).toArray();
  return rows
    .filter(({ dataUrl }) => dataUrl !== null)
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));
}
