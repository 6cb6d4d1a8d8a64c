import { expect, test } from 'vitest';
import type { StyleCode } from '../catalog/style-code';
import { money } from '../money/money';
import { instant } from '../time/instant';
import type { Pair } from './pair';
import { isSamePairAgain } from './same-pair';
import { UNTOLD } from './untold';

const earlier: Pair = {
  ...UNTOLD,
  id: 'earlier',
  createdAt: instant(1000),
  updatedAt: instant(1000),
  deletedAt: null,
  status: 'in-stock',
  origin: 'listing',
  catalogId: 'panda',
  styleCode: 'DD1391-100' as StyleCode,
  name: '',
  brand: '',
  size: { value: 10, system: 'US' },
  condition: 'new',
  packaging: 'good',
  cost: money(6000, 'GBP'),
  goatListingId: 'L1',
};

const again: Pair = {
  ...earlier,
  id: 'again',
  createdAt: instant(2000),
  status: 'listed',
  cost: null,
  goatListingId: 'L2',
};

test('a pair that was listed again, and one that was written down before it was listed, may be the same', () => {
  expect(isSamePairAgain(again, earlier)).toBe(true);
  expect(isSamePairAgain(again, { ...earlier, origin: 'manual', goatListingId: null })).toBe(true);
});

test.each<[string, Partial<Pair>, Partial<Pair>]>([
  ['its cost is known', { cost: money(1, 'GBP') }, {}],
  ['a ledger told of it', { ledgerRef: 'a#1' }, {}],
  ['no listing offers it', { goatListingId: null }, {}],
  ['it is in the bin', { deletedAt: instant(3000) }, {}],
  ['nobody knows its style code', { styleCode: null }, {}],
  ['the earlier one has no cost either', {}, { cost: null }],
  ['the earlier one is listed', {}, { status: 'listed' }],
  ['the earlier one is sold', {}, { status: 'sold' }],
  ['the earlier one is in the bin', {}, { deletedAt: instant(1500) }],
  ['the other one came later', {}, { createdAt: instant(2001) }],
  ['it is another size', {}, { size: { value: 10.5, system: 'US' } }],
  ['it is the same number of another scale', {}, { size: { value: 10, system: 'UK' } }],
  ['one of them is used', {}, { condition: 'used' }],
])('not when %s', (_why, pair, other) => {
  expect(isSamePairAgain({ ...again, ...pair }, { ...earlier, ...other })).toBe(false);
});

test('no pair is the same as itself', () => {
  expect(isSamePairAgain({ ...again, createdAt: earlier.createdAt }, { ...earlier, id: 'again' })).toBe(false);
});
