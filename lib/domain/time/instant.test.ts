import { describe, expect, test } from 'vitest';
import { ageOf, calendarDate, DAY_MS, instant, parseInstant, shiftInstant, toIsoString } from './instant';

describe('instants', () => {
  test('read what they write', () => {
    const at = parseInstant('2025-12-09T21:58:15.602Z');
    expect(at).toBe(1_765_317_495_602);
    expect(at === null ? '' : toIsoString(at)).toBe('2025-12-09T21:58:15.602Z');
    expect(parseInstant('2025-12-09T21:58:15Z')).toBe(1_765_317_495_000);
  });

  test.each(['', '0', '1', '2025', '2025-12-09', '2025-12-09T21:58:15', 'yesterday', '2025-13-40T00:00:00Z'])(
    '%s is none',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  test('are whole milliseconds', () => {
    expect(() => instant(0.5)).toThrow(RangeError);
    expect(() => instant(Number.NaN)).toThrow(RangeError);
    expect(shiftInstant(instant(DAY_MS), -DAY_MS)).toBe(0);
    expect(shiftInstant(instant(0), 1.6)).toBe(2);
  });
});

describe('calendarDate', () => {
  test.each([
    ['2021-03-10T23:59:59.999Z', '2021-03-10'],
    ['2021-03-10', '2021-03-10'],
    ['', null],
    ['2021-13-10', null],
    ['10/03/2021', null],
  ])('%s is %s', (text, expected) => {
    expect(calendarDate(text)).toBe(expected);
  });
});

test('an age; what never was and what lies ahead are infinitely old', () => {
  const now = instant(5000);
  expect([ageOf(instant(2000), now), ageOf(now, now)]).toEqual([3000, 0]);
  expect([ageOf(null, now), ageOf(instant(5001), now)]).toEqual([Infinity, Infinity]);
});
