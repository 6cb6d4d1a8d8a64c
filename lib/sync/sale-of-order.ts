import type { Pair } from '@/lib/domain/inventory/pair';
import { UNTOLD } from '@/lib/domain/inventory/untold';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import type { Sale, SaleStatus } from '@/lib/domain/sales/sale';
import type { OrderMerge } from './order-merge';

type Making = Pick<OrderMerge, 'fx' | 'now' | 'newId'>;

/** The sale of an order that the books know no sale of. */
export function saleOfOrder(order: Order, pairId: string, making: Making): Sale {
  const { marketplace, orderNumber, catalogId, name, brand, rawSku, sizeValue, soldAt, price, payout } = order;
  return {
    id: making.newId(),
    createdAt: making.now,
    updatedAt: making.now,
    marketplace,
    externalOrderId: order.externalId,
    orderNumber,
    pairId,
    catalogId,
    name,
    brand,
    rawSku,
    sizeValue,
    soldAt,
    price,
    payout,
    status: saleStatus(order),
    fx: making.fx(soldAt),
    charges: null,
    paid: null,
    details: null,
    reversal: null,
    importId: null,
  };
}

/**
 * The pair of an order whose listing names none that is still to be sold; its cost is unknown.
 *
 * @param claimsListing false when another sold pair already holds this listing's id, which is unique among pairs
 */
export function pairOfOrder(order: Order, claimsListing: boolean, making: Making): Pair {
  return {
    ...UNTOLD,
    id: making.newId(),
    createdAt: making.now,
    updatedAt: making.now,
    deletedAt: null,
    status: 'sold',
    origin: 'order',
    catalogId: order.catalogId,
    styleCode: order.styleCode,
    name: order.name,
    brand: order.brand,
    size: { value: order.sizeValue, system: 'US' },
    condition: 'new',
    packaging: 'good',
    goatListingId: claimsListing ? order.externalListingId : null,
    soldAt: order.soldAt,
  };
}

/**
 * A sale that the seller reversed (returned, refunded, failed the verification) stays reversed while its order runs its
 * course: alias names no such end. What alias itself cancelled and took up again is a sale again.
 */
export function statusOf(order: OrderFacts, known: Sale): SaleStatus {
  const isTold = known.status === 'reversed' && known.reversal !== null && known.reversal.reason !== 'cancelled';
  return isTold ? 'reversed' : saleStatus(order);
}

/** Why the sale is none any more: what the seller said of it counts, an order that was cancelled says so itself. */
export function reversalOf(order: OrderFacts, known: Sale, status: SaleStatus): Sale['reversal'] {
  if (status !== 'reversed') return null;
  return known.reversal ?? { reason: 'cancelled', at: order.changedAt, penalty: null, note: '' };
}

function saleStatus(order: OrderFacts): SaleStatus {
  if (order.status === 'cancelled') return 'reversed';
  return order.status === 'completed' ? 'completed' : 'pending';
}
