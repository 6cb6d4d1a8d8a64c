import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { DEPOP_URL, depopProduct, makeDepopPage } from '@/tests/fixtures/pages/depop/make-page';
import { readDepopProduct } from './read-product';

const read = (line: string) => {
  const jsonLd = depopProduct({}, { itemCondition: null });
  return readDepopProduct(parseHTML(makeDepopPage({ lines: [line], jsonLd })).document, DEPOP_URL);
};

test.each([
  ['Size UK 9 · Used - Excellent · Nike', 'used'],
  ['Size UK 9 · Brand new · Nike', 'new'],
  ['Size UK 9 · Good condition', 'used'],
  ['Size UK 9 · Nike', 'unknown'],
])('one line that names all: %s', (line, condition) => {
  expect(read(line)).toMatchObject({ size: { raw: 'UK 9', value: 9 }, condition });
});

test('whose size it is stands before it; the M of clothes is nobody’s', () => {
  expect(read("Size Women's US 8").size).toMatchObject({ system: 'US', sex: 'W', value: 8 });
  expect(read('Size M').size).toMatchObject({ system: null, sex: null, value: null });
});
