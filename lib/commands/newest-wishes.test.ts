import { expect, test } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Write } from '@/lib/domain/outbox/write';
import { NOON, makeWrite, usd } from '@/tests/fixtures/builders';
import { MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { newestWishes } from './newest-wishes';

const PRICE = { kind: 'listing/price', externalId: 'L', from: usd(120), intoOffer: false, belowFloor: false } as const;
const LABEL = { kind: 'order/label', externalId: 'O', again: false, instead: null } as const;

/** What counts of these, asked for one after the other about one thing. */
function counting(...writes: readonly Write[]): readonly number[] {
  const rows = writes.map((write, nth): OutboxRow => {
    return makeWrite({ id: String(nth), kind: write.kind, write, createdAt: shiftInstant(NOON, nth * MINUTE_MS) });
  });
  return newestWishes(rows).map(({ id }) => Number(id));
}

const on = (kind: 'listing/activate' | 'listing/deactivate' | 'listing/delete'): Write => ({ kind, externalId: 'L' });
const about = (kind: 'order/confirm' | 'order/cancel' | 'order/ship'): Write => ({ kind, externalId: 'O' });

test.each<[string, readonly Write[], readonly number[]]>([
  ['on sale, then off', [on('listing/activate'), on('listing/deactivate')], [1]],
  ['off, then on sale', [on('listing/deactivate'), on('listing/activate')], [1]],
  [
    'two prices',
    [
      { ...PRICE, to: usd(110) },
      { ...PRICE, to: usd(115) },
    ],
    [1],
  ],
  ['a price, then on sale', [{ ...PRICE, to: usd(110) }, on('listing/activate')], [0, 1]],
  ['a price, then gone', [{ ...PRICE, to: usd(110) }, on('listing/delete')], [1]],
  ['gone, then a price', [on('listing/delete'), { ...PRICE, to: usd(110) }], [1]],
  ['confirm with its label', [about('order/confirm'), { ...LABEL, labelType: null }], [0, 1]],
  ['confirm, cancel, confirm', [about('order/confirm'), about('order/cancel'), about('order/confirm')], [0, 2]],
  [
    'two kinds of label',
    [
      { ...LABEL, labelType: 'shipping' },
      { ...LABEL, labelType: 'drop-off' },
    ],
    [1],
  ],
  ['label and ship, then cancel', [{ ...LABEL, labelType: null }, about('order/ship'), about('order/cancel')], [2]],
])('%s', (_, writes, counts) => {
  expect(counting(...writes)).toEqual(counts);
});

test('what is about different things never contradicts', () => {
  const rows = ['a', 'b'].map((entityId) => makeWrite({ entityId }));
  expect(newestWishes(rows)).toEqual(rows);
});
