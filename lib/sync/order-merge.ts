import type { Pair } from '@/lib/domain/inventory/pair';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';

/** A page of orders, and what the books know of all it touches. */
export interface OrderMerge {
  readonly facts: readonly OrderFacts[];
  /** By external order id. */
  readonly known: ReadonlyMap<string, Order>;
  /** By external order id. */
  readonly sales: ReadonlyMap<string, Sale>;
  /** Sales that files told of, by the order number they are named by. */
  readonly fileSales?: ReadonlyMap<string, Sale>;
  /** Pairs named by an order's listing or by a known sale. */
  readonly pairs: readonly Pair[];
  /** Ids of pairs that another sale, not reversed and not of these orders, still counts as sold. */
  readonly soldElsewhere: ReadonlySet<string>;
  /** Living sales of the same listings as reversed ones, whose pairs only stand in for the true ones. */
  readonly standIns: readonly StandIn[];
  /** Sales that the seller told of and that still stand, by the id of the pair they sold. */
  readonly toldSales: ReadonlyMap<string, Sale>;
  /** Rate into the display currency for a sale of that moment; kept with each new sale. */
  fx(soldAt: Instant): FxRate | null;
  readonly now: Instant;
  newId(): string;
}

/**
 * A sale that came while its pair was still sold to somebody else: alias sells a listing again before we hear that its
 * first order was cancelled. It was given a pair of its own, which holds nothing.
 */
export interface StandIn {
  readonly externalListingId: string;
  readonly sale: Sale;
}

/** Something a person wants to hear about, once. */
export interface OrderEvent {
  readonly kind: 'sold' | 'cancelled';
  readonly order: Order;
  readonly sale: Sale;
  readonly pair: Pair;
  /**
   * The seller had said that the listing's pair was sold elsewhere: two buyers, one pair. Both sales are kept, since
   * which of them is wrong only the seller knows.
   */
  readonly soldTwice?: Sale;
}

export interface OrderMergeResult {
  readonly orders: readonly Order[];
  readonly sales: readonly Sale[];
  readonly pairs: readonly Pair[];
  readonly events: readonly OrderEvent[];
}
