import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../time/instant';
import type { CurrencyCode } from './currency';
import { convert, inCurrency, type FxRate } from './fx';
import { money } from './money';

function makeRate(base: CurrencyCode, quote: CurrencyCode, rateE8: number): FxRate {
  return { base, quote, rateE8, asOf: instant(0), source: 'test' };
}

describe('convert', () => {
  const pound = makeRate('USD', 'GBP', 79_120_000);

  test('goes both ways by the same rate', () => {
    expect(convert(money(10_000, 'USD'), pound, 'half-even')).toEqual(money(7912, 'GBP'));
    expect(convert(money(7912, 'GBP'), pound, 'half-even')).toEqual(money(10_000, 'USD'));
  });

  test.each([
    // $1.00 at 149.5 yen is 149.5, so half-even stays even and half-up goes up
    [money(100, 'USD'), makeRate('USD', 'JPY', 14_950_000_000), 'half-even', money(150, 'JPY')],
    [money(300, 'USD'), makeRate('USD', 'JPY', 14_950_000_000), 'down', money(448, 'JPY')],
    [money(150, 'JPY'), makeRate('USD', 'JPY', 15_000_000_000), 'half-even', money(100, 'USD')],
    [money(10_000, 'USD'), makeRate('KWD', 'USD', 325_000_000), 'half-even', money(30_769, 'KWD')],
    [money(1000, 'KWD'), makeRate('KWD', 'USD', 325_000_000), 'half-even', money(325, 'USD')],
  ] as const)('%o at %o', (amount, rate, rounding, expected) => {
    expect(convert(amount, rate, rounding)).toEqual(expected);
  });

  test('there and back loses at most what one smallest unit is worth', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000, max: 100_000_000 }),
        fc.integer({ min: 50_000_000, max: 300_000_000 }),
        (cents, rateE8) => {
          const rate = makeRate('GBP', 'USD', rateE8);
          const back = convert(convert(money(cents, 'GBP'), rate, 'half-even'), rate, 'half-even');
          expect(Math.abs(back.minor - cents)).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 1 },
    );
  });

  test('refuses what the rate says nothing about', () => {
    expect(() => convert(money(1, 'EUR'), pound, 'down')).toThrow(RangeError);
    expect(() => convert(money(1, 'USD'), makeRate('USD', 'USD', 100_000_000), 'down')).toThrow(RangeError);
    expect(() => convert(money(1, 'USD'), makeRate('USD', 'GBP', 0), 'down')).toThrow(RangeError);
    expect(() => convert(money(1, 'USD'), makeRate('USD', 'GBP', 0.79), 'down')).toThrow(RangeError);
  });

  test('inCurrency needs no rate for the same currency and gives null without one', () => {
    expect(inCurrency(money(5, 'EUR'), 'EUR', null, 'down')).toEqual(money(5, 'EUR'));
    expect(inCurrency(money(5, 'EUR'), 'GBP', null, 'down')).toBeNull();
    expect(inCurrency(money(5, 'EUR'), 'GBP', pound, 'down')).toBeNull();
    expect(inCurrency(money(7912, 'GBP'), 'USD', pound, 'down')).toEqual(money(10_000, 'USD'));
  });
});
