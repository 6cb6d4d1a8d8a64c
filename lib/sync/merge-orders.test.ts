import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { isStandIn } from '@/lib/domain/inventory/stand-in';
import type { Order, OrderFacts } from '@/lib/domain/orders/order';
import type { Sale } from '@/lib/domain/sales/sale';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeOrder, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { mergeOrders } from './merge-orders';

const LATER = shiftInstant(NOON, 60_000);

function factsOf(order: Order): OrderFacts {
  const { id: _i, createdAt: _c, updatedAt: _u, ...facts } = order;
  return facts;
}

/** The books as three maps; `read` merges a page into them the way a commit does. */
class Books {
  orders = new Map<string, Order>();
  sales = new Map<string, Sale>();
  pairs = new Map<string, Pair>();
  #ids = 0;

  constructor(pairs: readonly Pair[] = []) {
    for (const pair of pairs) this.pairs.set(pair.id, pair);
  }

  read(...facts: OrderFacts[]) {
    const cancelled = new Set(facts.filter((order) => order.status === 'cancelled').map((order) => order.externalId));
    const living = [...this.sales.values()].filter(
      (sale) => sale.status !== 'reversed' && !cancelled.has(sale.externalOrderId),
    );
    const result = mergeOrders({
      facts,
      known: this.orders,
      sales: this.sales,
      pairs: [...this.pairs.values()],
      soldElsewhere: new Set(living.map((sale) => sale.pairId)),
      standIns: living.flatMap((sale) => {
        const pair = this.pairs.get(sale.pairId);
        const externalListingId = this.orders.get(sale.externalOrderId)?.externalListingId;
        return pair !== undefined && isStandIn(pair) && externalListingId != null ? [{ externalListingId, sale }] : [];
      }),
      toldSales: new Map(living.filter((sale) => sale.marketplace !== 'alias').map((sale) => [sale.pairId, sale])),
      fx: () => null,
      now: LATER,
      newId: () => `new-${(this.#ids += 1)}`,
    });
    for (const order of result.orders) this.orders.set(order.externalId, order);
    for (const sale of result.sales) this.sales.set(sale.externalOrderId, sale);
    for (const pair of result.pairs) this.pairs.set(pair.id, pair);
    return result;
  }
}

const LISTED = makePair({ status: 'listed', goatListingId: 'L1', cost: usd(60) });

function order(given: Partial<Order> = {}): OrderFacts {
  return factsOf(makeOrder({ externalListingId: 'L1', ...given }));
}

