import { describe, expect, test } from 'vitest';
import { formatMoney, type MoneyFormat } from './format-money';
import { money } from './money';
import type { CurrencyCode } from './currency';

describe('formatMoney', () => {
  test.each<[number, CurrencyCode, MoneyFormat, string]>([
    [14_200, 'USD', { whole: 'exact' }, '$142'],
    [14_250, 'USD', { whole: 'exact' }, '$142.50'],
    [14_200, 'USD', {}, '$142.00'],
    [9840, 'GBP', {}, '£98.40'],
    [3100, 'USD', { sign: 'always', whole: 'exact' }, '+$31'],
    [-1200, 'USD', { whole: 'exact' }, '\u2212$12'],
    [-1200, 'USD', { sign: 'always', whole: 'exact' }, '\u2212$12'],
    [0, 'USD', { sign: 'always' }, '$0.00'],
    [-40, 'USD', { whole: 'rounded', sign: 'always' }, '$0'],
    [118_050, 'USD', { whole: 'rounded', sign: 'always' }, '+$1,181'],
    [980, 'JPY', {}, '¥980'],
    [1234, 'KWD', {}, 'KWD\u00a01.234'],
    [18_900, 'CAD', {}, 'CA$189.00'],
    [123_450, 'EUR', { locale: 'de' }, '1.234,50\u00a0€'],
    [Number.MAX_SAFE_INTEGER, 'USD', {}, '$90,071,992,547,409.91'],
    [5, 'USD', {}, '$0.05'],
  ])('%i %s %o is %s', (units, currency, format, expected) => {
    expect(formatMoney(money(units, currency), format)).toBe(expected);
  });
});
