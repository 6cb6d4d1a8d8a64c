import type { ImportChangeRow } from '@/lib/db/money-rows';
import type { Sale } from '@/lib/domain/sales/sale';
import type { CommandDeps } from './command-deps';
import { SOLD } from './settle-sales';

/**
 * Sales that one import made and other imports changed since, and nobody else: with the first taken back they are those
 * of the next file that tells of them, as if that one had made them. So whatever the order in which files are taken back,
 * nothing is left of them.
 *
 * @param edited pairs of which a person said something since: their sales stay as they are
 * @returns of these sales, those that have an heir: written already, with the pairs that stand in for them
 */
export async function passToHeirs(
  { db }: CommandDeps,
  importId: string,
  changed: readonly Sale[],
  edited: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const sales = changed.filter(({ pairId }) => !edited.has(pairId));
  const ids = new Set(sales.map(({ id }) => id));
  if (ids.size === 0) return ids;
  const all = await db.importChanges.filter(({ table, rowId }) => table === 'sales' && ids.has(rowId)).toArray();
  const passed = sales.flatMap((sale) => {
    const chain = all.filter(({ rowId }) => rowId === sale.id).toSorted((a, b) => a.stamp - b.stamp);
    return isWhole(chain, sale) ? [{ sale, chain }] : [];
  });
  const heirs = new Map(passed.map(({ sale, chain }) => [sale.pairId, chain[0]?.importId ?? importId]));
  await passSoldPairs(db, importId, heirs);
  for (const { sale, chain } of passed) {
    const [first, ...later] = chain;
    if (first === undefined) continue;
    const own = { importId: first.importId, createdAt: first.stamp };
    await db.sales.put({ ...sale, ...own });
    await db.importChanges.bulkPut(later.map((change) => ({ ...change, before: { ...change.before, ...own } })));
    await db.importChanges.delete(first.id);
    const pair = await db.inventory.get(sale.pairId);
    // One of the file's own stock goes with its file; the sale gets another then.
    if (pair?.importId === importId && pair.ledgerRef === null)
      await db.inventory.put({ ...pair, importId: first.importId });
  }
  return new Set(passed.map(({ sale }) => sale.id));
}

/** How pairs of the stock were before those sales, so that they are that again once the heir goes. */
async function passSoldPairs(
  db: CommandDeps['db'],
  importId: string,
  heirs: ReadonlyMap<string, string>,
): Promise<void> {
  if (heirs.size === 0) return;
  const own = await db.importChanges.where('importId').equals(importId).toArray();
  const sold = own.filter(({ table, rowId }) => table === SOLD && heirs.has(rowId));
  await db.importChanges.bulkPut(sold.map((change) => ({ ...change, importId: heirs.get(change.rowId) ?? importId })));
}

/** Each change began where the one before it ended, from what the import made to what is there. */
function isWhole(chain: readonly ImportChangeRow[], sale: Sale): boolean {
  let at = sale.createdAt;
  for (const { before, stamp } of chain) {
    if ((before as unknown as Sale).updatedAt !== at) return false;
    at = stamp;
  }
  return chain.length > 0 && at === sale.updatedAt;
}

/**
 * A change in the middle is taken out of its chain: what another import changed after it goes back to what was before
 * both, once that one is taken back too.
 */
export async function skipInChain({ db }: CommandDeps, changes: readonly ImportChangeRow[]): Promise<void> {
  const ids = new Set(changes.map(({ rowId }) => rowId));
  if (ids.size === 0) return;
  const all = await db.importChanges.filter(({ table, rowId }) => table === 'sales' && ids.has(rowId)).toArray();
  const next = changes.flatMap((change): ImportChangeRow[] => {
    const after = all.find(({ rowId, before }) => {
      return rowId === change.rowId && (before as unknown as Sale).updatedAt === change.stamp;
    });
    return after === undefined ? [] : [{ ...after, before: change.before }];
  });
  await db.importChanges.bulkPut(next);
}

/** Sales that came with payouts which are gone were paid all the same, by nothing in the books. */
export async function forgetPayouts({ db }: CommandDeps, payoutIds: readonly string[]): Promise<void> {
  const sales = db.sales.where('paid.payoutId').anyOf([...payoutIds]);
  await sales.modify((sale) => {
    Object.assign(sale, { paid: { at: sale.paid?.at ?? sale.soldAt, payoutId: null } });
  });
}
