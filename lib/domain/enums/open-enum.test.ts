import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUnknownValue, rawValue, unknownValue } from './open-enum';

test('an unknown value keeps its raw text', () => {
  expect(unknownValue('ORDER_STATUS_ON_HOLD')).toBe('unknown:ORDER_STATUS_ON_HOLD');
  fc.assert(
    fc.property(fc.string(), (raw) => {
      expect(isUnknownValue(unknownValue(raw))).toBe(true);
      expect(rawValue(unknownValue(raw))).toBe(raw);
    }),
    { seed: 1 },
  );
});

test('a known value is itself', () => {
  expect(isUnknownValue('active')).toBe(false);
  expect(rawValue('active')).toBe('active');
});
