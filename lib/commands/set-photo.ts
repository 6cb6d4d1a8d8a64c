import type { PhotoRow } from '@/lib/db/rows';
import { checkPhoto } from './check-photo';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';
import { logPairs } from './log-pairs';

/**
 * Gives a pair its one picture, in place of the one before; null takes it away.
 *
 * @throws CommandError `not-found`, or `bad-value` when it is no JPEG or WebP of at most 300 KB
 */
export async function setPhoto(
  deps: CommandDeps,
  pairId: string,
  dataUrl: string | null,
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  if (dataUrl !== null) checkPhoto(dataUrl);
  return db.transaction('rw', [db.inventory, db.photos, db.activity, db.undos], async () => {
    const pair = await db.inventory.get(pairId);
    if (pair === undefined || pair.deletedAt !== null)
      throw new CommandError('not-found', 'That pair is no longer in the books. Nothing was changed.');
    const before = await db.photos.where('pairId').equals(pairId).toArray();
    await db.photos.bulkDelete(before.map(({ id }) => id));
    const now = deps.now();
    const after: PhotoRow | null =
      dataUrl === null ? null : { id: deps.newId(), createdAt: now, updatedAt: now, pairId, dataUrl };
    if (after !== null) await db.photos.add(after);
    if (after === null && before.length === 0) return { undoId: null };
    await logPairs(deps, {
      kind: 'pair/photo',
      summary: after === null ? 'Photo removed' : 'Photo set',
      pairIds: [pairId],
    });
    const undoId = await keepUndo(deps, 'pair/photo', [
      ...before.map((photo) => ({ table: 'photos' as const, before: photo, after: null })),
      ...(after === null ? [] : [{ table: 'photos' as const, before: null, after }]),
    ]);
    return { undoId };
  });
}
