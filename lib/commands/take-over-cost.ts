import type { Pair } from '@/lib/domain/inventory/pair';
import { isSamePairAgain } from '@/lib/domain/inventory/same-pair';
import { canStandFor } from '@/lib/domain/sales/can-stand-for';
import { CommandError, type CommandDeps } from './command-deps';
import { keepUndo, stampAfter } from './keep-undo';
import { listedOnMarket } from './listed-on-market';
import { logPairs } from './log-pairs';

/**
 * Makes two pairs one: the shoes were taken off alias and listed again under another id, and so came into the books
 * twice. The pair that is offered now, or that was sold without anybody saying what it cost, gets all that the seller said
 * of the other one, which goes.
 *
 * @throws CommandError `not-allowed` when the two are not the same kind of shoes, or the other one is listed or sold
 */
export async function takeOverCost(
  deps: CommandDeps,
  pairId: string,
  fromPairId: string,
): Promise<{ readonly undoId: string | null }> {
  const { db } = deps;
  return db.transaction('rw', [db.inventory, db.listings, db.photos, db.activity, db.undos], async () => {
    const [pair, from] = await db.inventory.bulkGet([pairId, fromPairId]);
    const joinable =
      pair !== undefined && from !== undefined && (isSamePairAgain(pair, from) || canStandFor(pair, from));
    if (!joinable || (await listedOnMarket(db, [from])).size > 0)
      throw new CommandError('not-allowed', 'These do not look like the same pair any more. Nothing was changed.');
    const at = deps.now();
    const gone: Pair = { ...from, ledgerRef: null, deletedAt: at, updatedAt: stampAfter(from.updatedAt, at) };
    const joined: Pair = { ...pair, ...ownWords(pair, from), updatedAt: stampAfter(pair.updatedAt, at) };
    // In this sequence, since the line of a ledger is unique among pairs.
    await db.inventory.bulkPut([gone, joined]);
    const photos = await db.photos.where('pairId').anyOf([pairId, fromPairId]).toArray();
    const moving = photos.some((photo) => photo.pairId === pairId) ? [] : photos;
    const moved = moving.map((before) => {
      const after = { ...before, pairId, updatedAt: stampAfter(before.updatedAt, at) };
      return { table: 'photos' as const, before, after };
    });
    await db.photos.bulkPut(moved.map(({ after }) => after));
    await logPairs(deps, {
      kind: 'pair/take-over',
      summary: 'Cost taken over from its earlier entry',
      pairIds: [pairId],
    });
    const undoId = await keepUndo(deps, 'pair/take-over', [
      { table: 'inventory', before: pair, after: joined },
      { table: 'inventory', before: from, after: gone },
      ...moved,
    ]);
    return { undoId };
  });
}

/** What only the seller knows: of the earlier entry, and what was already said of the new one. */
function ownWords(pair: Pair, from: Pair): Partial<Pair> {
  const { cost, ledgerRef } = from;
  return {
    cost,
    ledgerRef,
    otherCosts: from.otherCosts ?? pair.otherCosts,
    boughtAt: from.boughtAt ?? pair.boughtAt,
    supplier: from.supplier ?? pair.supplier,
    tax: from.tax ?? pair.tax,
    location: pair.location ?? from.location,
    tags: [...new Set([...from.tags, ...pair.tags])],
    note: [from.note, pair.note].filter((note) => note !== '').join('\n'),
  };
}
