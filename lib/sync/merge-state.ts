import type { Pair } from '@/lib/domain/inventory/pair';
import type { Order } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import type { OrderEvent, OrderMerge, OrderMergeResult } from './order-merge';

/** What the merge has put so far; later orders of the same page see it. */
export class MergeState {
  readonly orders: Order[] = [];
  readonly events: OrderEvent[] = [];
  readonly pairs: Map<string, Pair>;
  /** By external order id. */
  readonly sales: Map<string, Sale>;
  readonly #byListing: Map<string, string>;
  readonly #changed = new Set<string>();
  readonly #changedSales = new Set<string>();

  constructor(readonly input: OrderMerge) {
    this.pairs = new Map(input.pairs.map((pair) => [pair.id, pair]));
    this.sales = new Map(input.sales);
    for (const { sale } of input.standIns) this.sales.set(sale.externalOrderId, sale);
    this.#byListing = new Map();
    for (const pair of input.pairs) if (pair.goatListingId !== null) this.#byListing.set(pair.goatListingId, pair.id);
  }

  pairOfListing(externalListingId: string): Pair | undefined {
    const id = this.#byListing.get(externalListingId);
    return id === undefined ? undefined : this.pairs.get(id);
  }

  putPair(pair: Pair): void {
    this.pairs.set(pair.id, pair);
    this.#changed.add(pair.id);
    if (pair.goatListingId !== null) this.#byListing.set(pair.goatListingId, pair.id);
  }

  /** Two orders with one number: the first has the file's sale. */
  isAdopted({ id }: Sale): boolean {
    return [...this.#changedSales].some((key) => this.sales.get(key)?.id === id);
  }

  putSale(sale: Sale): void {
    this.sales.set(sale.externalOrderId, sale);
    this.#changedSales.add(sale.externalOrderId);
  }

  result(): OrderMergeResult {
    const sales = [...this.sales.values()].filter((sale) => this.#changedSales.has(sale.externalOrderId));
    const pairs = [...this.pairs.values()].filter((pair) => this.#changed.has(pair.id));
    return { orders: this.orders, sales, pairs, events: this.events };
  }
}
