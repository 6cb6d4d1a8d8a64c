import { AFTER_SALE, orderOf, readAfterSale, salesOfOrders, toldIn } from '@/lib/db/repositories/after-sale';
import { withAfterSale } from '@/lib/domain/imports/after-sale';
import type { AfterSaleEntry, SaleEntry } from '@/lib/domain/imports/entry';
import type { Sale } from '@/lib/domain/sales/sale';
import type { CommandDeps } from './command-deps';
import { followSales } from './follow-sales';
import { stampAfter } from './keep-undo';

/** A sale before and after what came after it was worked out. */
export interface SettledSale {
  readonly before: Sale;
  readonly after: Sale;
}

type Order = Pick<AfterSaleEntry, 'platform' | 'order'>;

/**
 * Works out the sales of these orders anew from all that files told of them, and lets their pairs follow. In the transaction
 * of the command, over `settleTables`. What is worked out is no change of its own: as with the pairs that are found for
 * sales, a sale's stamp stays, unless a person changed it last, whose undo would put the old figures back.
 *
 * @param earlier sales the command wrote just now, as they were before it: their pairs follow from there
 * @returns all sales of the orders, by `platform|number`, changed or not
 */
export async function settleAfterSale(
  deps: CommandDeps,
  importId: string,
  orders: readonly Order[],
  earlier: ReadonlyMap<string, Sale> = new Map(),
): Promise<ReadonlyMap<string, readonly SettledSale[]>> {
  const unique = [...new Map(orders.map((each) => [orderOf(each), each])).values()];
  const [after, sales] = [
    await readAfterSale(deps.db, new Set(unique.map(orderOf))),
    await salesOfOrders(deps.db, unique),
  ];
  const settled = new Map(
    [...sales].map(([order, before]) => {
      const figured = withAfterSale(before, (after.get(order) ?? []).map(toldIn));
      return [order, before.map((sale, nth) => ({ before: sale, after: figured[nth] ?? sale }))] as const;
    }),
  );
  const all = [...settled.values()].flat();
  const changed = all.filter(isChangedBy);
  const stamped = await stampedLast(deps, changed);
  await deps.db.sales.bulkPut(stamped.map(({ after: sale }) => sale));
  await followSales(
    deps,
    importId,
    all.map(({ before, after: sale }) => ({ before: earlier.get(sale.id) ?? before, after: sale })),
  );
  return settled;
}

/** The same for those of these sales after which something came. */
export async function settleSalesOf(
  deps: CommandDeps,
  importId: string,
  sales: readonly Pick<SaleEntry, 'platform' | 'orderNumber'>[],
  earlier: ReadonlyMap<string, Sale>,
): Promise<void> {
  const orders = new Map(
    sales.map(({ platform, orderNumber: order }) => [orderOf({ platform, order }), { platform, order }]),
  );
  const waiting = await readAfterSale(deps.db, new Set(orders.keys()));
  const touched = [...waiting.keys()].flatMap((order) => orders.get(order) ?? []);
  if (touched.length > 0) await settleAfterSale(deps, importId, touched, earlier);
}

export const isChangedBy = ({ before, after }: SettledSale): boolean => figures(before) !== figures(after);

const figures = ({ price, payout, charges, status, reversal, told }: Sale): string =>
  JSON.stringify([price, payout, charges, status, reversal, told ?? null]);

async function stampedLast(deps: CommandDeps, changed: readonly SettledSale[]): Promise<readonly SettledSale[]> {
  const edited = new Set(
    changed.filter(({ after }) => after.createdAt !== after.updatedAt).map(({ after }) => after.id),
  );
  if (edited.size === 0) return changed;
  const own = await deps.db.importChanges
    .filter(({ table, rowId }) => table !== AFTER_SALE && edited.has(rowId))
    .toArray();
  const byFile = new Set(own.map(({ rowId, stamp }) => `${rowId}|${stamp}`));
  return changed.map((each) => {
    const { after } = each;
    if (!edited.has(after.id) || byFile.has(`${after.id}|${after.updatedAt}`)) return each;
    return { ...each, after: { ...after, updatedAt: stampAfter(after.updatedAt, deps.now()) } };
  });
}
