import type { AfterSaleEntry } from '@/lib/domain/imports/entry';
import type { Sale, SalePlatform } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { ImportChangeRow } from '../money-rows';
import { handToldSales } from './told-sales';

/**
 * Refunds and fees that came after their sales, as files told them: rows among what imports changed, so that they go with
 * their import. They are kept whether their sale is known or not; its id names the order, so that they are found by it.
 */
export const AFTER_SALE = 'after-sale';

/** Ids of all other changes begin with a digit: these are a stretch of their own. */
const STRETCH = ['after|', 'after|\uffff'] as const;

type Order = Pick<AfterSaleEntry, 'platform' | 'order'>;

export const orderOf = ({ platform, order }: Order): string => `${platform}|${order.replaceAll('|', '/')}`;

/** One row for what one import told. */
export function afterSaleRow(entry: AfterSaleEntry, importId: string, stamp: Instant): ImportChangeRow {
  const id = `after|${orderOf(entry)}|${entry.ref}|${importId}`;
  return { id, importId, table: AFTER_SALE, rowId: entry.order, before: { ...entry }, stamp };
}

/** The same as it was told. */
export const toldIn = ({ before }: ImportChangeRow): AfterSaleEntry => before as unknown as AfterSaleEntry;

/** What came after the sales of these orders (`platform|number`); all imports' rows. Over `importChanges`. */
export async function readAfterSale(
  db: ArchvdDatabase,
  orders: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly ImportChangeRow[]>> {
  const found = new Map<string, ImportChangeRow[]>();
  if (orders.size === 0) return found;
  // Names alone are read first: of most orders nothing ever comes.
  const ids = await db.importChanges
    .where('id')
    .between(...STRETCH)
    .primaryKeys();
  const wanted = ids.filter((id) => orders.has(id.split('|', 3).slice(1).join('|')));
  const rows = wanted.length === 0 ? [] : await db.importChanges.bulkGet(wanted);
  for (const row of rows) {
    if (row === undefined) continue;
    const order = orderOf(toldIn(row));
    found.set(order, [...(found.get(order) ?? []), row]);
  }
  return found;
}

/** The sales of an order: by files, which are named by its number and the article, or told by hand with that number. */
export async function salesOfOrders(
  db: ArchvdDatabase,
  orders: readonly Order[],
): Promise<ReadonlyMap<string, readonly Sale[]>> {
  const byHand = new Map<SalePlatform, readonly Sale[]>();
  for (const platform of new Set(orders.map((each) => each.platform)))
    byHand.set(platform, await handToldSales(db, platform));
  const sales = await Promise.all(
    orders.map(async ({ platform, order }) => {
      const named = await db.sales
        .where('[marketplace+externalOrderId]')
        .between([platform, order], [platform, `${order}/\uffff`], true, true)
        .toArray();
      const own = named.filter(({ externalOrderId }) => /^(?:[/#~]|$)/.test(externalOrderId.slice(order.length)));
      return [...own, ...(byHand.get(platform) ?? []).filter(({ orderNumber }) => orderNumber === order)];
    }),
  );
  return new Map(orders.map((each, nth) => [orderOf(each), sales[nth] ?? []]));
}
