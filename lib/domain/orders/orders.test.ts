import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { HOUR_MS, instant, shiftInstant } from '../time/instant';
import type { OrderFacts, OrderStatus, ShippingLabel } from './order';
import { isFinished, needsAction, orderDeadlines, orderStage } from './order-stage';

const now = instant(1_800_000_000_000);
const soon = shiftInstant(now, 20 * HOUR_MS);
const past = shiftInstant(now, -HOUR_MS);
const label: ShippingLabel = { type: 'shipping', url: null, trackingNumber: '1Z', courier: 'UPS' };
const NEWBORN: OrderStatus = 'unknown:ORDER_STATUS_NEEDS_CONFIRMATION';

function makeOrder(facts: Partial<OrderFacts> = {}): OrderFacts {
  return {
    marketplace: 'alias',
    externalId: 'order-1',
    orderNumber: '100001',
    externalListingId: 'listing-1',
    catalogId: 'dunk-low-panda',
    name: 'Dunk Low Panda',
    brand: 'Nike',
    styleCode: null,
    rawSku: 'DD1391 100',
    sizeValue: 10,
    status: NEWBORN,
    fulfillment: null,
    price: money(9700, 'USD'),
    payout: null,
    salesChannel: 'GOAT',
    label: null,
    soldAt: past,
    labelGeneratedAt: null,
    inTransitAt: null,
    changedAt: past,
    cancelsAt: null,
    customs: null,
    ...facts,
  };
}

describe('orderStage', () => {
  test.each<[string, Partial<OrderFacts>, string]>([
    ['just sold', { cancelsAt: soon }, 'to-confirm'],
    ['just sold, label fields already there', { cancelsAt: soon, label }, 'to-confirm'],
    ['unknown, no deadline, no label', {}, 'to-confirm'],
    ['unknown, deadline over, no label', { cancelsAt: past }, 'to-confirm'],
    ['unknown, with a label', { label }, 'to-ship'],
    ['unknown, shipped by the date', { label, inTransitAt: past }, 'in-transit'],
    ['unknown, parcel moving', { fulfillment: 'seller-shipped' }, 'in-transit'],
    ['unknown, parcel there', { fulfillment: 'delivered' }, 'at-marketplace'],
    ['confirmed', { status: 'confirmed', cancelsAt: soon }, 'to-ship'],
    ['label made', { status: 'label-generated', label }, 'to-ship'],
    ['label made, parcel already moving', { status: 'label-generated', fulfillment: 'in-transit' }, 'in-transit'],
    ['in transit', { status: 'in-transit' }, 'in-transit'],
    ['in transit, unknown parcel state', { status: 'in-transit', fulfillment: 'unknown:X' }, 'in-transit'],
    ['in transit and delivered', { status: 'in-transit', fulfillment: 'delivered' }, 'at-marketplace'],
    ['completed', { status: 'completed', fulfillment: 'delivered' }, 'completed'],
    ['cancelled', { status: 'cancelled', cancelsAt: soon }, 'cancelled'],
  ])('%s', (_, facts, stage) => {
    const order = makeOrder(facts);
    expect(orderStage(order, now)).toBe(stage);
    expect(needsAction(order, now)).toBe(stage === 'to-confirm' || stage === 'to-ship');
    expect(isFinished(order)).toBe(stage === 'completed' || stage === 'cancelled');
  });

  test('no unknown status is ever finished', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(isFinished(makeOrder({ status: `unknown:${raw}` }))).toBe(false);
      }),
      { seed: 1 },
    );
  });
});

describe('orderDeadlines', () => {
  test('the most urgent first, those without a moment last, the finished left out', () => {
    const orders = [
      makeOrder({ externalId: 'none' }),
      makeOrder({ externalId: 'later', status: 'confirmed', cancelsAt: shiftInstant(soon, 1) }),
      makeOrder({ externalId: 'done', status: 'completed', cancelsAt: past }),
      makeOrder({ externalId: 'soon', cancelsAt: soon }),
      makeOrder({ externalId: 'late', status: 'confirmed', cancelsAt: past }),
    ];
    const deadlines = orderDeadlines(orders, now);
    expect(deadlines.map(({ order, stage, left }) => [order.externalId, stage, left])).toEqual([
      ['late', 'to-ship', -HOUR_MS],
      ['soon', 'to-confirm', 20 * HOUR_MS],
      ['later', 'to-ship', 20 * HOUR_MS + 1],
      ['none', 'to-confirm', null],
    ]);
    expect(orderDeadlines(orders.toReversed(), now)).toEqual(deadlines);
  });
});
