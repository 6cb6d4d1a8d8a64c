import type { ArchvdDatabase } from '@/lib/db/database';
import { keepUndoWish } from '@/lib/db/repositories/undo-wishes';
import type { WriteGroupRow } from '@/lib/db/selling-rows';
import type { Instant } from '@/lib/domain/time/instant';

/** How far a command is taken back. */
export interface UndoStanding {
  /** Rows of `outbox` that are taken back as soon as they have arrived. */
  readonly waiting: readonly string[];
  /** What took it back, as far as it is; null: nothing did. */
  readonly undoneBy: string | null;
}

/** Keeps how far a command is taken back, if that is another than before. For a transaction over `writeGroups` and `meta`. */
export async function keepUndoStanding(
  db: ArchvdDatabase,
  group: WriteGroupRow,
  { waiting, undoneBy }: UndoStanding,
  now: Instant,
): Promise<void> {
  const { undoWanted: before } = group;
  if (waiting.length > 0) {
    const isSame = before?.undoneBy === undoneBy && areSame(before.writeIds, waiting);
    if (!isSame) await keepUndoWish(db, { ...group, undoneBy: null }, { writeIds: waiting, undoneBy }, now);
  } else if (before !== undefined || undoneBy !== group.undoneBy) {
    await keepUndoWish(db, { ...group, undoneBy }, null, now);
  }
}

/** The very same rows, in whatever order: as many others would be taken back in their place. */
function areSame(before: readonly string[], now: readonly string[]): boolean {
  const known = new Set(before);
  return known.size === new Set(now).size && now.every((id) => known.has(id));
}
