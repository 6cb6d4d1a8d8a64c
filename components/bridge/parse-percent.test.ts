import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePercent, percentInput } from './parse-percent';

test.each([
  ['15', 1500],
  [' 12,5 % ', 1250],
  ['0', 0],
  ['1000', 100_000],
  ['1000.01', null],
  ['', null],
  ['-5', null],
  ['12.345', null],
  ['1e3', null],
  ['fifteen', null],
])('%j is %j', (text, basisPoints) => {
  expect(parsePercent(text)).toBe(basisPoints);
});

test('what is shown is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (basisPoints) => {
      expect(parsePercent(percentInput(basisPoints))).toBe(basisPoints);
    }),
    { seed: 7 },
  );
});