describe('orders into the books', () => {
  test('a new order marks its pair sold and writes one sale with the true payout', () => {
    const books = new Books([LISTED]);
    const found = order({ status: 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION', payout: usd(103.6) });
    const result = books.read(found);
    expect(books.pairs.get(LISTED.id)).toMatchObject({ status: 'sold', soldAt: found.soldAt, cost: usd(60) });
    expect([...books.sales.values()]).toMatchObject([{ pairId: LISTED.id, payout: usd(103.6), status: 'pending' }]);
    expect(result.events).toMatchObject([{ kind: 'sold' }]);
  });

  test('an order of a pair we never saw makes a sold pair with its cost unknown', () => {
    const books = new Books();
    books.read(order({ externalListingId: 'elsewhere' }));
    expect([...books.pairs.values()]).toMatchObject([
      { status: 'sold', origin: 'order', cost: null, goatListingId: 'elsewhere' },
    ]);
  });

  test('the same order again changes nothing and tells nothing', () => {
    const books = new Books([LISTED]);
    const found = order();
    books.read(found);
    expect(books.read(found)).toEqual({ orders: [], sales: [], pairs: [], events: [] });
  });

  test('a completed order completes its sale, and a payout that becomes known replaces the unknown one', () => {
    const books = new Books([LISTED]);
    const found = order({ status: 'confirmed', payout: null });
    books.read(found);
    books.read({ ...found, status: 'completed', payout: usd(101), changedAt: LATER });
    expect([...books.sales.values()]).toMatchObject([{ status: 'completed', payout: usd(101) }]);
  });

  test('a cancelled order is reversed and its pair comes back with its cost', () => {
    const books = new Books([LISTED]);
    const found = order({ status: 'confirmed' });
    books.read(found);
    const result = books.read({ ...found, status: 'cancelled' });
    expect(books.pairs.get(LISTED.id)).toMatchObject({ status: 'in-stock', soldAt: null, cost: usd(60) });
    expect([...books.sales.values()]).toMatchObject([{ status: 'reversed' }]);
    expect(result.events).toMatchObject([{ kind: 'cancelled' }]);
  });

  test('a cancelled order that stands again has its pair sold, also one that was deleted meanwhile', () => {
    const books = new Books([LISTED]);
    const found = order({ status: 'confirmed' });
    books.read(found);
    books.read({ ...found, status: 'cancelled' });
    books.pairs.set(LISTED.id, { ...LISTED, status: 'in-stock', deletedAt: LATER });
    books.read({ ...found, status: 'confirmed', changedAt: LATER });
    expect(books.pairs.get(LISTED.id)).toMatchObject({ status: 'sold', deletedAt: null, cost: usd(60) });
    expect([...books.sales.values()]).toMatchObject([{ status: 'pending' }]);
  });

  test('an order that was cancelled before we saw it is kept as an order and is no sale', () => {
    const books = new Books([LISTED]);
    books.read(order({ status: 'cancelled' }));
    expect(books.orders.size).toBe(1);
    expect(books.sales.size).toBe(0);
    expect(books.pairs.get(LISTED.id)).toEqual(LISTED);
  });

  test('cancelling the first of two orders of one listing leaves the pair sold by the second', () => {
    const books = new Books([LISTED]);
    const first = order({ status: 'confirmed', soldAt: NOON });
    const second = order({ status: 'confirmed', soldAt: LATER });
    books.read(first);
    books.read({ ...first, status: 'cancelled' }, second);
    expect(books.pairs.get(LISTED.id)?.status).toBe('sold');
    expect([...books.sales.values()].map((sale) => sale.status).toSorted()).toEqual(['pending', 'reversed']);
  });

  test('a listing sold again before its first order is known to be cancelled: the second sale gets the true pair', () => {
    const books = new Books([LISTED]);
    const first = order({ status: 'confirmed', soldAt: NOON });
    const second = order({ status: 'confirmed', soldAt: LATER });
    books.read(first);
    books.read(second);
    books.read({ ...first, status: 'cancelled' });
    expect(books.pairs.get(LISTED.id)).toMatchObject({ status: 'sold', soldAt: LATER, cost: usd(60) });
    expect(books.sales.get(second.externalId)).toMatchObject({ status: 'pending', pairId: LISTED.id });
    expect([...books.pairs.values()].filter((pair) => pair.deletedAt === null)).toHaveLength(1);
    books.read({ ...second, status: 'cancelled' });
    expect(books.pairs.get(LISTED.id)).toMatchObject({ status: 'in-stock', soldAt: null });
  });

  test('and also when news of the second comes with the cancellation of the first', () => {
    const books = new Books([LISTED]);
    const first = order({ status: 'confirmed', soldAt: NOON });
    const second = order({ status: 'confirmed', soldAt: LATER });
    books.read(first);
    books.read(second);
    books.read({ ...second, status: 'completed', payout: usd(99) }, { ...first, status: 'cancelled' });
    expect(books.sales.get(second.externalId)).toMatchObject({
      status: 'completed',
      payout: usd(99),
      pairId: LISTED.id,
    });
  });

  test('an unknown status is kept raw and counts as unfinished', () => {
    const books = new Books([LISTED]);
    books.read(order({ status: 'unknown:ORDER_STATUS_ON_HOLD' }));
    expect([...books.orders.values()][0]?.status).toBe('unknown:ORDER_STATUS_ON_HOLD');
    expect([...books.sales.values()][0]?.status).toBe('pending');
  });

  test('any sequence of pages ends in the same books: one sale an order, sold exactly while a living sale holds the pair', () => {
    const statuses = ['confirmed', 'in-transit', 'completed', 'cancelled'] as const;
    const life = fc.record({ nth: fc.integer({ min: 0, max: 4 }), status: fc.constantFrom(...statuses) });
    fc.assert(
      fc.property(fc.array(fc.array(life, { maxLength: 5 }), { maxLength: 8 }), (pages) => {
        const books = new Books(
          [0, 1, 2, 3, 4].map((nth) => makePair({ id: `p${nth}`, status: 'listed', goatListingId: `L${nth}` })),
        );
        for (const page of pages) {
          const unique = new Map(page.map(({ nth, status }) => [nth, status]));
          books.read(
            ...[...unique].map(([nth, status]) =>
              order({ externalId: `O${nth}`, orderNumber: `PO${nth}`, externalListingId: `L${nth}`, status }),
            ),
          );
        }
        expect(books.sales.size).toBeLessThanOrEqual(books.orders.size);
        for (const pair of books.pairs.values()) {
          const living = [...books.sales.values()].filter(
            (sale) => sale.pairId === pair.id && sale.status !== 'reversed',
          );
          expect(living.length).toBe(pair.status === 'sold' ? 1 : 0);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('a pair that the seller said was sold elsewhere', () => {
  const SOLD = makePair({ id: 'told', status: 'sold', goatListingId: 'L1', cost: usd(60), soldAt: NOON });
  const told = makeSale({ marketplace: 'ebay', externalOrderId: 'ours', pairId: 'told', price: usd(140) });

  function soldBooks(): Books {
    const books = new Books([SOLD]);
    books.sales.set(told.externalOrderId, told);
    return books;
  }

  test('an alias order for its listing touches neither the pair nor that sale, and says that it was sold twice', () => {
    const books = soldBooks();
    const result = books.read(order({ externalId: 'O2' }));
    expect(books.pairs.get('told')).toEqual(SOLD);
    expect(books.sales.get('ours')).toEqual(told);
    expect(result.events).toMatchObject([{ kind: 'sold', soldTwice: { externalOrderId: 'ours' } }]);
  });

  test('once that order is cancelled nothing of it is left in stock', () => {
    const books = soldBooks();
    const found = order({ externalId: 'O2', status: 'confirmed' });
    books.read(found);
    books.read({ ...found, status: 'cancelled' });
    expect(books.pairs.get('told')).toEqual(SOLD);
    const others = [...books.pairs.values()].filter((pair) => pair.id !== 'told');
    expect(others).toMatchObject([{ deletedAt: LATER }]);
  });
});

test('a pair in the bin that alias sold after all comes out of it', () => {
  const books = new Books([makePair({ id: 'binned', goatListingId: 'L1', deletedAt: NOON })]);
  books.read(order());
  expect(books.pairs.get('binned')).toMatchObject({ status: 'sold', deletedAt: null });
});
