import { describe, expect, test } from 'vitest';
import type { ProductSize } from '@/lib/queries/product-page';
import { makeListing, makePrice, usd } from '@/tests/fixtures/builders';
import { sortSizes } from './sort-sizes';

const row = (usValue: number, ask: number | null, more: Partial<ProductSize> = {}): ProductSize => ({
  size: { displayName: String(usValue), value: usValue, usValue },
  price: ask === null ? null : makePrice({ lowestAsk: usd(ask), highestOffer: usd(80) }),
  underAsk: null,
  pairs: [],
  listings: [],
  watched: null,
  sold: { readAt: null, pace: null },
  ...more,
});
const order = (by: string, down: boolean) =>
  sortSizes([row(11, 100), row(9, null), row(10, 120, { listings: [makeListing()] }), row(8, 100)], { by, down }).map(
    ({ size }) => size.usValue,
  );

describe('sizes in order', () => {
  test.each([
    ['size', false, [8, 9, 10, 11]],
    ['size', true, [11, 10, 9, 8]],
    ['ask', false, [8, 11, 10, 9]],
    ['ask', true, [10, 8, 11, 9]],
    ['spread', true, [10, 8, 11, 9]],
    ['own', true, [10, 8, 9, 11]],
    ['pace', true, [8, 9, 10, 11]],
    ['nonsense', false, [8, 9, 10, 11]],
  ])('by %s, down %s', (by, down, expected) => {
    expect(order(by, down)).toEqual(expected);
  });
});
