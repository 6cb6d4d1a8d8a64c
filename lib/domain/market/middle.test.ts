import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { middleOf } from './middle';

test.each([
  [[], null],
  [[7], 7],
  [[300, 1, 2], 2],
  [[1, 2], 2],
  [[2, 3], 2],
  [[-1, 0], 0],
  [[12_000, 9000, 9901, 9700], 9800],
  [[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 2], Number.MAX_SAFE_INTEGER - 1],
])('of %j: %s', (values, middle) => expect(middleOf(values)).toBe(middle));

test('as many lie below it as above it, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (values) => {
      const middle = middleOf(values) ?? Number.NaN;
      expect(middleOf(values.toReversed())).toBe(middle);
      const half = values.length / 2;
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half);
    }),
    { seed: 7 },
  );
});
