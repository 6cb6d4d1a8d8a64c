import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CANCELLED,
  COMPLETED,
  CONFIRMED,
  label,
  LABELLED,
  NEWBORN,
  now,
  order,
  SHIPPED,
} from '@/tests/fixtures/order-facts';
import type { OrderWrite } from '../outbox/order-write';
import { shiftInstant } from '../time/instant';
import { allowedOrderActions } from './allowed-actions';
import type { OrderFacts, OrderStatus } from './order';
import { labelMark, orderStanding } from './order-standing';

const confirm: OrderWrite = { kind: 'order/confirm', externalId: 'order-1' };
const cancel: OrderWrite = { kind: 'order/cancel', externalId: 'order-1' };
const ship: OrderWrite = { kind: 'order/ship', externalId: 'order-1' };
const make = (given: Partial<Extract<OrderWrite, { kind: 'order/label' }>> = {}): OrderWrite => ({
  kind: 'order/label',
  externalId: 'order-1',
  labelType: null,
  again: false,
  instead: null,
  ...given,
});
const later = order({ ...LABELLED, labelGeneratedAt: shiftInstant(now, 1000) });

describe('what an order that was read back says of a write', () => {
  test.each<[string, OrderWrite, OrderFacts, string]>([
    ['to confirm: just sold', confirm, order(), 'not-done'],
    ['to confirm: label fields prove nothing', confirm, order({ label }), 'not-done'],
    ['to confirm: confirmed', confirm, CONFIRMED, 'done'],
    ['to confirm: past it', confirm, SHIPPED, 'done'],
    ['to confirm: cancelled', confirm, CANCELLED, 'over'],
    ['to label: confirmed', make(), CONFIRMED, 'not-done'],
    ['to label: labelled', make(), LABELLED, 'done'],
    ['to label: shipped', make(), SHIPPED, 'done'],
    ['to label: cancelled', make(), CANCELLED, 'over'],
    ['another label: as before', make({ again: true, instead: labelMark(LABELLED) }), LABELLED, 'not-done'],
    [
      'another label: the same one, whose address was signed anew',
      make({ again: true, instead: labelMark(LABELLED) }),
      order({ ...LABELLED, label: { ...label, url: `${label.url}?signature=2` } }),
      'not-done',
    ],
    ['another label: made later', make({ again: true, instead: labelMark(LABELLED) }), later, 'done'],
    [
      'another label of the other kind: the old kind',
      make({ again: true, labelType: 'drop-off', instead: labelMark(LABELLED) }),
      later,
      'not-done',
    ],
    ['another label: shipped with the old one', make({ again: true, instead: labelMark(SHIPPED) }), SHIPPED, 'over'],
    ['to ship: labelled', ship, LABELLED, 'not-done'],
    ['to ship: the courier has it', ship, order({ ...LABELLED, fulfillment: 'in-transit' }), 'done'],
    ['to ship: in transit', ship, SHIPPED, 'done'],
    ['to cancel: confirmed', cancel, CONFIRMED, 'not-done'],
    ['to cancel: cancelled', cancel, CANCELLED, 'done'],
    ['to cancel: in transit', cancel, SHIPPED, 'over'],
    ['to cancel: completed', cancel, COMPLETED, 'over'],
  ])('%s', (_, write, facts, standing) => {
    expect(orderStanding(write, facts)).toBe(standing);
  });

  test('what can be done now is never done already', () => {
    const known = fc.constantFrom<OrderStatus>(
      'confirmed',
      'label-generated',
      'in-transit',
      'completed',
      'cancelled',
      NEWBORN,
    );
    const moment = fc.constantFrom(null, now);
    fc.assert(
      fc.property(
        known,
        moment,
        moment,
        fc.constantFrom(null, label),
        (status, labelGeneratedAt, inTransitAt, made) => {
          const facts = order({ status, labelGeneratedAt, inTransitAt, label: made });
          const allowed = allowedOrderActions(facts, now);
          const writes = { confirm, label: make(), ship, cancel } as const;
          for (const name of ['ship', 'cancel'] as const)
            if (allowed[name] === null) expect(orderStanding(writes[name], facts)).toBe('not-done');
          if (allowed.label === null) expect(orderStanding(writes.label, facts)).toBe('not-done');
        },
      ),
      { seed: 1 },
    );
  });
});
