import { expect, test } from 'vitest';
import { amountsIn, onlyAmount } from './amounts';

test.each([
  ['US $1,098.00/ea', ['US $1,098.00']],
  ['1 234,50 €', ['1 234,50 €']],
  ['C $ 120.00', ['C $ 120.00']],
  ['US $727.00 to US $1,113.00', ['US $727.00', 'US $1,113.00']],
  ['$189-$210', ['$189', '$210']],
  ['9 -$358', ['$358']],
  ['Taille 42 45,00 €', ['45,00 €']],
  ['9 $175', ['$175']],
  ['45,00 € 50,00 €', ['45,00 €', '50,00 €']],
  ['US M 9 ₩230,000', ['₩230,000']],
  ['￥24,300(税込)', ['¥24,300']],
  ['24,300円', ['24,300円']],
  // What is cut out of a longer figure would be another amount.
  ['$1,2345', []],
  ['$1e9', []],
  ['$99999999999999', []],
  ['-$5', []],
  ['AU $', []],
  ['1.234.567', []],
  ['$NaN', []],
  ['€ ١٬٢٣٤', []],
  ['120 dollars', []],
])('%s', (text, amounts) => {
  expect(amountsIn(text)).toEqual(amounts);
});

test('the currency written behind an amount outranks what its sign means here', () => {
  expect(onlyAmount('Price $189 CAD', 'USD')).toEqual({ minor: 18_900, currency: 'CAD' });
  expect(onlyAmount('Price $189', 'USD')).toEqual({ minor: 18_900, currency: 'USD' });
  expect(onlyAmount('Price $189', null)).toEqual({ minor: 18_900, currency: null });
});
