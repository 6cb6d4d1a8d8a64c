import { describe, expect, test } from 'vitest';
import { parseStyleCode } from '../catalog/style-code';
import { money } from '../money/money';
import { DAY_MS, instant, shiftInstant } from '../time/instant';
import type { Pair } from './pair';
import { findTwins, joinTwins } from './twins';
import { UNTOLD } from './untold';

const NOW = instant(1_800_000_000_000);
const day = (number: number) => shiftInstant(NOW, number * DAY_MS);

function makePair(id: string, facts: Partial<Pair> = {}): Pair {
  return {
    ...UNTOLD,
    id,
    createdAt: day(0),
    updatedAt: day(0),
    deletedAt: null,
    status: 'in-stock',
    origin: 'ledger',
    catalogId: null,
    styleCode: parseStyleCode('DD1391-100'),
    name: 'Panda',
    brand: 'Nike',
    size: { value: 10, system: 'US' },
    condition: 'new',
    packaging: 'good',
    cost: money(6000, 'GBP'),
    boughtAt: day(-9),
    supplier: 'END.',
    ledgerRef: `${id}#1`,
    ...facts,
  };
}

const listed = (id: string, facts: Partial<Pair> = {}): Pair =>
  makePair(id, {
    createdAt: day(1),
    status: 'listed',
    origin: 'listing',
    catalogId: 'panda',
    cost: null,
    boughtAt: null,
    supplier: null,
    ledgerRef: null,
    goatListingId: `listing-${id}`,
    ...facts,
  });

const found = (...pairs: Pair[]) => findTwins(pairs).map(({ own, twin }) => [own.id, twin.id]);

describe('purchases that turn up on the marketplace', () => {
  test('keep what the seller wrote and learn where they are', () => {
    const [twins] = findTwins([makePair('own', { note: 'box dented' }), listed('new')]);
    if (twins === undefined) throw new Error('no twins');
    expect(joinTwins(twins)).toEqual({
      ...makePair('own', { note: 'box dented' }),
      status: 'listed',
      catalogId: 'panda',
      goatListingId: 'listing-new',
    });
  });

  test('keep where the seller said that it lies, of whichever it was said', () => {
    const [twins] = findTwins([
      makePair('own', { boughtAt: null }),
      listed('new', { location: 'B3', boughtAt: day(-1) }),
    ]);
    if (twins === undefined) throw new Error('no twins');
    expect(joinTwins(twins)).toMatchObject({ location: 'B3', boughtAt: day(-1), supplier: 'END.' });
  });

  test('first bought goes to first sold, then to first known, each once', () => {
    const stock = [makePair('late', { boughtAt: day(-2) }), makePair('early'), makePair('undated', { boughtAt: null })];
    const later = [listed('second', { createdAt: day(3) }), listed('first'), listed('sold', { soldAt: day(2) })];
    expect(found(...stock, ...later)).toEqual([
      ['early', 'sold'],
      ['late', 'first'],
      ['undated', 'second'],
    ]);
    expect(found(stock[0] as Pair, ...later)).toHaveLength(1);
  });

  test.each<[string, Partial<Pair>]>([
    ['was there before the ledger was read: the ledger knew it and meant another', { createdAt: day(-1) }],
    ['is another size', { size: { value: 10.5, system: 'US' } }],
    ['is another size system', { size: { value: 10, system: 'UK' } }],
    ['is another style', { styleCode: parseStyleCode('DD1391-101') }],
    ['has its cost', { cost: money(1, 'USD') }],
    ['was sold before the purchase', { soldAt: day(-10) }],
    ['bears a note of the seller', { note: 'mine' }],
    ['was deleted', { deletedAt: day(2) }],
  ])('not a pair that %s', (_, facts) => {
    expect(found(makePair('own'), listed('new', facts))).toEqual([]);
  });

  test.each<[string, Partial<Pair>]>([
    ['is listed already', { goatListingId: 'other' }],
    ['is sold', { status: 'sold' }],
    ['is deleted', { deletedAt: day(2) }],
    ['has no style code', { styleCode: null }],
    ['is from no ledger', { ledgerRef: null }],
  ])('not a purchase that %s', (_, facts) => {
    expect(found(makePair('own', facts), listed('new'))).toEqual([]);
  });
});
