import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { UndoWish, WriteGroupRow } from '../selling-rows';

/** One line for each command with such a wish, so that they are found without a look at all commands there ever were. */
const UNDO_WISH = 'undo-wish/';

/**
 * Keeps how far a command is taken back, and what of it is wanted back as soon as it has arrived; `wish` null: nothing.
 * For a transaction over `writeGroups` and `meta`.
 */
export async function keepUndoWish(
  db: ArchvdDatabase,
  group: WriteGroupRow,
  wish: UndoWish | null,
  now: Instant,
): Promise<void> {
  const kept = Object.fromEntries(Object.entries(group).filter(([name]) => name !== 'undoWanted'));
  const row = { ...(kept as Omit<WriteGroupRow, 'undoWanted'>), updatedAt: now };
  await db.writeGroups.put(wish === null ? row : { ...row, undoWanted: wish });
  const id = UNDO_WISH + group.id;
  await (wish === null ? db.meta.delete(id) : db.meta.put({ id, value: true, updatedAt: now }));
}

/** Ids of the commands that something is wanted back of. */
export async function readUndoWishes(db: ArchvdDatabase): Promise<readonly string[]> {
  const ids = await db.meta.where('id').startsWith(UNDO_WISH).primaryKeys();
  return ids.map((id) => id.slice(UNDO_WISH.length));
}

/** Whether there is any. */
export async function hasUndoWishes(db: ArchvdDatabase): Promise<boolean> {
  return (await db.meta.where('id').startsWith(UNDO_WISH).count()) > 0;
}

/** Nothing more is taken back of these, whatever arrives. For a transaction over `writeGroups` and `meta`. */
export async function forgetUndoWishes(db: ArchvdDatabase, groupIds: readonly string[]): Promise<void> {
  await db.writeGroups
    .where('id')
    .anyOf([...groupIds])
    .modify((group) => void Reflect.deleteProperty(group, 'undoWanted'));
  await db.meta.bulkDelete(groupIds.map((id) => UNDO_WISH + id));
}
