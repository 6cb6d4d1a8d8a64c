import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMinutes, toTimeField } from './time-field';

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

test('every minute of the day is shown and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(toMinutes(toTimeField(minute))).toBe(minute);
    }),
    { seed: 8 },
  );
});
