import type { CommandDeps } from './command-deps';
import { readPicturesInUse } from './pictures-in-use';

/**
 * Throws pictures away that were kept for a listing; those that something under way needs stay.
 *
 * @returns how many went
 */
export async function discardPictures(
  { db }: CommandDeps,
  pictureIds: readonly string[],
): Promise<{ readonly changed: number }> {
  return db.transaction('rw', [db.listingPictures, db.outbox], async () => {
    const inUse = await readPicturesInUse(db);
    const going = pictureIds.filter((id) => !inUse.has(id));
    const changed = await db.listingPictures.where('id').anyOf(going).delete();
    return { changed };
  });
}
