import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, instant, shiftInstant } from '../time/instant';
import { weeklyVolume } from './weekly-volume';

const READ = instant(Date.UTC(2026, 2, 2, 12));
const ago = (days: number) => shiftInstant(READ, -days * DAY_MS);
const sold = (...days: number[]) => days.map((each) => ({ purchasedAt: ago(each) }));
const counts = (...given: Parameters<typeof weeklyVolume>) => weeklyVolume(...given).map(({ sales }) => sales);

describe('sales by week', () => {
  test('counted back from the last reading to the oldest sale', () => {
    expect(counts(sold(1, 3, 10), [], { readAt: READ, since: null })).toEqual([1, 2]);
    expect(weeklyVolume(sold(1), [], { readAt: READ, since: null })).toEqual([
      { from: ago(7), until: READ, sales: 1, complete: true },
    ]);
  });

  test('as far as was asked for, also where nothing sold', () => {
    expect(counts(sold(1, 40), [], { readAt: READ, since: ago(21) })).toEqual([0, 0, 1]);
    expect(counts([], [], { readAt: READ, since: ago(14) })).toEqual([0, 0]);
    expect(counts([], [], { readAt: READ, since: null })).toEqual([]);
  });

  test('a sale on the edge is in one week only; what came after the reading is in none', () => {
    expect(counts(sold(7, 0, -1), [], { readAt: READ, since: ago(14) })).toEqual([1, 1]);
  });

  test('weeks a gap reaches into are not complete', () => {
    const complete = (from: number | null, until: number) =>
      weeklyVolume([], [{ from: from === null ? null : ago(from), until: ago(until) }], {
        readAt: READ,
        since: ago(28),
      }).map((week) => week.complete);
    expect(complete(null, 20)).toEqual([false, false, true, true]);
    expect(complete(13, 8)).toEqual([true, true, false, true]);
    expect(complete(15, 6)).toEqual([true, false, false, false]);
    expect(complete(14, 7)).toEqual([true, true, false, true]);
  });

  test('a year at most', () => {
    expect(weeklyVolume(sold(3000), [], { readAt: READ, since: null })).toHaveLength(53);
  });

  test('no sale of the time asked for is lost or counted twice', () => {
    const days = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(days, (given) => {
        const weeks = weeklyVolume(sold(...given), [], { readAt: READ, since: null });
        const first = weeks[0]?.from ?? READ;
        const inside = sold(...given).filter(({ purchasedAt }) => purchasedAt > first);
        expect(weeks.reduce((sum, { sales }) => sum + sales, 0)).toBe(inside.length);
        expect(
          weeks.every(
            ({ from, until }, nth) => until - from === 7 * DAY_MS && (weeks[nth - 1]?.until ?? from) === from,
          ),
        ).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
