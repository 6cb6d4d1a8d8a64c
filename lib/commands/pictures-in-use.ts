import type { ArchvdDatabase } from '@/lib/db/database';
import { openWrites } from '@/lib/db/repositories/open-writes';

/** Pictures that something under way still needs. */
export async function readPicturesInUse(db: ArchvdDatabase): Promise<ReadonlySet<string>> {
  const inUse = new Set<string>();
  await openWrites(db).each(({ write }) => {
    if (write.kind === 'listing/picture') inUse.add(write.pictureId);
    if (write.kind === 'listing/create') for (const id of write.draft.pictureIds) inUse.add(id);
  });
  return inUse;
}
