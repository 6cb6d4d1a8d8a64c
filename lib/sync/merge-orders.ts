import type { Pair } from '@/lib/domain/inventory/pair';
import { isStandIn } from '@/lib/domain/inventory/stand-in';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import type { Sale, SaleStatus } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { adoptSale } from './adopt-sale';
import { sameFacts } from './same-facts';

interface OrderMerge {
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

interface OrderMergeResult {
  readonly orders: readonly Order[];
  readonly sales: readonly Sale[];
  readonly pairs: readonly Pair[];
  readonly events: readonly OrderEvent[];
}

/**
 * What a page of orders changes. A sale is known by its order, not by the status of a listing: a new order marks its
 * pair sold with the true payout; a cancelled one is reversed and its pair comes back. The result does not depend on
 * the sequence in which orders arrive, and the same orders again change nothing.
 */
export function mergeOrders(input: OrderMerge): OrderMergeResult {
  const state = new MergeState(input);
  // Oldest first, so that a pair that was sold, cancelled and sold again ends as sold.
  for (const facts of input.facts.toSorted((a, b) => a.soldAt - b.soldAt)) mergeOrder(facts, state);
  return state.result();
}

function mergeOrder(facts: OrderFacts, state: MergeState): void {
  const { input } = state;
  const known = input.known.get(facts.externalId);
  // A page that was asked for before the order was changed may arrive after the change was put down: what it tells is past.
  if (known !== undefined && (facts.changedAt < known.changedAt || sameFacts(facts, known))) return;
  const order: Order = { ...(known ?? { id: input.newId(), createdAt: input.now }), ...facts, updatedAt: input.now };
  state.orders.push(order);
  const sale = state.sales.get(facts.externalId);
  const told = input.fileSales?.get(facts.orderNumber);
  if (sale !== undefined) updateSale(order, sale, state);
  else if (told !== undefined && !state.isAdopted(told)) takeOver(order, told, state);
  else if (order.status !== 'cancelled') addSale(order, state);
}

function addSale(order: Order, state: MergeState): void {
  const { input } = state;
  const listed = order.externalListingId === null ? undefined : state.pairOfListing(order.externalListingId);
  const free = listed !== undefined && listed.status !== 'sold' ? listed : undefined;
  const pair = free ?? pairOfOrder(order, listed === undefined, input);
  // A pair that the seller deleted after its listing had gone is the seller's after all.
  const sold: Pair = { ...pair, status: 'sold', deletedAt: null, soldAt: order.soldAt, updatedAt: input.now };
  state.putPair(sold);
  const sale: Sale = {
    id: input.newId(),
    createdAt: input.now,
    updatedAt: input.now,
    marketplace: order.marketplace,
    externalOrderId: order.externalId,
    orderNumber: order.orderNumber,
    pairId: sold.id,
    catalogId: order.catalogId,
    name: order.name,
    brand: order.brand,
    rawSku: order.rawSku,
    sizeValue: order.sizeValue,
    soldAt: order.soldAt,
    price: order.price,
    payout: order.payout,
    status: saleStatus(order),
    fx: input.fx(order.soldAt),
    charges: null,
    paid: null,
    details: null,
    reversal: null,
    importId: null,
  };
  state.putSale(sale);
  const told = listed === undefined || listed === free ? undefined : input.toldSales.get(listed.id);
  state.events.push({ kind: 'sold', order, sale, pair: sold, ...(told === undefined ? {} : { soldTwice: told }) });
}

/** A file told of this order before alias did: one sale, not two. That is no news. */
function takeOver(order: Order, told: Sale, state: MergeState): void {
  const { input } = state;
  const listed = order.externalListingId === null ? undefined : state.pairOfListing(order.externalListingId);
  const status = statusOf(order, told);
  const { sale, pairs } = adoptSale({
    order,
    told,
    own: state.pairs.get(told.pairId),
    free: listed !== undefined && listed.status !== 'sold' ? listed : undefined,
    claimsListing: listed === undefined,
    status,
    reversal: reversalOf(order, told, status),
    fx: input.fx(order.soldAt),
    now: input.now,
  });
  const made = pairs ?? [pairOfOrder(order, listed === undefined, input)];
  for (const pair of made) state.putPair(pair);
  state.putSale(pairs === null ? { ...sale, pairId: made[0]?.id ?? sale.pairId } : sale);
}

function updateSale(order: Order, known: Sale, state: MergeState): void {
  const { input } = state;
  const status = statusOf(order, known);
  const told = { price: order.price, payout: order.payout, soldAt: order.soldAt, status };
  if (sameFacts(told, known)) return;
  const sale: Sale = { ...known, ...told, reversal: reversalOf(order, known, status), updatedAt: input.now };
  state.putSale(sale);
  const pair = state.pairs.get(sale.pairId);
  if (pair === undefined) return;
  if (sale.status === 'reversed' && known.status !== 'reversed') reverse(order, sale, pair, state);
  else if (sale.status !== 'reversed' && known.status === 'reversed') {
    state.putPair({ ...pair, status: 'sold', deletedAt: null, soldAt: order.soldAt, updatedAt: input.now });
  }
}

function reverse(order: Order, sale: Sale, pair: Pair, state: MergeState): void {
  const { now } = state.input;
  // A pair that only stood in for one sold to somebody else holds no shoes: it goes with its sale.
  const deletedAt = order.externalListingId !== null && isStandIn(pair) ? now : pair.deletedAt;
  const back: Pair = { ...pair, status: 'in-stock', soldAt: null, deletedAt, updatedAt: now };
  if (pair.status === 'sold' && !state.input.soldElsewhere.has(pair.id)) state.putPair(sellAgain(back, state));
  state.events.push({ kind: 'cancelled', order, sale, pair: back });
}

/** Gives a pair that came back the sale that had to do without it; otherwise the pair as it is. */
function sellAgain(back: Pair, state: MergeState): Pair {
  const { standIns, now } = state.input;
  const next = standIns
    .filter(({ externalListingId }) => externalListingId === back.goatListingId)
    .map(({ sale }) => state.sales.get(sale.externalOrderId) ?? sale)
    .filter((sale) => sale.status !== 'reversed' && sale.pairId !== back.id)
    .toSorted((a, b) => a.soldAt - b.soldAt)[0];
  const standIn = next === undefined ? undefined : state.pairs.get(next.pairId);
  if (next === undefined || standIn === undefined) return back;
  state.putSale({ ...next, pairId: back.id, updatedAt: now });
  state.putPair({ ...standIn, deletedAt: now, updatedAt: now });
  return { ...back, status: 'sold', soldAt: next.soldAt };
}

/**
 * A sale that the seller reversed (returned, refunded, failed the verification) stays reversed while its order runs its
 * course: alias names no such end. What alias itself cancelled and took up again is a sale again.
 */
function statusOf(order: OrderFacts, known: Sale): SaleStatus {
  const isTold = known.status === 'reversed' && known.reversal !== null && known.reversal.reason !== 'cancelled';
  return isTold ? 'reversed' : saleStatus(order);
}

/** Why the sale is none any more: what the seller said of it counts, an order that was cancelled says so itself. */
function reversalOf(order: OrderFacts, known: Sale, status: SaleStatus): Sale['reversal'] {
  if (status !== 'reversed') return null;
  return known.reversal ?? { reason: 'cancelled', at: order.changedAt, penalty: null, note: '' };
}

function saleStatus(order: OrderFacts): SaleStatus {
  if (order.status === 'cancelled') return 'reversed';
  return order.status === 'completed' ? 'completed' : 'pending';
}

/** `claimsListing`: false when another sold pair already holds this listing's id, which is unique among pairs. */
function pairOfOrder(order: Order, claimsListing: boolean, input: OrderMerge): Pair {
  return {
    id: input.newId(),
    createdAt: input.now,
    updatedAt: input.now,
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
    cost: null,
    otherCosts: null,
    boughtAt: null,
    supplier: null,
    boughtUrl: null,
    ledgerRef: null,
    tags: [],
    location: null,
    priceMinimum: null,
    priceMaximum: null,
    note: '',
    goatListingId: claimsListing ? order.externalListingId : null,
    soldAt: order.soldAt,
    tax: null,
    importId: null,
  };
}

/** What the merge has put so far; later orders of the same page see it. */
class MergeState {
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
