import type { ImportChangeRow } from '@/lib/db/money-rows';
import { isImportStandIn, standInAs, standInOf } from '@/lib/domain/imports/sold-pair';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Sale } from '@/lib/domain/sales/sale';
import type { CommandDeps } from './command-deps';
import { stampAfter } from './keep-undo';
import { freePairs, SOLD, settleWithin } from './settle-sales';

interface Changed {
  readonly before: Sale;
  readonly after: Sale;
}

/**
 * The pairs of sales that were reversed, or are sales again: what stands in for a sale goes and comes with it, a pair of the
 * stock is free again, and taken again where no other sale has it meanwhile. What was freed may be the pair of another
 * sale. In the transaction of the command, over `settleTables`.
 */
export async function followSales(deps: CommandDeps, importId: string, changed: readonly Changed[]): Promise<void> {
  const moved = changed.filter(({ before, after }) => (before.status === 'reversed') !== (after.status === 'reversed'));
  const codes = new Set<string>();
  for (const { after } of moved) {
    const pair = await deps.db.inventory.get(after.pairId);
    if (pair === undefined) continue;
    if (pair.styleCode !== null) codes.add(pair.styleCode);
    const standIn = isImportStandIn(pair) ? standInAs(after, pair, deps.now()) : null;
    if (standIn !== null) await deps.db.inventory.put(standIn);
    else if (after.status === 'reversed') await giveBack(deps, after, pair);
    else await takeAgain(deps, after, pair);
  }
  if (codes.size > 0) await settleWithin(deps, importId, [...codes]);
}

async function giveBack(deps: CommandDeps, sale: Sale, pair: Pair): Promise<void> {
  if (pair.status !== 'sold' || (await isHeld(deps, pair, sale))) return;
  // It came with its sale and goes with it: to its import it must look untouched.
  if (pair.importId !== null && pair.importId === sale.importId && pair.ledgerRef === null)
    await deps.db.inventory.put({ ...pair, status: 'in-stock', soldAt: null });
  else await freePairs(deps, [pair]);
}

async function takeAgain(deps: CommandDeps, sale: Sale, pair: Pair): Promise<void> {
  const { db } = deps;
  const isFree = pair.deletedAt === null && (pair.status === 'in-stock' || pair.status === 'listed');
  if (pair.importId !== null && pair.importId === sale.importId && pair.ledgerRef === null && isFree) {
    await db.inventory.put({ ...pair, status: 'sold', soldAt: sale.soldAt });
  } else if (isFree) {
    const stamp = stampAfter(pair.updatedAt, deps.now());
    await db.inventory.put({ ...pair, status: 'sold', soldAt: sale.soldAt, updatedAt: stamp });
    if (sale.importId === null) return;
    const change: ImportChangeRow = {
      id: deps.newId(),
      importId: sale.importId,
      table: SOLD,
      rowId: pair.id,
      before: { ...pair },
      stamp,
    };
    await db.importChanges.add(change);
  } else if (await isHeld(deps, pair, sale)) {
    const standIn = standInOf(sale, pair, { id: deps.newId(), now: deps.now(), importId: sale.importId });
    await db.inventory.put(standIn);
    await db.sales.update(sale.id, { pairId: standIn.id });
  }
}

/** By another sale that counts. */
async function isHeld({ db }: CommandDeps, pair: Pair, sale: Sale): Promise<boolean> {
  const sales = await db.sales.where('pairId').equals(pair.id).toArray();
  return sales.some(({ id, status }) => id !== sale.id && status !== 'reversed');
}
