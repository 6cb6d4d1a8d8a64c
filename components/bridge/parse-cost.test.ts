import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { parseCost } from './parse-cost';

test.each([
  ['115', 'USD', money(11_500, 'USD')],
  ['£115', 'USD', money(11_500, 'GBP')],
  ['1.234,50', 'EUR', money(123_450, 'EUR')],
  ['$98.40', 'USD', money(9_840, 'USD')],
  ['¥9,840', 'USD', money(9_840, 'JPY')],
  ['CN¥98.40', 'USD', money(9_840, 'CNY')],
  ['0', 'GBP', money(0, 'GBP')],
  ['', 'USD', null],
  ['  ', 'USD', null],
  ['-', 'USD', null],
] as const)('%j in %s', (text, currency, cost) => {
  expect(parseCost(text, currency)).toEqual({ ok: true, cost });
});

test.each([
  ['-5', 'negative'],
  ['abc', 'not-a-number'],
  ['1.2345', 'too-many-decimals'],
] as const)('%j is refused: %s', (text, reason) => {
  expect(parseCost(text, 'USD')).toEqual({ ok: false, reason });
});
