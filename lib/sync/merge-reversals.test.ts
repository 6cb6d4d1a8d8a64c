import { expect, test } from 'vitest';
import type { Sale, SaleReversal } from '@/lib/domain/sales/sale';
import { shiftInstant } from '@/lib/domain/time/instant';
import { makeOrder, makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { mergeOrders } from './merge-orders';

const LATER = shiftInstant(NOON, 60_000);
const KNOWN = makeOrder({ externalId: 'o', status: 'in-transit', changedAt: NOON });
const PAIR = makePair({ id: 'p', status: 'sold' });

function read(facts: Partial<typeof KNOWN>, sale: Partial<Sale> = {}, pair = PAIR) {
  const { id: _id, createdAt: _created, updatedAt: _updated, ...known } = KNOWN;
  const kept = makeSale({ id: 's', externalOrderId: 'o', pairId: 'p', status: 'pending', ...sale });
  return mergeOrders({
    facts: [{ ...known, ...facts }],
    known: new Map([['o', KNOWN]]),
    sales: new Map([['o', kept]]),
    pairs: [pair],
    soldElsewhere: new Set(),
    standIns: [],
    toldSales: new Map(),
    fx: () => null,
    now: LATER,
    newId: () => 'new',
  });
}

const told = (reason: SaleReversal['reason']): SaleReversal => ({ reason, at: NOON, penalty: usd(10), note: 'told' });

test('a cancellation that alias tells of says so, with its day and nothing more', () => {
  const { sales, pairs } = read({ status: 'cancelled', changedAt: LATER });
  expect(sales).toMatchObject([
    { status: 'reversed', reversal: { reason: 'cancelled', at: LATER, penalty: null, note: '' } },
  ]);
  expect(pairs).toMatchObject([{ id: 'p', status: 'in-stock' }]);
});

test.each(['returned', 'failed-verification', 'refunded'] as const)(
  'a sale the seller told as %s stays so, and its pair where it is, whatever its order goes on to say',
  (reason) => {
    for (const status of ['completed', 'cancelled'] as const) {
      const reversal = told(reason);
      const consigned = { ...PAIR, status: 'consigned' as const };
      const { sales, pairs } = read({ status, changedAt: LATER }, { status: 'reversed', reversal }, consigned);
      expect(sales).toEqual([]);
      expect(pairs).toEqual([]);
    }
  },
);

test('what the seller said of a cancellation is kept when alias tells of it too', () => {
  const reversal = told('cancelled');
  const { sales } = read({ status: 'cancelled', changedAt: LATER, payout: usd(1) }, { status: 'reversed', reversal });
  expect(sales).toMatchObject([{ status: 'reversed', reversal }]);
});

test('an order that goes on after it was cancelled is a sale again, without a reversal', () => {
  const { sales, pairs } = read(
    { status: 'in-transit', changedAt: LATER },
    { status: 'reversed', reversal: { ...told('cancelled'), penalty: null } },
    { ...PAIR, status: 'in-stock' },
  );
  expect(sales).toMatchObject([{ status: 'pending', reversal: null }]);
  expect(pairs).toMatchObject([{ status: 'sold' }]);
});

test('an answer from before the last change puts nothing back', () => {
  const before = shiftInstant(NOON, -60_000);
  expect(read({ status: 'confirmed', changedAt: before })).toMatchObject({ orders: [], sales: [], pairs: [] });
  expect(
    read({ status: 'completed', changedAt: NOON }).orders,
    'at the same moment the new answer counts',
  ).toHaveLength(1);
});
