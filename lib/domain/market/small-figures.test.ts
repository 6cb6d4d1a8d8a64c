import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { bestOf } from './best-of';
import { offerDepth } from './offer-depth';
import { priceDifference } from './price-difference';
import { spreadOf } from './spread';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const cents = fc.integer({ min: 1, max: 1_000_000 });

describe('spread', () => {
  test.each([
    [98, 84, { amount: usd(14), basisPoints: 1429 }],
    [100, 100, { amount: usd(0), basisPoints: 0 }],
    [90, 99, { amount: usd(-9), basisPoints: -1000 }],
  ])('ask $%s, offer $%s', (ask, offer, expected) => {
    expect(spreadOf({ lowestAsk: usd(ask), highestOffer: usd(offer) })).toEqual(expected);
  });

  test('none where a side is missing, or the two are in two currencies', () => {
    expect(spreadOf({ lowestAsk: null, highestOffer: usd(1) })).toBeNull();
    expect(spreadOf({ lowestAsk: usd(1), highestOffer: null })).toBeNull();
    expect(spreadOf({ lowestAsk: usd(1), highestOffer: money(1, 'GBP') })).toBeNull();
  });
});

describe('a price against another', () => {
  test.each([
    [112, 98, { amount: usd(14), basisPoints: 1429 }],
    [84, 98, { amount: usd(-14), basisPoints: -1429 }],
    [98, 0, { amount: usd(98), basisPoints: null }],
  ])('$%s against $%s', (price, other, expected) => {
    expect(priceDifference(usd(price), usd(other))).toEqual(expected);
  });

  test('none where one is not known, or they are in two currencies', () => {
    expect(priceDifference(null, usd(1))).toBeNull();
    expect(priceDifference(usd(1), null)).toBeNull();
    expect(priceDifference(usd(1), money(1, 'EUR'))).toBeNull();
  });

  test('is the other way round when asked the other way round, and adds up', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const there = priceDifference(money(a, 'USD'), money(b, 'USD'));
        const back = priceDifference(money(b, 'USD'), money(a, 'USD'));
        expect((there?.amount.minor ?? Number.NaN) + b).toBe(a);
        expect((there?.amount.minor ?? 0) + (back?.amount.minor ?? 0)).toBe(0);
      }),
      { seed: 1 },
    );
  });
});

describe('offer depth', () => {
  test('from the highest down, with all that stand as high', () => {
    const rows = offerDepth([
      { price: usd(85), count: 3 },
      { price: usd(90), count: 2 },
      { price: usd(85), count: 2 },
      { price: usd(80), count: 0 },
      { price: money(9900, 'GBP'), count: 4 },
    ]);
    expect(rows).toEqual([
      { price: usd(90), count: 2, atOrAbove: 2 },
      { price: usd(85), count: 5, atOrAbove: 7 },
    ]);
    expect(offerDepth([])).toEqual([]);
  });

  test('no offer is lost and none is counted twice', () => {
    const bins = fc.array(fc.record({ minor: fc.integer({ min: 1, max: 20 }), count: fc.integer({ min: 0, max: 9 }) }));
    fc.assert(
      fc.property(bins, (given) => {
        const rows = offerDepth(given.map(({ minor, count }) => ({ price: money(minor, 'USD'), count })));
        const total = given.reduce((sum, { count }) => sum + count, 0);
        expect(rows.at(-1)?.atOrAbove ?? 0).toBe(total);
        expect(rows.map(({ price }) => price.minor)).toEqual(
          [...new Set(given.filter(({ count }) => count > 0).map(({ minor }) => minor))].toSorted((a, b) => b - a),
        );
      }),
      { seed: 2 },
    );
  });
});

describe('the best of several', () => {
  test.each([
    ['the lowest', [98, null, 95], 'low', [2]],
    ['the highest', [98, null, 95], 'high', [0]],
    ['two that are as good', [5, 9, 9], 'high', [1, 2]],
    ['nobody alone', [98, null], 'low', []],
    ['nobody among equals', [7, 7], 'low', []],
    ['nobody where nothing is known', [null, null], 'high', []],
  ] as const)('%s', (_name, values, best, expected) => {
    expect(bestOf(values, best)).toEqual(expected);
  });
});
