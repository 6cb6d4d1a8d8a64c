import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGtin } from '@/lib/domain/catalog/gtin';
import { currencyIn } from '@/lib/domain/imports/currency-in';
import { readFileDate } from '@/lib/domain/imports/file-date';
import { splitByWeight, splitEvenly } from '@/lib/domain/imports/split-evenly';
import { money } from '@/lib/domain/money/money';

describe('parts', () => {
  test.each([
    ['194501058797', '00194501058797'],
    ['0 194501 058797', '00194501058797'],
    ['00194501058797', '00194501058797'],
    ['="194501058797"', '00194501058797'],
    ['00000529', '00000000000529'],
    ['194501058798', null],
    ['12345', null],
    ['DD1391-100', null],
    ['0000000000000', null],
  ])('bar code %s', (text, expected) => expect(parseGtin(text)).toBe(expected));

  test('every single wrong digit of a bar code is noticed', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'0194501058797'].map(Number);
        digits[at] = ((digits[at] ?? 0) + by) % 10;
        expect(parseGtin(digits.join(''))).toBeNull();
      }),
      { seed: 5 },
    );
  });

  test.each([
    ['AU $3,000.00', 'AUD'],
    ['EUR 90,00', 'EUR'],
    ['1 234,50 €', 'EUR'],
    ['£115', 'GBP'],
    ['$24.99', 'ambiguous'],
    ['69', null],
  ])('currency of %s', (text, expected) => expect(currencyIn(text)).toBe(expected));

  test.each(['2026-02-30', '31/02/2026', '2026-13-01', 'soon', '12:30', '2026-01-01 25:00', ''])(
    '%j is no date',
    (text) => expect(readFileDate(text, 'day-first')).toEqual({ ok: false, reason: 'not-a-date' }),
  );

  test('shares add up to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.nat(1e6), { minLength: 1, maxLength: 9 }),
        (minor, weights) => {
          const amount = money(minor, 'USD');
          for (const parts of [splitByWeight(amount, weights), splitEvenly(amount, weights.length)])
            expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(amount.minor);
        },
      ),
      { seed: 6 },
    );
  });
});
