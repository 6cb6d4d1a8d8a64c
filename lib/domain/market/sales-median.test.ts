import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { DAY_MS, instant, shiftInstant } from '../time/instant';
import { medianPrice, salesMedian } from './sales-median';

const NOW = instant(Date.UTC(2026, 2, 2, 12));
const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const sale = (dollars: number, daysAgo: number) => ({
  price: usd(dollars),
  purchasedAt: shiftInstant(NOW, -daysAgo * DAY_MS),
});

describe('the price in the middle', () => {
  test.each([
    [[90], 90],
    [[120, 90, 99], 99],
    [[90, 97, 99, 120], 98],
    [[90, 97, 99.01, 120], 98],
    [[90, 97.02, 99.01, 120], 98.02],
  ])('%s', (dollars, expected) => {
    expect(medianPrice(dollars.map(usd))).toEqual(usd(expected));
  });

  test('none of none; two currencies have no order', () => {
    expect(medianPrice([])).toBeNull();
    expect(() => medianPrice([usd(1), money(100, 'EUR')])).toThrow(RangeError);
  });

  test('at least half lie on either side, in whatever order they come', () => {
    const prices = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1 });
    fc.assert(
      fc.property(prices, (minors) => {
        const median = medianPrice(minors.map((minor) => money(minor, 'USD')))?.minor ?? Number.NaN;
        expect(Number.isInteger(median)).toBe(true);
        const below = minors.filter((minor) => minor < median).length;
        const above = minors.filter((minor) => minor > median).length;
        // The one rounding may put it half a cent past a sale, never past two.
        expect(Math.max(below, above)).toBeLessThanOrEqual(Math.ceil(minors.length / 2));
        expect(medianPrice(minors.toReversed().map((minor) => money(minor, 'USD')))?.minor).toBe(median);
      }),
      { seed: 1 },
    );
  });
});

describe('the median of 30 days', () => {
  test('counts what sold within them, neither before nor ahead', () => {
    const sales = [sale(200, 30), sale(90, 29.9), sale(97, 10), sale(99, 1), sale(120, 0), sale(5, -1)];
    expect(salesMedian(sales, NOW)).toEqual({ median: usd(98), sales: 4, days: 30 });
    expect(salesMedian(sales, NOW, 7)).toEqual({ median: null, sales: 2, days: 7 });
  });

  test('too few sales are told as a count without a figure', () => {
    expect(salesMedian([sale(90, 1), sale(95, 2)], NOW)).toEqual({ median: null, sales: 2, days: 30 });
    expect(salesMedian([], NOW)).toEqual({ median: null, sales: 0, days: 30 });
  });

  test('keeps to the currency of the newest', () => {
    const pounds = { price: money(5000, 'GBP'), purchasedAt: shiftInstant(NOW, -9 * DAY_MS) };
    expect(salesMedian([pounds, sale(90, 1), sale(95, 2), sale(99, 3)], NOW)).toMatchObject({
      median: usd(95),
      sales: 3,
    });
  });
});
