import { openWritesAbout } from '@/lib/db/repositories/open-writes';
import { goneCode } from './plan-price';
import { sellingTables, type Accepted, type SellingDeps } from './selling-deps';
import { sendWrites, type Planned } from './send-writes';

/**
 * Sends pictures kept for a pair to the listing it has. Skipped by picture: `not-found`, `already-so` (it is up),
 * `write-under-way`, and `gone` or `sold` for all.
 */
export async function sendPictures(
  deps: SellingDeps,
  listingId: string,
  pictureIds: readonly string[],
): Promise<Accepted> {
  const { db } = deps;
  const ids = [...new Set(pictureIds)];
  return db.transaction('rw', sellingTables(db), async () => {
    const [subject] = await deps.readListed([listingId]);
    const all = (code: string): Planned[] => ids.map((id) => ({ id, code }));
    if (subject === undefined) return sendWrites(deps, COMMAND, all('not-found'));
    const gone = goneCode(subject);
    if (gone !== null) return sendWrites(deps, COMMAND, all(gone));
    // A new wish would take the place of what waits: a price that was asked for must not go for a picture.
    if ((await openWritesAbout(db, [listingId])).has(listingId))
      return sendWrites(deps, COMMAND, all('write-under-way'));
    const { externalId } = subject.listing;
    const pictures = await db.listingPictures.bulkGet(ids);
    const planned = ids.map((id, nth): Planned => {
      const picture = pictures[nth];
      if (picture === undefined || picture.pairId !== subject.pair?.id) return { id, code: 'not-found' };
      if (picture.dataUrl === null) return { id, code: 'already-so' };
      return { id, write: { entityId: listingId, write: { kind: 'listing/picture', externalId, pictureId: id } } };
    });
    return sendWrites(deps, COMMAND, planned);
  });
}

const COMMAND = { kind: 'pictures', summary: 'Pictures to be sent' } as const;
