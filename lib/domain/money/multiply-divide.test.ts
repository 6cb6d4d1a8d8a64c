import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiplyDivide } from './multiply-divide';
import { divideRounded, type Rounding } from './rounding';

const ROUNDINGS = ['half-even', 'half-up', 'up', 'down', 'ceiling', 'floor'] as const satisfies readonly Rounding[];
const MAX = Number.MAX_SAFE_INTEGER;

describe('multiplyDivide', () => {
  test.each<[string, number, number, number, Rounding, number]>([
    ['5 x 1 / 2 is 2.5: half-even 2', 5, 1, 2, 'half-even', 2],
    ['5 x 1 / 2 is 2.5: half-up 3', 5, 1, 2, 'half-up', 3],
    ['7 x 1 / 2 is 3.5: half-even 4', 7, 1, 2, 'half-even', 4],
    ['-5 x 1 / 2 is -2.5: half-up -3, away from zero', -5, 1, 2, 'half-up', -3],
    ['-5 x 1 / 2 is -2.5: half-even -2', -5, 1, 2, 'half-even', -2],
    ['-7 x 1 / 2 is -3.5: half-even -4', -7, 1, 2, 'half-even', -4],
    ['5 x 1 / 2 is 2.5: down 2, up 3', 5, 1, 2, 'down', 2],
    ['the largest x 3 / 3 is itself: no number holds the product', MAX, 3, 3, 'half-even', MAX],
    ['8,279 x 9,710 / 10,000 is 8,038.909', 8279, 9710, 10_000, 'half-up', 8039],
  ])('%s', (_, amount, numerator, denominator, rounding, expected) => {
    expect(multiplyDivide(amount, numerator, denominator, rounding)).toBe(expected);
  });

  test.each([
    [2, 0.5, 1],
    [1, 1, 0],
    [1, 1, -2],
    [1, 1, 0.5],
  ])('%s x %s / %s is refused', (amount, numerator, denominator) => {
    expect(() => multiplyDivide(amount, numerator, denominator, 'half-up')).toThrow(RangeError);
  });

  test('comes to what big numbers come to, whatever the size, the sign and the rounding', () => {
    const whole = fc.oneof(
      fc.integer({ min: -20, max: 20 }),
      fc.integer({ min: -5_000_000, max: 5_000_000 }),
      fc.integer({ min: -MAX, max: MAX }),
    );
    const divisor = fc.oneof(
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(10_000, 100_000_000),
      fc.integer({ min: 1, max: MAX }),
    );
    fc.assert(
      fc.property(whole, whole, divisor, fc.constantFrom(...ROUNDINGS), (amount, numerator, denominator, rounding) => {
        const exact = Number(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding));
        // Minus nothing is nothing.
        expect(multiplyDivide(amount, numerator, denominator, rounding) + 0).toBe(exact + 0);
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
