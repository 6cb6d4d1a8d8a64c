import { expect, test, vi } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { money } from '@/lib/domain/money/money';
import { makeProduct, usd } from '@/tests/fixtures/builders';
import { codesOf, parsePaste } from './parse-paste';

// The words themselves live in the browser; here their keys stand for them.
vi.mock('../ui/text', () => ({ t: (key: string) => key }));

const panda = makeProduct({ styleCode: 'DD1391-100' as StyleCode });
const products = new Map([['DD1391-100', panda]]);

function read(text: string) {
  return parsePaste(text, products, 'USD');
}

test('each line is a pair: commas, semicolons or tabs, odd amounts, a code in any writing', () => {
  const lines = read('DD1391-100, 10, 1.234,50\n\ndd1391 100; US 9.5; £115\nDD1391-100\t10.5\t$61.50\nCW2288-111, 9');
  expect(lines).toMatchObject([
    { line: 1, ok: true, product: panda, size: { value: 10, system: 'US' }, cost: usd(1234.5) },
    { line: 3, ok: true, styleCode: 'DD1391-100', size: { value: 9.5 }, cost: money(11_500, 'GBP') },
    { line: 4, ok: true, cost: usd(61.5) },
    { line: 5, ok: true, styleCode: 'CW2288-111', product: null, cost: null },
  ]);
});

test.each([
  'hello',
  'DD1391-100',
  'DD1391-100, big, 5',
  'DD1391-100, 19, 5',
  'DD1391-100, 10, x',
  'DD1391-100, 10, -5',
])('%j is kept with a reason', (text) => {
  expect(read(text)).toMatchObject([{ line: 1, ok: false, text, problem: expect.stringMatching(/./) }]);
});

test('codes are told before their products are known', () => {
  expect(codesOf('dd1391 100, 9\nhello\nCW2288-111;8')).toEqual(['DD1391-100', 'CW2288-111']);
});
