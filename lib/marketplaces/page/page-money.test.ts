import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPriceReader, isNone, likelyCurrency } from './page-money';

describe('amounts with their marks', () => {
  const read = createPriceReader('USD');

  test.each([
    ['$172', 17_200, 'USD'],
    ['US $1.98', 198, 'USD'],
    ['C$189', 18_900, 'CAD'],
    ['CA$189', 18_900, 'CAD'],
    ['AU$1,189', 118_900, 'AUD'],
    ['GB£142', 14_200, 'GBP'],
    ['JP¥23,000', 23_000, 'JPY'],
    ['JP￥23,000', 23_000, 'JPY'],
    ['₩210,000', 210_000, 'KRW'],
    ['€ 1.234', 123_400, 'EUR'],
    ['€1.234', 123_400, 'EUR'],
    ['1,00 €', 100, 'EUR'],
    ['€1,234.5', 123_450, 'EUR'],
    ['1.234.567 €', 123_456_700, 'EUR'],
    ['KWD 1.234', 1234, 'KWD'],
    ['189 zł', 18_900, 'PLN'],
  ])('%s', (text, minor, currency) => {
    expect(read(text)).toEqual({ minor, currency });
  });

  test.each(['', '$--', '--', '$', '10', '10.5', '$0', '0,00 €', '-$189', 'ten $', '$1 $2', `$${'1'.repeat(100)}`])(
    '%s is none',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test('a mark of several currencies: as likely as the page says, else none', () => {
    expect(createPriceReader('CAD')('$189')).toEqual({ minor: 18_900, currency: 'CAD' });
    expect(createPriceReader(null)('$189')).toEqual({ minor: 18_900, currency: null });
    expect(createPriceReader(null)('189 kr')).toEqual({ minor: 18_900, currency: null });
    expect(createPriceReader('SEK')('189 kr')).toEqual({ minor: 18_900, currency: 'SEK' });
    expect(createPriceReader(null)('¥189')).toBe('ambiguous');
    expect(createPriceReader('JPY')('¥189')).toEqual({ minor: 189, currency: 'JPY' });
  });

  test('what one amount looks like decides nothing about the next', () => {
    const unsure = createPriceReader(null);
    expect(unsure('¥23.50')).toBe('ambiguous');
    expect(unsure('¥23,000')).toBe('ambiguous');
  });

  test('never throws, and invents no amount and no currency', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[$€£¥A-Z ]{0,4}[\d.,' ]{0,12}[$€£A-Z-]{0,3}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const price = read(text);
        if (price === null || price === 'ambiguous') return;
        expect(text).toMatch(/[1-9]/);
        expect(price.minor).toBeGreaterThan(0);
        expect(String(price.minor)).toContain((text.match(/\d/g) ?? []).join('').replace(/^0+/, '').slice(0, 1));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

test.each([
  ['--', true],
  ['$--', true],
  ['CA$ --', true],
  ['— €', true],
  ['-- kr', true],
  ['', false],
  ['$1', false],
  ['buy - now', false],
  ['Sold', false],
])('%s means none: %s', (text, none) => {
  expect(isNone(text)).toBe(none);
});

test('what a bare mark may mean', () => {
  expect(likelyCurrency('cad', 'en-us')).toBe('CAD');
  expect(likelyCurrency(' EUR ', 'de-de')).toBe('EUR');
  expect(likelyCurrency(undefined, null)).toBe('USD');
  expect(likelyCurrency('XXX', 'en-us')).toBe('USD');
  expect(likelyCurrency(null, 'en-ca')).toBeNull();
});
