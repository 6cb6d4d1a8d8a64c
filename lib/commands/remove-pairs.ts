import type { Pair } from '@/lib/domain/inventory/pair';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

export interface RemoveResult {
  readonly removed: number;
  /** Stay, because alias has their listing: take it off there first. */
  readonly listed: number;
  /** Stay, because they were sold: profit and tax rest on them. */
  readonly sold: number;
  readonly undoId: string | null;
}

const MOST = 10_000;

/**
 * Takes pairs out of the books; they can be taken back. A pair that alias still has a listing of stays, since a sale
 * there would bring it back, and so does one that was sold, since its cost belongs to that sale.
 */
export async function removePairs(deps: CommandDeps, pairIds: readonly string[]): Promise<RemoveResult> {
  const { db } = deps;
  const ids = [...new Set(pairIds)];
  if (ids.length > MOST)
    throw new CommandError('too-many', `At most ${MOST} pairs are deleted at once. Nothing was changed.`);
  return db.transaction('rw', [db.inventory, db.listings, db.activity, db.undos], async () => {
    const found = await db.inventory.bulkGet(ids);
    const pairs = found.filter((pair) => pair !== undefined).filter((pair) => pair.deletedAt === null);
    const listed = await listedOnMarket(db, pairs);
    const unsold = pairs.filter((pair) => pair.status !== 'sold');
    const removed = unsold
      .filter((pair) => !listed.has(pair.id))
      .map((before) => ({ before, after: inBin(before, deps) }));
    await db.inventory.bulkPut(removed.map(({ after }) => after));
    await logPairs(deps, { kind: 'pair/remove', summary: 'Deleted', pairIds: removed.map(({ after }) => after.id) });
    const undoId = await keepUndo(
      deps,
      'pairs/remove',
      removed.map(({ before, after }) => ({ table: 'inventory' as const, before, after })),
    );
    return {
      removed: removed.length,
      listed: unsold.length - removed.length,
      sold: pairs.length - unsold.length,
      undoId,
    };
  });
}

function inBin(pair: Pair, deps: CommandDeps): Pair {
  return { ...pair, deletedAt: deps.now(), updatedAt: stampAfter(pair.updatedAt, deps.now()) };
}
