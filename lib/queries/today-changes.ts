import type { ArchvdDatabase } from '@/lib/db/database';
import type { AlertEventRow } from '@/lib/db/watching-rows';
import { pricesAgo, type PriceMove } from './today-price-moves';
import type { Product } from '@/lib/domain/catalog/product';
import { orderStage, type OrderStage } from '@/lib/domain/orders/order-stage';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { sizeOfOrder, type ShownSize } from './order-size';

/** Changes of one kind: how many, and the newest few. */
export interface ChangeGroup<T> {
  readonly count: number;
  readonly newest: readonly T[];
}

export interface SoldChange extends ShownSize {
  readonly sale: Sale;
}

export interface OrderChange extends ShownSize {
  readonly order: Order;
  readonly stage: OrderStage;
}

/** In the words of that moment. */
export type AlertChange = Pick<AlertEventRow, 'id' | 'title' | 'message' | 'at'>;

/** What happened since the person last looked. */
export interface TodayChanges {
  readonly sold: ChangeGroup<SoldChange>;
  readonly cancelled: ChangeGroup<OrderChange>;
  /** Orders on their way through the marketplace; those sold or cancelled meanwhile are told there. */
  readonly moved: ChangeGroup<OrderChange>;
  /** Alerts that rang, targets among them, as far as nobody has looked at them. */
  readonly alerts: ChangeGroup<AlertChange>;
  /** The lowest asks of what the seller offers, the largest moves first. */
  readonly prices: ChangeGroup<PriceMove>;
  /** Pairs that came into the books; from `MANY` on, at least so many. */
  readonly added: { readonly count: number; readonly more: boolean };
}

/** How many of each kind are named. */
const NAMED = 4;

/** Beyond so many nobody counts: a first import may bring ten thousand. */
const MANY = 1000;

/** A sale read so much later than it was made is history, not news. */
const READ_LATE_MS = 14 * DAY_MS;

/**
 * Everything that changed after `since`: reads ranges of indexes that begin there, so that it costs what changed and not
 * what the books hold.
 */
export async function todayChanges(
  db: ArchvdDatabase,
  since: Instant,
  now: Instant,
  regionId: string | null = null,
): Promise<TodayChanges> {
  const [sales, orders, rang, prices, added] = await Promise.all([
    db.sales.where('soldAt').above(shiftInstant(since, -READ_LATE_MS)).toArray(),
    db.orders.where('changedAt').above(since).toArray(),
    db.alertEvents
      .where('at')
      .above(since)
      .filter(({ seen }) => !seen)
      .toArray(),
    pricesAgo(db, since, NAMED, regionId),
    db.inventory.where('updatedAt').above(since).limit(MANY).toArray(),
  ]);
  const sold = sales.filter((sale) => sale.createdAt > since && sale.status !== 'reversed');
  const cancelled = orders.filter((order) => order.status === 'cancelled');
  const moved = orders.filter((order) => order.status !== 'cancelled' && order.soldAt <= since);
  const named = {
    sold: sold.toSorted((a, b) => b.soldAt - a.soldAt).slice(0, NAMED),
    cancelled: newest(cancelled),
    moved: newest(moved),
  };
  const productOf = await readProducts(db, Object.values(named).flat());
  const change = (order: Order): OrderChange => ({
    order,
    stage: orderStage(order, now),
    ...sizeOfOrder(order, productOf.get(order.catalogId) ?? null),
  });
  return {
    sold: {
      count: sold.length,
      newest: named.sold.map((sale) => ({ sale, ...sizeOfOrder(sale, productOf.get(sale.catalogId) ?? null) })),
    },
    cancelled: { count: cancelled.length, newest: named.cancelled.map(change) },
    moved: { count: moved.length, newest: named.moved.map(change) },
    alerts: {
      count: rang.length,
      newest: rang
        .toSorted((a, b) => b.at - a.at)
        .slice(0, NAMED)
        .map(({ id, title, message, at }) => ({ id, title, message, at })),
    },
    prices,
    added: {
      count: added.filter((pair) => pair.createdAt > since && pair.deletedAt === null).length,
      more: added.length === MANY,
    },
  };
}

function newest(orders: readonly Order[]): readonly Order[] {
  return orders.toSorted((a, b) => b.changedAt - a.changedAt).slice(0, NAMED);
}

async function readProducts(
  db: ArchvdDatabase,
  rows: readonly { readonly catalogId: string }[],
): Promise<ReadonlyMap<string, Product>> {
  const ids = [...new Set(rows.map(({ catalogId }) => catalogId))];
  const products = await db.products.where('catalogId').anyOf(ids).toArray();
  return new Map(products.map((product) => [product.catalogId, product]));
}
