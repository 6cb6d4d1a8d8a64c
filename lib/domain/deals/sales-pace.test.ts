import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import { DAY_MS, instant, shiftInstant } from '../time/instant';
import { daysToSell, salesPace, type SeenSale } from './sales-pace';

const NOW = instant(Date.UTC(2026, 2, 2, 12));
const ago = (days: number) => shiftInstant(NOW, -days * DAY_MS);
const sale = (days: number, dollars = 99, seen = 0): SeenSale => ({
  purchasedAt: ago(days),
  price: money(dollars * 100, 'USD'),
  seenAt: ago(seen),
});
const tenFrom = (oldest: number, seen = 0) =>
  Array.from({ length: 10 }, (_, nth) => sale(oldest - nth * 0.1, 99, seen));

describe('salesPace', () => {
  test('a full list covers its own span', () => {
    const pace = salesPace(tenFrom(4.5), NOW);
    expect(pace).toMatchObject({ sales: 9, days: 4.5, from: ago(4.5), until: NOW });
    expect(pace?.perWeek).toBeCloseTo(14, 9);
  });

  test('fewer than three sales tell nothing', () => {
    expect(salesPace([], NOW)).toBeNull();
    expect(salesPace([sale(1), sale(2)], NOW)).toBeNull();
    expect(salesPace([sale(1), sale(2), sale(-1)], NOW)).toBeNull();
    expect(salesPace([sale(1), sale(2), sale(3)], NOW)).toMatchObject({ sales: 2, days: 3 });
  });

  test('recent weeks count when older sales show that they were watched', () => {
    const pace = salesPace([sale(60), sale(20), sale(10), sale(5)], NOW);
    expect(pace).toMatchObject({ sales: 3, days: 28, from: ago(28) });
  });

  test('a quiet size is told over a longer time', () => {
    expect(salesPace([sale(80), sale(60), sale(40), sale(2)], NOW)).toMatchObject({ sales: 3, days: 80 });
    expect(salesPace([sale(800), sale(700), sale(600)], NOW)).toBeNull();
  });

  test('after a reading full of new sales nothing before it counts: some may have been missed', () => {
    const gap = [...tenFrom(20, 15), ...tenFrom(2, 0)];
    expect(salesPace(gap, NOW)).toMatchObject({ sales: 9, days: 2 });
    const joined = [...tenFrom(20, 15), sale(2), sale(1)];
    expect(salesPace(joined, NOW)).toMatchObject({ sales: 11, days: 20 });
  });

  test('a gap that was noted tells since when nothing was missed', () => {
    const sales = [...tenFrom(20, 15), sale(6), sale(4), sale(2), sale(1)];
    expect(salesPace(sales, NOW)).toMatchObject({ sales: 13, days: 20 });
    expect(salesPace(sales, NOW, ago(6))).toMatchObject({ sales: 3, days: 6, from: ago(6) });
    // Older than anything known: it takes nothing away.
    expect(salesPace(sales, NOW, ago(30))).toEqual(salesPace(sales, NOW));
    expect(salesPace(sales, NOW, ago(1.5))).toBeNull();
    expect(salesPace([], NOW, ago(1.5))).toBeNull();
  });

  test('with a gap noted, what each reading brought is not counted', () => {
    const gap = [...tenFrom(20, 15), ...tenFrom(2, 0)];
    expect(salesPace(gap, NOW, ago(20))).toMatchObject({ sales: 19, days: 20 });
  });

  test('a reading of many rows asked for all there is, and missed nothing', () => {
    const wide = [sale(40, 99, 30), ...Array.from({ length: 11 }, (_, nth) => sale(2 - nth * 0.1))];
    expect(salesPace(wide, NOW)).toMatchObject({ sales: 11, days: 28 });
  });

  test('what a later reading brought from before a full one closes the gap behind it', () => {
    const full = [...tenFrom(20, 15), ...tenFrom(2, 1)];
    expect(salesPace(full, NOW)).toMatchObject({ sales: 9, days: 2 });
    const closed = [...full, sale(5), sale(4)];
    expect(salesPace(closed, NOW)).toMatchObject({ sales: 21, days: 20 });
  });

  test('sales of one moment are no endless rate', () => {
    const pace = salesPace([sale(0), sale(0), sale(0)], NOW);
    expect(pace?.perWeek).toBe(2 * 24 * 7);
  });

  test('never counts a sale twice or more than there are', () => {
    const days = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(days, (list) => {
        const pace = salesPace(
          list.map((each) => sale(each)),
          NOW,
        );
        if (pace === null) return;
        expect(pace.sales).toBeLessThanOrEqual(list.length);
        expect(pace.from).toBeLessThanOrEqual(pace.until);
        expect(Number.isFinite(pace.perWeek) && pace.perWeek > 0).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe('daysToSell', () => {
  const sales = [sale(4.5, 95), sale(4, 95), sale(3, 96), sale(2, 97), sale(1, 95)];

  test('by what sold at the price or above', () => {
    const pace = salesPace(sales, NOW);
    expect(pace).not.toBeNull();
    if (pace === null) return;
    expect(daysToSell(sales, pace, money(9700, 'USD'))).toEqual({ days: 5, atPrice: 1 });
    expect(daysToSell(sales, pace, money(9500, 'USD'))).toEqual({ days: 1, atPrice: 5 });
    expect(daysToSell(sales, pace, money(9800, 'USD'))).toBeNull();
    expect(daysToSell(sales, pace, money(100, 'EUR'))).toBeNull();
  });
});
