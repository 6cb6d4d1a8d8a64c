import type { Money } from '@/lib/domain/money/money';
import type { CommandDeps } from './command-deps';
import { sameTarget } from './edit-watch-item';
import { stillWatched } from './items-going';
import { keepUndo, stampAfter } from './keep-undo';
import { logWatched } from './log-watched';

/**
 * Gives many watched things one target, or none. Each whose target changes waits to be reached anew.
 *
 * @returns the undo's id; null when all of them had it already
 */
export async function aimWatched(
  deps: CommandDeps,
  { itemIds, targetPrice }: { readonly itemIds: readonly string[]; readonly targetPrice: Money | null },
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlistItems, db.undos, db.activity], async () => {
    const now = deps.now();
    const items = await stillWatched(deps, itemIds);
    const changes = items
      .filter((item) => !sameTarget(item.targetPrice, targetPrice))
      .map((before) => ({
        table: 'watchlistItems' as const,
        before,
        after: { ...before, targetPrice, reachedAt: null, updatedAt: stampAfter(before.updatedAt, now) },
      }));
    const undoId = await keepUndo(deps, 'watch/aim', changes);
    await db.watchlistItems.bulkPut(changes.map(({ after }) => after));
    if (undoId !== null)
      await logWatched(deps, { kind: 'watch/edit', summary: 'Target changed', items: changes.length });
    return { undoId };
  });
}
