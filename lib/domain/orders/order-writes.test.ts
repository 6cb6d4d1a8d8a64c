import { describe, expect, test } from 'vitest';
import { CANCELLED, COMPLETED, CONFIRMED, label, LABELLED, now, order, SHIPPED } from '@/tests/fixtures/order-facts';
import { allowedOrderActions } from './allowed-actions';

describe('what can be done to an order', () => {
  test.each([
    ['just sold', order(), { confirm: null, label: 'not-confirmed', ship: 'not-confirmed', cancel: null }],
    ['label fields on one just sold', order({ label }), { confirm: null, label: 'not-confirmed', cancel: null }],
    [
      'confirmed',
      CONFIRMED,
      { confirm: 'confirmed-already', label: null, relabel: 'no-label', ship: 'no-label', cancel: null },
    ],
    [
      'confirmed, with label fields as in the examples',
      order({ status: 'confirmed', label }),
      { label: null, ship: 'no-label' },
    ],
    ['labelled', LABELLED, { label: 'labelled-already', relabel: null, ship: null, cancel: null }],
    [
      'shipped',
      SHIPPED,
      { confirm: 'confirmed-already', label: 'shipped-already', ship: 'shipped-already', cancel: 'shipped-already' },
    ],
    ['cancelled', CANCELLED, { confirm: 'order-cancelled', cancel: 'order-cancelled' }],
    ['completed', COMPLETED, { ship: 'order-done', cancel: 'order-done' }],
    [
      'an unknown status with a label and nothing to run out',
      order({ status: 'unknown:X', label, cancelsAt: null }),
      { label: 'labelled-already', ship: null },
    ],
  ] as const)('%s', (_, facts, allowed) => {
    expect(allowedOrderActions(facts, now)).toMatchObject(allowed);
  });
});
