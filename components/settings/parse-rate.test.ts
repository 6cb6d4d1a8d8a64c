import { expect, test } from 'vitest';
import { parseRate } from './parse-rate';

test.each([
  ['0.7912', 79_120_000],
  [' 0,7912 ', 79_120_000],
  ['149.2', 14_920_000_000],
  ['1', 100_000_000],
  ['0', null],
  ['', null],
  ['-1', null],
  ['1,234.5', null],
  ['0.123456789', null],
  ['abc', null],
])('%j is %j', (text, rate) => {
  expect(parseRate(text)).toBe(rate);
});
