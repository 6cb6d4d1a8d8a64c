import type { ListingPictureRow } from '@/lib/db/selling-rows';
import { EXTRA_PICTURE, PICTURE_TYPES } from '@/lib/domain/listings/listing-words';
import { CommandError, type CommandDeps } from './command-deps';
import { readPicture } from './read-picture';
import { readPicturesInUse } from './pictures-in-use';

/** A picture of one pair. */
export interface PictureOrder {
  readonly pairId: string;
  /** `PICTURE_TYPE_*` */
  readonly type: string;
  /** From 1, for the extra ones; the others have none. */
  readonly order: number | null;
  readonly dataUrl: string;
}

/** One pair's pictures that wait; they lie in the books, and in every copy of them. */
const MOST_PER_PAIR = 20;

/**
 * Keeps a picture of a pair until its listing has it. It takes the place of one of the same kind, unless that one is on
 * its way.
 *
 * @throws CommandError `bad-value` (no JPEG or PNG, too large, a kind alias does not know), `not-found`, `too-many`
 */
export async function stagePicture(deps: CommandDeps, order: PictureOrder): Promise<{ readonly pictureId: string }> {
  const { db } = deps;
  const dataUrl = readPicture(order.dataUrl);
  if (!PICTURE_TYPES.includes(order.type))
    throw new CommandError('bad-value', 'alias does not know that kind of picture. Nothing was changed.');
  if ((order.type === EXTRA_PICTURE) !== (order.order !== null))
    throw new CommandError('bad-value', 'Extra pictures have a number, the others have none. Nothing was changed.');
  return db.transaction('rw', [db.inventory, db.listingPictures, db.outbox], async () => {
    const pair = await db.inventory.get(order.pairId);
    if (pair === undefined || pair.deletedAt !== null)
      throw new CommandError('not-found', 'That pair is no longer in the books. Nothing was changed.');
    const kept = await keptOf(deps, order);
    const inUse = await readPicturesInUse(db);
    const replaced = kept.alike.filter((id) => !inUse.has(id));
    if (kept.count - replaced.length >= MOST_PER_PAIR)
      throw new CommandError('too-many', `A pair has at most ${MOST_PER_PAIR} pictures. Nothing was changed.`);
    const now = deps.now();
    const row: ListingPictureRow = {
      ...order,
      id: deps.newId(),
      createdAt: now,
      updatedAt: now,
      dataUrl,
      externalId: null,
    };
    await db.listingPictures.bulkDelete(replaced);
    await db.listingPictures.add(row);
    return { pictureId: row.id };
  });
}

async function keptOf({ db }: CommandDeps, { pairId, type, order }: PictureOrder) {
  const alike: string[] = [];
  let count = 0;
  await db.listingPictures
    .where('pairId')
    .equals(pairId)
    .each((picture) => {
      if (picture.dataUrl === null) return;
      count += 1;
      if (picture.type === type && picture.order === order) alike.push(picture.id);
    });
  return { alike, count };
}
