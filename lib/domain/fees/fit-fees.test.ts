import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitFees } from './fit-fees';

describe('fitFees', () => {
  test('15 % and $5.00 of three prices', () => {
    const takings = [
      [10_000, 2000],
      [15_000, 2750],
      [22_000, 3800],
    ].map(([price = 0, take = 0]) => ({ price, take }));
    expect(fitFees(takings)).toEqual({ basisPoints: 1500, fixed: 500, explained: 3 });
  });

  test('one price tells no share', () => {
    expect(
      fitFees([
        { price: 10_000, take: 1450 },
        { price: 10_000, take: 1450 },
      ]),
    ).toBeNull();
  });

  test('finds whatever was taken, also when a third of the orders took a penalty besides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 600 }).map((five) => five * 5),
        fc.integer({ min: 0, max: 3000 }),
        fc.uniqueArray(fc.integer({ min: 25, max: 2000 }), { minLength: 9, maxLength: 40 }),
        (basisPoints, fixed, dollars) => {
          const takings = dollars.map((price, nth) => ({
            price: price * 100,
            take: Math.round((price * basisPoints) / 100) + fixed + (nth % 3 === 2 ? 1000 : 0),
          }));
          const fit = fitFees(takings);
          // Rounding may hide a hundredth of a per cent; what is found explains all that took no penalty.
          expect(fit?.explained).toBeGreaterThanOrEqual(takings.length - Math.floor(takings.length / 3));
          expect(Math.abs((fit?.basisPoints ?? 0) - basisPoints)).toBeLessThanOrEqual(5);
        },
      ),
      { seed: 1 },
    );
  });
});
