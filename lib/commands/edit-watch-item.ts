import { watchKey } from '@/lib/db/repositories/watchlists';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Money } from '@/lib/domain/money/money';
import { alertsResized } from './alert-changes';
import { CommandError, type CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { watchedItem, writeWatchChange } from './watch-undo';

/** What changes; a field that is left out stays. */
export interface WatchEdit {
  readonly itemId: string;
  readonly usSize?: number | null | undefined;
  readonly targetPrice?: Money | null | undefined;
  readonly note?: string | undefined;
}

/**
 * Changes what is watched. Another target or size waits to be reached anew.
 *
 * @returns the undo's id; null when all of it was so already
 * @throws CommandError `not-found`; `bad-value` when the new size is in its list already
 */
export async function editWatchItem(deps: CommandDeps, edit: WatchEdit): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.watchlistItems, db.alerts, db.undos, db.activity], async () => {
    const before = await watchedItem(deps, edit.itemId);
    const next: WatchlistItemRow = {
      ...before,
      usSize: edit.usSize === undefined ? before.usSize : edit.usSize,
      targetPrice: edit.targetPrice === undefined ? before.targetPrice : edit.targetPrice,
      note: edit.note ?? before.note,
    };
    const aims = next.usSize !== before.usSize || !sameTarget(next.targetPrice, before.targetPrice);
    if (!aims && next.note === before.note) return { undoId: null };
    if (next.usSize !== before.usSize) await refuseTwin(deps, next);
    const undoId = await writeWatchChange(deps, {
      kind: 'watch/edit',
      before,
      after: {
        ...next,
        reachedAt: aims ? null : before.reachedAt,
        updatedAt: stampAfter(before.updatedAt, deps.now()),
      },
      summary: aims ? 'Target changed' : 'Note changed',
      also: next.usSize === before.usSize ? [] : await alertsResized(deps, next),
    });
    return { undoId };
  });
}

async function refuseTwin({ db }: CommandDeps, item: WatchlistItemRow): Promise<void> {
  const items = await db.watchlistItems.where('catalogId').equals(item.catalogId).toArray();
  const twin = items.some((one) => one.deletedAt === null && one.id !== item.id && watchKey(one) === watchKey(item));
  if (twin) throw new CommandError('bad-value', 'That size is on this list already. Nothing was changed.');
}

/** Whether two targets are the same amount of the same currency, or both none. */
export function sameTarget(a: Money | null, b: Money | null): boolean {
  return a === null || b === null ? a === b : a.minor === b.minor && a.currency === b.currency;
}
