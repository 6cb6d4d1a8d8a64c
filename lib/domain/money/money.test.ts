import { describe, expect, test } from 'vitest';
import { CURRENCY_CODES, currencyDecimals, isCurrencyCode } from './currency';
import { minor, money } from './money';

describe('money', () => {
  test('keeps whole minor units with their currency', () => {
    expect(money(14_200, 'USD')).toEqual({ minor: 14_200, currency: 'USD' });
  });

  test.each([0.1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (value) => {
    expect(() => money(value, 'USD')).toThrow(RangeError);
  });

  test('has one zero only', () => {
    expect(Object.is(minor(-0), 0)).toBe(true);
  });
});

describe('currency', () => {
  test.each([
    ['JPY', 0],
    ['KRW', 0],
    ['USD', 2],
    ['GBP', 2],
    ['KWD', 3],
    ['TND', 3],
  ] as const)('%s has %i decimals', (code, decimals) => {
    expect(currencyDecimals(code)).toBe(decimals);
  });

  test('knows its own codes only', () => {
    expect(CURRENCY_CODES.every(isCurrencyCode)).toBe(true);
    expect(['usd', 'XXX', '', 'toString', '__proto__'].some(isCurrencyCode)).toBe(false);
  });
});
