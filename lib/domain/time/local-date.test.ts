import { expect, test } from 'vitest';
import { HOUR_MS, instant } from './instant';
import { localDate } from './local-date';

test.each([
  ['2026-06-01T23:30:00Z', 1, '2026-06-02'],
  ['2026-06-02T03:59:59Z', -4, '2026-06-01'],
  ['2026-12-31T12:00:00Z', 14, '2027-01-01'],
  ['2026-03-01T00:00:00Z', 0, '2026-03-01'],
])('%s, %s hours ahead, is %s', (now, hours, day) =>
  expect(localDate(instant(Date.parse(now)), () => hours * HOUR_MS)).toBe(day),
);
