import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Period } from '@/lib/domain/time/period';
import { findSales } from './find-sales';
import { newestFirst } from './newest-first';
import { expensesOfPairs } from './pnl-expenses';
import { readSaleSettings } from './pnl-settings';
import { EVERY_SALE, type SaleFilter } from './sale-groups';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';
import { type SaleSort, sortSales } from './sort-sales';

export interface SalesRequest {
  /** null: all there are. */
  readonly period: Period | null;
  readonly search: string;
  /** Left out: every sale. */
  readonly filter?: SaleFilter;
  /** Left out: the newest first. What is not known comes last, whichever way. */
  readonly sort?: { readonly by: SaleSort; readonly descending: boolean };
  readonly offset: number;
  readonly limit: number;
  readonly valuation: Valuation;
}

export interface SaleRow {
  readonly sale: Sale;
  readonly pair: Pair | null;
  readonly product: Product | null;
  /** Fees, cost and profit; null when the sale was reversed or has no rate into the currency asked for. */
  readonly line: PnlLine | null;
  readonly reversed: boolean;
  /** Where its order stands; null when the order is not in the books. */
  readonly stage: OrderStage | null;
}

export interface SaleList {
  readonly total: number;
  readonly rows: readonly SaleRow[];
}

/** The sales screen: sales by date, pairs and products only for the window, unless it is sorted by what they tell. */
export async function listSales(db: ArchvdDatabase, request: SalesRequest): Promise<SaleList> {
  const { period, search, filter = EVERY_SALE, offset, limit, valuation } = request;
  const sort = request.sort ?? { by: 'sold', descending: true };
  const asStored = sort.by === 'sold' && sort.descending && search.trim() === '' && filter === EVERY_SALE;
  if (asStored) {
    const byDate =
      period === null
        ? db.sales.orderBy('soldAt')
        : db.sales.where('soldAt').between(period.from, period.to, true, false);
    const [total, shown] = await Promise.all([
      byDate.count(),
      newestFirst(byDate.clone()).offset(offset).limit(limit).toArray(),
    ]);
    return { total, rows: await readRows(db, shown, valuation) };
  }
  const found = await findSales(db, { period, search, filter });
  const sorted = await sortSales(db, found, sort, valuation);
  return { total: found.length, rows: await readRows(db, sorted.slice(offset, offset + limit), valuation) };
}

async function readRows(db: ArchvdDatabase, shown: readonly Sale[], valuation: Valuation): Promise<SaleRow[]> {
  const [pairs, products, orders, settings] = await Promise.all([
    db.inventory.bulkGet(shown.map((sale) => sale.pairId)),
    db.products
      .where('catalogId')
      .anyOf([...new Set(shown.map((sale) => sale.catalogId))])
      .toArray(),
    db.orders
      .where('[marketplace+externalId]')
      .anyOf(shown.map((sale) => [sale.marketplace, sale.externalOrderId]))
      .toArray(),
    readSaleSettings(db, valuation),
  ]);
  const orderOf = new Map(orders.map((order) => [order.externalId, order]));
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const pairById = new Map(pairs.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
  const [rated, expenses] = await Promise.all([
    rateSales(db, shown, (sale) => pairById.get(sale.pairId), valuation),
    expensesOfPairs(db, valuation.currency, pairById),
  ]);
  return rated.map((sale, index) => {
    const pair = pairs[index] ?? null;
    const reversed = sale.status === 'reversed';
    const line = reversed ? null : pnlLine(sale, pair, settings, { expenses: expenses.get(sale.pairId) ?? null });
    const order = orderOf.get(sale.externalOrderId);
    const stage = order === undefined ? null : orderStage(order, valuation.now);
    return { sale, pair, product: productOf.get(sale.catalogId) ?? null, line, reversed, stage };
  });
}
