import type { ArchvdDatabase } from '@/lib/db/database';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import { pnlLine, type PnlLine } from '@/lib/domain/pnl/pnl-line';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Period } from '@/lib/domain/time/period';
import { createMatcher } from './match-text';
import { readPnlSettings } from './pnl-settings';
import { newestFirst } from './newest-first';
import { rateSales } from './sale-rates';
import type { Valuation } from './valuation';

export interface SalesRequest {
  /** null: all there are. */
  readonly period: Period | null;
  readonly search: string;
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
  /** Newest first. */
  readonly rows: readonly SaleRow[];
}

/** The sales screen: sales by date, pairs and products only for the window. */
export async function listSales(db: ArchvdDatabase, request: SalesRequest): Promise<SaleList> {
  const { period, offset, limit } = request;
  const byDate =
    period === null
      ? db.sales.orderBy('soldAt')
      : db.sales.where('soldAt').between(period.from, period.to, true, false);
  if (request.search.trim() === '') {
    const [total, shown] = await Promise.all([
      byDate.count(),
      newestFirst(byDate.clone()).offset(offset).limit(limit).toArray(),
    ]);
    return { total, rows: await readRows(db, shown, request.valuation) };
  }
  const matches = createMatcher(request.search);
  const found = (await newestFirst(byDate).toArray()).filter((sale) =>
    matches({ ...sale, styleCode: `${sale.rawSku} ${sale.orderNumber}`, size: sale.sizeValue }),
  );
  return { total: found.length, rows: await readRows(db, found.slice(offset, offset + limit), request.valuation) };
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
    readPnlSettings(db, valuation),
  ]);
  const orderOf = new Map(orders.map((order) => [order.externalId, order]));
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  const pairById = new Map(pairs.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
  const rated = await rateSales(db, shown, (sale) => pairById.get(sale.pairId), valuation);
  return rated.map((sale, index) => {
    const pair = pairs[index] ?? null;
    const reversed = sale.status === 'reversed';
    const line = reversed ? null : pnlLine(sale, pair, settings);
    const order = orderOf.get(sale.externalOrderId);
    const stage = order === undefined ? null : orderStage(order, valuation.now);
    return { sale, pair, product: productOf.get(sale.catalogId) ?? null, line, reversed, stage };
  });
}
