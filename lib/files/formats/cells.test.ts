import { expect, test } from 'vitest';
import { amountOf, countryOf } from './cells';
import { noSigns } from './decimal-sign';
import { NO_ANSWERS } from './format';

const seen = { dayFirst: null, monthFirst: null, signs: noSigns() };
const context = { offsetAt: () => 0, answers: NO_ANSWERS, decimal: null, seen };

test.each([
  ['1.000', 100_000],
  ['2.500 €', 250_000],
  ['1.250', 125_000],
  ['1.234,50', 123_450],
  ['12.345.670', 1_234_567_000],
  ['58.930000', 5893],
  ['€58.9300', 5893],
  ['58.93', 5893],
])('%s is %i cents: a thousand is not taken for one', (text, minor) => {
  expect(amountOf(text, 'EUR', context)).toEqual({ minor, currency: 'EUR' });
});

test.each([
  ['uk', 'GB'],
  ['GB', 'GB'],
  ['de', 'DE'],
  ['Germany', 'DE'],
  ['Atlantis', null],
])('%s is the country %s', (text, country) => {
  expect(countryOf(text)).toBe(country);
});
