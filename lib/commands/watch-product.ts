import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import type { CommandDeps } from './command-deps';
import { sameTarget } from './edit-watch-item';
import { stampAfter } from './keep-undo';
import { writeWatchChange } from './watch-undo';
import { watchlistOf } from './watchlist-of';

export interface WatchRequest {
  readonly catalogId: string;
  /** null: every size. */
  readonly usSize: number | null;
  /** Rings when an ask is at or below it; null: never rings, and leaves a target that is there. */
  readonly targetPrice: Money | null;
  /** null: whichever list has it already, else the first one. */
  readonly watchlistId?: string | null | undefined;
}

export interface Watched {
  readonly itemId: string;
  /** What `runUndo` takes back; null: nothing was changed. */
  readonly undoId: string | null;
  /** It was watched before; another target was set, if one was given. */
  readonly already: boolean;
}

/**
 * Puts a product, or one size of it, on a watch list. A list is made when there is none. Where no list is named, what any
 * list holds is watched already; a named list may hold what another one holds too, with a target of its own.
 *
 * @throws CommandError `not-found` when the list is gone
 */
export async function watchProduct(deps: CommandDeps, request: WatchRequest): Promise<Watched> {
  const { db } = deps;
  const { catalogId, usSize, targetPrice, watchlistId = null } = request;
  return db.transaction('rw', [db.watchlists, db.watchlistItems, db.undos, db.activity], async () => {
    const now = deps.now();
    const known = (await db.watchlistItems.where('catalogId').equals(catalogId).toArray()).find(
      (item) =>
        item.deletedAt === null && item.usSize === usSize && (watchlistId === null || item.watchlistId === watchlistId),
    );
    if (known !== undefined) return aimAnew(deps, known, targetPrice, now);
    const item: WatchlistItemRow = {
      id: deps.newId(),
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      watchlistId: await watchlistOf(deps, watchlistId, now),
      catalogId,
      usSize,
      targetPrice,
      note: '',
      reachedAt: null,
    };
    const undoId = await writeWatchChange(deps, { kind: 'watch/add', before: null, after: item, summary: 'Watched' });
    return { itemId: item.id, undoId, already: false };
  });
}

async function aimAnew(
  deps: CommandDeps,
  known: WatchlistItemRow,
  targetPrice: Money | null,
  now: Instant,
): Promise<Watched> {
  if (targetPrice === null || sameTarget(known.targetPrice, targetPrice))
    return { itemId: known.id, undoId: null, already: true };
  const undoId = await writeWatchChange(deps, {
    kind: 'watch/edit',
    before: known,
    after: { ...known, targetPrice, reachedAt: null, updatedAt: stampAfter(known.updatedAt, now) },
    summary: 'Target changed',
  });
  return { itemId: known.id, undoId, already: true };
}
