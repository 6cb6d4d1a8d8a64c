import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceAxis, timeAxis } from './axis';

describe('niceAxis', () => {
  test('round steps around the values', () => {
    expect(niceAxis(8_700, 11_240, 6)).toEqual({
      low: 8_500,
      high: 11_500,
      ticks: [8_500, 9_000, 9_500, 10_000, 10_500, 11_000, 11_500],
    });
    expect(niceAxis(-120, 300)).toEqual({ low: -200, high: 400, ticks: [-200, 0, 200, 400] });
  });

  test('a flat line has room above and below', () => {
    const { low, high } = niceAxis(9_800, 9_800);
    expect(low).toBeLessThan(9_800);
    expect(high).toBeGreaterThan(9_800);
    expect(niceAxis(0, 0)).toEqual({ low: -1, high: 1, ticks: [-1, 0, 1] });
  });

  test('holds every value in few whole steps', () => {
    const amount = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const axis = niceAxis(low, high);
        expect(axis.low).toBeLessThanOrEqual(low);
        expect(axis.high).toBeGreaterThanOrEqual(high);
        expect(axis.ticks.every(Number.isSafeInteger)).toBe(true);
        expect(axis.ticks.length).toBeLessThanOrEqual(5);
        expect([axis.ticks[0], axis.ticks.at(-1)]).toEqual([axis.low, axis.high]);
      }),
      { seed: 1 },
    );
  });
});

describe('timeAxis', () => {
  const day = (date: number, hour = 0) => new Date(2026, 2, date, hour).getTime();

  test('weeks of a month begin at midnight', () => {
    const { ticks, step } = timeAxis(day(1), day(31));
    expect(step).toBe('day');
    expect(ticks).toEqual([day(1), day(8), day(15), day(22), day(29)]);
  });

  test('hours of a day, months of a year, never outside of the time shown', () => {
    expect(timeAxis(day(3, 7), day(4, 7))).toMatchObject({ step: 'hour' });
    const year = timeAxis(new Date(2025, 10, 20).getTime(), new Date(2026, 10, 20).getTime());
    expect(year.step).toBe('month');
    expect(year.ticks.map((at) => new Date(at).getDate())).toEqual(year.ticks.map(() => 1));
    expect(year.ticks.length).toBeLessThanOrEqual(6);
    expect(year.ticks[0]).toBeGreaterThanOrEqual(new Date(2025, 10, 20).getTime());
  });

  test('a single moment has one mark', () => {
    expect(timeAxis(day(1), day(1)).ticks).toEqual([day(1)]);
  });
});
