import type { ImportChangeRow } from '@/lib/db/money-rows';
import { withoutAfterSale } from '@/lib/domain/imports/after-sale';
import { isImportStandIn, standInAs } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import { passToHeirs, skipInChain } from './import-heirs';
import { settleSalesOf } from './settle-after-sale';
import { freePairs } from './settle-sales';
import { changesOf, isUntouched, PIECE, settleFreed, type UndoWork } from './undo-work';

/** Sales that were known before and were filled in. The pair they have now they keep, and what came after them counts. */
export async function undoChangedSales(work: UndoWork): Promise<boolean> {
  const { db } = work.deps;
  const changes = await changesOf(work, 'sales');
  const sales = await db.sales.bulkGet(changes.map(({ rowId }) => rowId));
  const back: Sale[] = [];
  const earlier = new Map<string, Sale>();
  const since: ImportChangeRow[] = [];
  for (const [nth, change] of changes.entries()) {
    const sale = sales[nth];
    if (sale?.updatedAt === change.stamp) {
      back.push({ ...withoutAfterSale(change.before as unknown as Sale), pairId: sale.pairId });
      earlier.set(sale.id, sale);
    } else if (sale !== undefined) since.push(change);
  }
  work.counts.left += since.length;
  await skipInChain(work.deps, since);
  await db.sales.bulkPut(back);
  // The pair of one that a refund reversed may be another sale's by now.
  const isRefunded = ({ id }: Sale): boolean =>
    earlier.get(id)?.told !== undefined && earlier.get(id)?.status === 'reversed';
  await pairsFollow(
    work,
    back.filter((sale) => !isRefunded(sale)),
  );
  const named = back.map(({ marketplace: platform, orderNumber }) => ({ platform, orderNumber }));
  await settleSalesOf(work.deps, work.row.id, named, earlier);
  await db.importChanges.bulkDelete(changes.map(({ id }) => id));
  work.counts.restored += back.length;
  return changes.length > 0;
}

async function pairsFollow(work: UndoWork, sales: readonly Sale[]): Promise<void> {
  const { db } = work.deps;
  const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
  const moved = sales.flatMap((sale, nth): Pair[] => {
    const pair = pairs[nth];
    if (pair === undefined) return [];
    if (isImportStandIn(pair)) return [standInAs(sale, pair, work.deps.now())].filter((each) => each !== null);
    return pair.status === 'sold' && sale.status !== 'reversed' ? [{ ...pair, soldAt: sale.soldAt }] : [];
  });
  await db.inventory.bulkPut(moved);
  await settleFreed(work, moved);
}

/** Sales the import made, with the pairs that stood in for them; pairs of the stock are in stock again. */
export async function undoMadeSales(work: UndoWork): Promise<boolean> {
  const { db } = work.deps;
  const sales = await db.sales.where('importId').equals(work.row.id).limit(PIECE).toArray();
  const held = (await db.inventory.bulkGet(sales.map(({ pairId }) => pairId))).filter((pair) => pair !== undefined);
  const edited = new Set(held.filter((pair) => isEdited(work, pair)).map(({ id }) => id));
  const isMine = (sale: Sale): boolean => sale.createdAt === sale.updatedAt && !edited.has(sale.pairId);
  const mine = sales.filter(isMine);
  const changed = sales.filter((sale) => !isMine(sale));
  const passed = await passToHeirs(work.deps, work.row.id, changed, edited);
  await keep(
    work,
    changed.filter(({ id }) => !passed.has(id)),
  );
  const own = new Set(mine.map(({ pairId }) => pairId));
  // One that came to nothing holds no pair: it may be another sale's by now.
  const holding = new Set(mine.filter(({ status }) => status !== 'reversed').map(({ pairId }) => pairId));
  const pairs = held.filter(({ id }) => own.has(id));
  const standIns = pairs.filter(
    (pair) => pair.importId === work.row.id && isUntouched(pair) && pair.ledgerRef === null,
  );
  const gone = new Set(standIns.map(({ id }) => id));
  await db.sales.bulkDelete(mine.map(({ id }) => id));
  await db.inventory.bulkDelete([...gone]);
  await freePairs(
    work.deps,
    pairs.filter(
      (pair) => holding.has(pair.id) && !gone.has(pair.id) && pair.status === 'sold' && !isImportStandIn(pair),
    ),
  );
  work.counts.removed += mine.length;
  await settleFreed(work, pairs);
  return sales.length > 0;
}

/** The pair that stood in for a sale, of which the seller said something since: its cost, a note. */
function isEdited({ row }: UndoWork, pair: Pair): boolean {
  return pair.importId === row.id && pair.ledgerRef === null && !isUntouched(pair);
}

/** Somebody changed them since: they are the seller's own now. */
async function keep(work: UndoWork, sales: readonly Sale[]): Promise<void> {
  work.counts.left += sales.length;
  const { db } = work.deps;
  await db.sales.bulkPut(sales.map((sale) => ({ ...sale, importId: null, details: ownOf(sale) })));
  const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
  await db.inventory.bulkPut(
    pairs.flatMap((pair) => (pair?.importId === work.row.id ? [{ ...pair, importId: null }] : [])),
  );
}

/** The seller's own sale from now on: the importer chooses no other pair for it. */
function ownOf({ details }: Sale): Sale['details'] {
  return details?.imported === undefined ? details : { ...details, imported: { ...details.imported, match: 'own' } };
}
