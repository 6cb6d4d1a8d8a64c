import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { allowedOrderActions, type AllowedActions } from '@/lib/domain/orders/allowed-actions';
import { orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { readListingWrites, type ListingWrites } from './listing-writes';
import { sizeOfOrder, type ShownSize } from './order-size';

export interface OrderRow extends ShownSize {
  readonly order: Order;
  readonly stage: OrderStage;
  readonly allowed: AllowedActions;
  readonly sale: Sale | null;
  readonly pair: Pair | null;
  readonly product: Product | null;
  /** What is on its way to alias for it, and what last went wrong. */
  readonly writes: ListingWrites;
}

/** Orders with what belongs to them, by look-ups of keys. */
export async function readRows(
  db: ArchvdDatabase,
  orders: readonly Order[],
  now: Instant,
): Promise<readonly OrderRow[]> {
  const [sales, products, writesOf] = await Promise.all([
    rowsByKey(
      db.sales,
      '[marketplace+externalOrderId]',
      orders.map((order) => [order.marketplace, order.externalId]),
    ),
    db.products
      .where('catalogId')
      .anyOf([...new Set(orders.map(({ catalogId }) => catalogId))])
      .toArray(),
    readListingWrites(
      db,
      orders.map(({ id }) => id),
    ),
  ]);
  const pairs = await db.inventory.bulkGet(sales.map(({ pairId }) => pairId));
  const saleOf = new Map(sales.map((sale, nth) => [sale.externalOrderId, { sale, pair: pairs[nth] ?? null }]));
  const productOf = new Map(products.map((product) => [product.catalogId, product]));
  return orders.map((order) => {
    const { sale, pair } = saleOf.get(order.externalId) ?? { sale: null, pair: null };
    const product = productOf.get(order.catalogId) ?? null;
    return {
      order,
      stage: orderStage(order, now),
      allowed: allowedOrderActions(order, now),
      sale,
      pair,
      product,
      writes: writesOf(order.id),
      ...sizeOfOrder(order, product),
    };
  });
}

/** Those of these orders that are in the books, in the order given: what a command is about. */
export async function readOrderRows(
  db: ArchvdDatabase,
  orderIds: readonly string[],
  now: Instant,
): Promise<readonly OrderRow[]> {
  const orders = await db.orders.bulkGet([...orderIds]);
  return readRows(
    db,
    orders.flatMap((order) => order ?? []),
    now,
  );
}
