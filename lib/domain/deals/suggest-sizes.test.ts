import { expect, test } from 'vitest';
import type { SizeRun } from '../sizes/size';
import { suggestSizes } from './suggest-sizes';

const product = (brand: string, name: string, sizeRun: SizeRun = 'men') => ({
  brand,
  name,
  sizeRun,
  sizeSystem: 'US' as const,
  allowedSizes: [6.5, 7, 8, 8.5, 9].map((value) => ({ displayName: String(value), value, usValue: value })),
});
const NIKE = product('Nike', 'Dunk Low');

test.each<[string, ReturnType<typeof product>, string, SizeRun, number[]]>([
  ['by the chart', NIKE, 'EU 42', 'men', [8.5]],
  ['a bare number is European from 34 on', NIKE, '42', null, [8.5]],
  ['two sizes are two suggestions', NIKE, 'UK 6', 'men', [6.5, 7]],
  ['a second scale tells which', NIKE, 'UK 6 (EU 39)', 'men', [6.5]],
  ['and the other', NIKE, 'UK 6 (EU 40)', 'men', [7]],
  ['a second scale that contradicts tells nothing', NIKE, 'UK 6 (EU 45)', 'men', [6.5, 7]],
  ['a bare number is a US or a UK size', NIKE, '7', 'men', [7, 8]],
  ['only what the product comes in', NIKE, 'EU 45', 'men', []],
  ['a US size needs no chart', NIKE, 'US 8.5', 'men', []],
  ['women’s numbers on a men’s product', NIKE, 'EU 42', 'women', []],
  ['a brand nobody has a chart of', product('Salomon', 'XT-6'), 'EU 42', 'men', []],
  ['slides', product('adidas', 'Yeezy Slide Bone'), 'UK 8', 'men', [8]],
  ['no size', NIKE, 'one size', 'men', []],
])('%s', (_, shoe, label, run, expected) => {
  expect(suggestSizes(shoe, label, run).map(({ us }) => us)).toEqual(expected);
});
