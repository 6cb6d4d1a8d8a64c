import { describe, expect, test } from 'vitest';
import { noSigns, seeSigns, settledSign, withoutThird } from './decimal-sign';

describe('what amounts show of their file', () => {
  test.each([
    [['58.93', '130.455'], '.'],
    [['58,93', '1,250'], ','],
    [['1.234,50', '1,250'], ','],
    [['1,234.50', '$1.250'], '.'],
    [['1.250', '2.000'], null],
    [['58.93', '1,250'], null],
    [['1,234.50', '12'], null],
    [['58.93', '12,50', '1.250'], null],
    [['1.234.567', '1,250'], null],
    [['0.500', '1.250'], '.'],
    [[''], null],
  ] as const)('%j: %s', (amounts, expected) => {
    const signs = noSigns();
    for (const each of amounts) seeSigns(each, 'EUR', signs);
    expect(settledSign(signs)).toBe(expected);
  });

  test('money of three decimals has nothing to settle', () => {
    const signs = noSigns();
    for (const each of ['1.250', '0.500']) seeSigns(each, 'KWD', signs);
    expect(settledSign(signs)).toBeNull();
  });
});

test.each([
  ['1.250', '.', '1.25'],
  ['€ 1.250', '.', '€ 1.25'],
  ['1.250 EUR', '.', '1.25 EUR'],
  ['130.455', '.', null],
  ['1,250', '.', '1,250'],
  ['1.250', null, '1.250'],
  ['1.250,00', '.', '1.250,00'],
  ['12.50', '.', '12.50'],
] as const)('%s beside decimals by %s is %s', (text, sign, expected) => {
  expect(withoutThird(text, 'EUR', sign)).toBe(expected);
});
