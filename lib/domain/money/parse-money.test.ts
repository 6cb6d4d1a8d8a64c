import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDecimals, type CurrencyCode } from './currency';
import { formatMoney } from './format-money';
import { money } from './money';
import { parseMoney } from './parse-money';

describe('parseMoney reads', () => {
  test.each<[string, CurrencyCode, number]>([
    ['1.234,50', 'EUR', 123_450],
    ['£115', 'GBP', 11_500],
    ['$1,234.5', 'USD', 123_450],
    ['1 234,50', 'EUR', 123_450],
    ['1\u202f234,50\u00a0€', 'EUR', 123_450],
    ['(12.00)', 'USD', -1200],
    ['-12', 'USD', -1200],
    ['\u221212.5', 'USD', -1250],
    ['12.00-', 'USD', -1200],
    ['-$12', 'USD', -1200],
    ['$-12', 'USD', -1200],
    ['($12)', 'USD', -1200],
    ['+31', 'USD', 3100],
    ['US $1.98', 'USD', 198],
    ['CA$189', 'CAD', 18_900],
    ['C$189', 'CAD', 18_900],
    ['$189', 'CAD', 18_900],
    ['$100 USD', 'USD', 10_000],
    ['1’234.50', 'CHF', 123_450],
    ['€ 1.234', 'EUR', 123_400],
    ['1,234', 'USD', 123_400],
    ['1.234', 'USD', 123_400],
    ['1,234', 'KWD', 1234],
    ['1,234.500', 'KWD', 1_234_500],
    ['1,234,567', 'KWD', 1_234_567_000],
    ['1,23', 'EUR', 123],
    ['0,50', 'EUR', 50],
    ['.5', 'USD', 50],
    ['$.50', 'USD', 50],
    ['0', 'USD', 0],
    ['1,234', 'JPY', 1234],
    ['JP¥980', 'JPY', 980],
    ['1 299 kr', 'SEK', 129_900],
    ['kr. 1.299,00', 'DKK', 129_900],
    ['90,071,992,547,409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('%s in %s', (text, currency, expected) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, money: money(expected, currency) });
  });
});

describe('parseMoney refuses', () => {
  test.each<[string, CurrencyCode, string]>([
    ['', 'USD', 'empty'],
    ['  \u00a0 ', 'USD', 'empty'],
    ['$', 'USD', 'not-a-number'],
    ['$--', 'USD', 'not-a-number'],
    ['--', 'USD', 'not-a-number'],
    ['abc', 'USD', 'not-a-number'],
    ['1e5', 'USD', 'not-a-number'],
    ['12$34', 'USD', 'not-a-number'],
    ['12.', 'USD', 'not-a-number'],
    ['.', 'USD', 'not-a-number'],
    ['1.2.3', 'USD', 'not-a-number'],
    ['12,34,567', 'USD', 'not-a-number'],
    ['1,234.567,89', 'USD', 'not-a-number'],
    ['1 234.567,89', 'EUR', 'not-a-number'],
    ['1.234 567', 'EUR', 'not-a-number'],
    ['(-12)', 'USD', 'not-a-number'],
    ['(12', 'USD', 'not-a-number'],
    ['12 / 13', 'USD', 'not-a-number'],
    ['1.999', 'GBP', ''],
    ['0.123', 'USD', 'too-many-decimals'],
    ['1234.567', 'USD', 'too-many-decimals'],
    ['1,234.567', 'USD', 'too-many-decimals'],
    ['1.50', 'JPY', 'too-many-decimals'],
    ['1.2345', 'KWD', 'too-many-decimals'],
    ['£5', 'USD', 'other-currency'],
    ['CA$189', 'USD', 'other-currency'],
    ['100 EUR', 'USD', 'other-currency'],
    ['€5', 'GBP', 'other-currency'],
    ['90,071,992,547,409.92', 'USD', 'too-large'],
    ['9'.repeat(100), 'USD', 'not-a-number'],
  ])('%s in %s: %s', (text, currency, reason) => {
    if (reason === '') expect(parseMoney(text, currency)).toEqual({ ok: true, money: money(199_900, currency) });
    else expect(parseMoney(text, currency)).toEqual({ ok: false, reason });
  });
});

describe('parseMoney', () => {
  const currencies = fc.constantFrom<CurrencyCode>('USD', 'GBP', 'EUR', 'JPY', 'KWD', 'CAD', 'AUD', 'CHF');

  test('reads back what formatMoney writes, to the last unit', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        currencies,
        fc.constantFrom<'negative' | 'always'>('negative', 'always'),
        (units, currency, sign) => {
          const amount = money(units, currency);
          expect(parseMoney(formatMoney(amount, { sign }), currency)).toEqual({ ok: true, money: amount });
        },
      ),
      { seed: 1 },
    );
  });

  test('reads a German writing the same way', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (units) => {
        const amount = money(units, 'EUR');
        expect(parseMoney(formatMoney(amount, { locale: 'de' }), 'EUR')).toEqual({ ok: true, money: amount });
      }),
      { seed: 2 },
    );
  });

  test('never throws and never makes more of a text than whole units', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-(]?[\d.,' ]{0,12}\)?$/)),
        currencies,
        (text, currency) => {
          const parsed = parseMoney(text, currency);
          if (!parsed.ok) return;
          expect(/\d/.test(text)).toBe(true);
          expect(Number.isSafeInteger(parsed.money.minor)).toBe(true);
          const digits = text.replace(/\D/g, '').replace(/^0+/, '');
          const written = String(Math.abs(parsed.money.minor));
          expect(written.startsWith(digits === '' ? '0' : digits.slice(0, written.length))).toBe(true);
          expect(written.length - digits.length).toBeLessThanOrEqual(currencyDecimals(currency) + 1);
        },
      ),
      { seed: 3 },
    );
  });
});
