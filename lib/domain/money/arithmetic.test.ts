import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  negate,
  ratioInBasisPoints,
  roundUpToWholeUnits,
  scale,
  shareOf,
  subtract,
  sum,
} from './arithmetic';
import { money } from './money';
import { divideRounded, type Rounding } from './rounding';

const usd = (minorUnits: number) => money(minorUnits, 'USD');
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(usd);
const roundings: readonly Rounding[] = ['half-even', 'half-up', 'up', 'down', 'ceiling', 'floor'];

describe('add, subtract, sum', () => {
  test('are each other’s inverse', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(add(a, negate(a))).toEqual(usd(0));
      }),
      { seed: 1 },
    );
  });

  test('a sum does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        expect(sum(list.toReversed(), 'USD')).toEqual(sum(list, 'USD'));
      }),
      { seed: 2 },
    );
    expect(sum([], 'JPY')).toEqual(money(0, 'JPY'));
  });

  test('mixed currencies throw', () => {
    const [dollar, pound] = [usd(1), money(1, 'GBP')];
    for (const mixed of [
      () => add(dollar, pound),
      () => subtract(dollar, pound),
      () => compare(dollar, pound),
      () => sum([dollar, pound], 'USD'),
      () => sum([pound], 'USD'),
      () => ratioInBasisPoints(dollar, pound, 'down'),
    ]) {
      expect(mixed).toThrow(RangeError);
    }
  });

  test('an unsafe total throws instead of losing a cent', () => {
    expect(() => add(usd(Number.MAX_SAFE_INTEGER), usd(1))).toThrow(RangeError);
  });
});

describe('divideRounded', () => {
  test.each([
    // value ×10: -25, -15, -11, 11, 15, 25
    ['half-even', [-2, -2, -1, 1, 2, 2]],
    ['half-up', [-3, -2, -1, 1, 2, 3]],
    ['up', [-3, -2, -2, 2, 2, 3]],
    ['down', [-2, -1, -1, 1, 1, 2]],
    ['ceiling', [-2, -1, -1, 2, 2, 3]],
    ['floor', [-3, -2, -2, 1, 1, 2]],
  ] as const)('%s', (rounding, expected) => {
    const rounded = [-25n, -15n, -11n, 11n, 15n, 25n].map((tenths) => Number(divideRounded(tenths, 10n, rounding)));
    expect(rounded).toEqual(expected);
  });

  test('is never a whole unit away, and exact when it can be', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.bigInt(1n, 10n ** 9n),
        fc.constantFrom(...roundings),
        (n, d, how) => {
          const off = divideRounded(n, d, how) * d - n;
          expect(off < d && off > -d).toBe(true);
          expect(divideRounded(n * d, d, how)).toBe(n);
        },
      ),
      { seed: 3 },
    );
  });

  test('refuses a denominator that is not positive', () => {
    expect(() => divideRounded(1n, 0n, 'down')).toThrow(RangeError);
    expect(() => divideRounded(1n, -1n, 'down')).toThrow(RangeError);
  });
});

describe('scale and shares', () => {
  test('9.5 % of $97.00 is $9.215', () => {
    expect(shareOf(usd(9700), 950, 'half-up')).toEqual(usd(922));
    expect(shareOf(usd(9700), 950, 'down')).toEqual(usd(921));
    expect(shareOf(usd(9700), 950, 'half-even')).toEqual(usd(922));
  });

  test('is exact where doubles are not', () => {
    const large = usd(9_007_199_254_740_991);
    expect(scale(large, 999_999_999, 999_999_999, 'down')).toEqual(large);
    expect(scale(large, 1, 3, 'down')).toEqual(usd(3_002_399_751_580_330));
    expect(() => scale(large, 2, 1, 'down')).toThrow(RangeError);
    expect(() => scale(large, 0.5, 1, 'down')).toThrow(RangeError);
  });

  test.each([
    [1970, 11_900, 1655],
    [-500, 10_000, -500],
    [500, -10_000, -500],
    [0, 10_000, 0],
  ])('%i of %i is %i basis points', (part, whole, expected) => {
    expect(ratioInBasisPoints(usd(part), usd(whole), 'half-even')).toBe(expected);
  });

  test('there is no share of nothing', () => {
    expect(ratioInBasisPoints(usd(5), usd(0), 'half-even')).toBeNull();
  });
});

describe('roundUpToWholeUnits', () => {
  test.each([
    [money(9901, 'USD'), money(10_000, 'USD')],
    [money(9900, 'USD'), money(9900, 'USD')],
    [money(-50, 'USD'), money(0, 'USD')],
    [money(98, 'JPY'), money(98, 'JPY')],
    [money(1001, 'KWD'), money(2000, 'KWD')],
  ])('%o becomes %o', (amount, expected) => {
    expect(roundUpToWholeUnits(amount)).toEqual(expected);
  });
});
