import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietSpan, toMinutes, toTimeField } from './quiet-hours';

test.each([
  ['22:05', 1325],
  ['00:00', 0],
  ['7:30', 450],
  ['23:59:30', 1439],
  ['24:00', null],
  ['12:60', null],
  ['', null],
  ['12', null],
])('%j is minute %j', (text, minutes) => {
  expect(toMinutes(text)).toBe(minutes);
});

test.each([
  [1320, 480, { hours: 10, minutes: 0, isOverMidnight: true }],
  [540, 615, { hours: 1, minutes: 15, isOverMidnight: false }],
  [1380, 0, { hours: 1, minutes: 0, isOverMidnight: false }],
  [600, 600, null],
])('from %j to %j', (from, to, span) => {
  expect(quietSpan(from, to)).toEqual(span);
});

test('every minute of the day is shown and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(toMinutes(toTimeField(minute))).toBe(minute);
    }),
    { seed: 8 },
  );
});
