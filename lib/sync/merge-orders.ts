import type { Pair } from '@/lib/domain/inventory/pair';
import { isStandIn } from '@/lib/domain/inventory/stand-in';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import { adoptSale } from './adopt-sale';
import { MergeState } from './merge-state';
import type { OrderMerge, OrderMergeResult } from './order-merge';
import { pairOfOrder, reversalOf, saleOfOrder, statusOf } from './sale-of-order';
import { sameFacts } from './same-facts';

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
  const sale = saleOfOrder(order, sold.id, input);
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
