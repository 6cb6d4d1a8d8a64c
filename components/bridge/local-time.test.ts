import { expect, test } from 'vitest';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { periodChoice, periodOf } from './local-time';

const NEW_YORK = () => -5 * HOUR_MS;
/** 1 March 2026, 02:00 UTC: still 28 February in New York. */
const NIGHT = instant(Date.UTC(2026, 2, 1, 2));

test('a month begins at local midnight of the local month', () => {
  expect(periodOf('month', NIGHT, NEW_YORK)).toEqual({ from: Date.UTC(2026, 1, 1, 5), to: Date.UTC(2026, 2, 1, 5) });
});

test('a year begins on the first of January', () => {
  expect(periodOf('year', NIGHT, NEW_YORK)).toEqual({ from: Date.UTC(2026, 0, 1, 5), to: Date.UTC(2026, 2, 1, 5) });
});

test('thirty days end with today', () => {
  const period = periodOf('30', NIGHT, NEW_YORK);
  expect(period).toEqual({ from: Date.UTC(2026, 0, 30, 5), to: Date.UTC(2026, 2, 1, 5) });
});

test('all has no bounds', () => {
  expect(periodOf('all', NIGHT, NEW_YORK)).toBeNull();
});

test('tax years of the UK begin on 6 April and the last one has ended', () => {
  const utc = () => 0;
  expect(periodOf('uk-tax', instant(Date.UTC(2026, 3, 5, 12)), utc)?.from).toBe(Date.UTC(2025, 3, 6));
  expect(periodOf('uk-tax', instant(Date.UTC(2026, 3, 6, 12)), utc)?.from).toBe(Date.UTC(2026, 3, 6));
  expect(periodOf('uk-tax-last', instant(Date.UTC(2026, 3, 6, 12)), utc)).toEqual({
    from: Date.UTC(2025, 3, 6),
    to: Date.UTC(2026, 3, 6),
  });
});

test('last month and last year end where this one begins', () => {
  expect(periodOf('last-month', NIGHT, NEW_YORK)).toEqual({
    from: Date.UTC(2026, 0, 1, 5),
    to: Date.UTC(2026, 1, 1, 5),
  });
  expect(periodOf('last-year', NIGHT, NEW_YORK)?.to).toBe(Date.UTC(2026, 0, 1, 5));
});

test('typed days count whole, the last one too; nonsense is no time', () => {
  expect(periodOf('2026-01-10..2026-01-10', NIGHT, NEW_YORK)).toEqual({
    from: Date.UTC(2026, 0, 10, 5),
    to: Date.UTC(2026, 0, 11, 5),
  });
  expect(periodChoice('2026-01-10..2026-01-12')).toBe('2026-01-10..2026-01-12');
  expect(periodChoice('30')).toBe('30');
  for (const text of ['2026-02-10..2026-01-01', '31', 'without-cost', '2026-99-10..2026-99-11', null]) {
    expect(periodChoice(text)).toBeNull();
  }
});
