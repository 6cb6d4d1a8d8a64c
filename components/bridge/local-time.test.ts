import { expect, test } from 'vitest';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { periodOf } from './local-time';

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
