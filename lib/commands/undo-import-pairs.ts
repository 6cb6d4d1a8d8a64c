import type { ImportChangeRow } from '@/lib/db/money-rows';
import { standInOf } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import { SOLD } from './settle-sales';
import { changesOf, isUntouched, PIECE, settleFreed, type UndoWork } from './undo-work';

/** Pairs that waited for their cost and got it here, or came back when a sale was reversed. */
export async function undoFilledPairs(work: UndoWork): Promise<boolean> {
  const { db } = work.deps;
  const changes = await changesOf(work, 'inventory');
  const pairs = await db.inventory.bulkGet(changes.map(({ rowId }) => rowId));
  const later = await salesOf(
    work,
    changes.map(({ rowId }) => rowId),
  );
  const [back, moved]: [Pair[], ImportChangeRow[]] = [[], []];
  for (const [nth, change] of changes.entries()) {
    const pair = pairs[nth];
    const before = change.before as unknown as Pair;
    if (pair === undefined) continue;
    const sold = later.find(({ rowId, stamp }) => rowId === pair.id && stamp === pair.updatedAt);
    if (pair.updatedAt === change.stamp) back.push(before);
    else if (sold === undefined) work.counts.left += 1;
    else {
      // A file's sale has it since: what was told of its cost goes, that it was sold stays.
      back.push(withCostOf(pair, before));
      moved.push({ ...sold, before: { ...withCostOf(sold.before as unknown as Pair, before) } });
    }
  }
  await db.inventory.bulkPut(back);
  await db.importChanges.bulkPut(moved);
  await db.importChanges.bulkDelete(changes.map(({ id }) => id));
  work.counts.restored += back.length;
  await settleFreed(work, back);
  return changes.length > 0;
}

async function salesOf(work: UndoWork, rowIds: readonly string[]): Promise<readonly ImportChangeRow[]> {
  const ids = new Set(rowIds);
  if (ids.size === 0) return [];
  return work.deps.db.importChanges.filter(({ table, rowId }) => table === SOLD && ids.has(rowId)).toArray();
}

/** Pairs the import put into stock. One that a file's sale has is replaced by a stand-in, so that the sale stays. */
export async function undoMadePairs(work: UndoWork): Promise<boolean> {
  const { deps } = work;
  const { db } = deps;
  const pairs = await db.inventory.where('importId').equals(work.row.id).limit(PIECE).toArray();
  const changes = await db.importChanges.filter(({ table }) => table.startsWith('inventory')).toArray();
  const stamps = new Map(changes.map(({ rowId, stamp }) => [`${rowId}|${stamp}`, true]));
  const sales = await db.sales
    .where('pairId')
    .anyOf(pairs.map(({ id }) => id))
    .toArray();
  const open = new Map(sales.filter(({ importId }) => importId !== null).map((sale) => [sale.pairId, sale]));
  const told = new Set(sales.filter(({ importId }) => importId === null).map(({ pairId }) => pairId));
  const isMine = (pair: Pair): boolean =>
    (isUntouched(pair) || stamps.has(`${pair.id}|${pair.updatedAt}`)) &&
    (pair.goatListingId === null || isUntouched(pair)) &&
    !told.has(pair.id);
  const mine = pairs.filter(isMine);
  const kept = pairs.filter((pair) => !isMine(pair));
  const relinked = mine.flatMap((pair) => {
    const sale = open.get(pair.id);
    if (sale === undefined) return [];
    const standIn = standInOf(sale, pair, { id: deps.newId(), now: deps.now(), importId: sale.importId });
    return [{ sale: { ...sale, pairId: standIn.id }, standIn }];
  });
  await db.inventory.bulkPut([
    ...kept.map((pair) => ({ ...pair, importId: null })),
    ...relinked.map(({ standIn }) => standIn),
  ]);
  await db.sales.bulkPut(relinked.map(({ sale }) => sale));
  await db.inventory.bulkDelete(mine.map(({ id }) => id));
  const gone = new Set(mine.map(({ id }) => id));
  await db.importChanges.bulkDelete(changes.filter(({ rowId }) => gone.has(rowId)).map(({ id }) => id));
  work.counts.removed += mine.length;
  work.counts.left += kept.length;
  await settleFreed(work, mine);
  return pairs.length > 0;
}

function withCostOf(pair: Pair, { cost, otherCosts, boughtAt, supplier, ledgerRef }: Pair): Pair {
  return { ...pair, cost, otherCosts, boughtAt, supplier, ledgerRef };
}
