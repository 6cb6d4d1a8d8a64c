import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instant } from '@/lib/domain/time/instant';
import { stepsOf } from './time-steps';

const UTC = () => 0;
const day = (year: number, month: number, date: number) => instant(Date.UTC(year, month - 1, date));

test('days, weeks from Monday, months: as the time is long', () => {
  expect(stepsOf({ from: day(2026, 3, 1), to: day(2026, 3, 31) }, UTC)).toMatchObject({ step: 'day' });
  const weeks = stepsOf({ from: day(2026, 3, 4), to: day(2026, 6, 2) }, UTC);
  expect(weeks.step).toBe('week');
  // 4 March 2026 is a Wednesday.
  expect(weeks.periods.slice(0, 2)).toEqual([
    { from: day(2026, 3, 4), to: day(2026, 3, 9) },
    { from: day(2026, 3, 9), to: day(2026, 3, 16) },
  ]);
  const year = stepsOf({ from: day(2025, 4, 6), to: day(2026, 4, 6) }, UTC);
  expect(year.step).toBe('month');
  expect(year.periods).toHaveLength(13);
  expect(year.periods[1]).toEqual({ from: day(2025, 5, 1), to: day(2025, 6, 1) });
});

test('no gap, no overlap, nothing outside, wherever the seller lives', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 1500 }),
      fc.integer({ min: -11, max: 13 }),
      (start, days, hours) => {
        const from = instant(day(2025, 1, 1) + start * DAY_MS + 1234);
        const period = { from, to: instant(from + days * DAY_MS) };
        const { periods } = stepsOf(period, () => hours * HOUR_MS);
        expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([period.from, period.to]);
        periods.slice(1).forEach((each, nth) => expect(each.from).toBe(periods[nth]?.to));
      },
    ),
    { seed: 1 },
  );
});
