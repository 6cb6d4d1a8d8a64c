import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { costsByAmount, pastedLines } from './held-costs';

test.each([
  ['60', ['60']],
  ['60\n\n75,50\n', ['60', '', '75,50']],
  ['60\r\n75\r\n', ['60', '75']],
  ['Dunk\t60\nSamba\t45', ['60', '45']],
  [' £60 \n', ['£60']],
])('pasted %j', (text, lines) => {
  expect(pastedLines(text)).toEqual(lines);
});

test('pairs that cost the same are saved together; the same number of another currency is another cost', () => {
  const costs = new Map([
    ['a', money(6000, 'USD')],
    ['b', money(6000, 'GBP')],
    ['c', money(6000, 'USD')],
  ]);
  expect(costsByAmount(costs)).toEqual([
    { cost: money(6000, 'USD'), pairIds: ['a', 'c'] },
    { cost: money(6000, 'GBP'), pairIds: ['b'] },
  ]);
});
