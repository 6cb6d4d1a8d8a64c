import { expect, test } from 'vitest';
import { makeProduct, makeSale } from '@/tests/fixtures/builders';
import { EVERY_SALE, fitsFilter, SALE_GROUPS, saleKey } from './sale-groups';

const sale = makeSale({ catalogId: 'c', rawSku: 'DD1391 100', sizeValue: 7.5, brand: 'Nike', marketplace: 'ebay' });
const catalogue = new Map([['c', makeProduct({ catalogId: 'c', sizeSystem: 'US', sizeRun: 'women' })]]);

test('what a sale belongs to', () => {
  expect(SALE_GROUPS.map((group) => saleKey(sale, group, catalogue))).toEqual([
    'ebay',
    'Nike',
    'DD1391-100',
    'US 7.5W',
  ]);
});

test('of a product nobody has read, the code as it was written and the size as US', () => {
  expect(saleKey(sale, 'style', new Map())).toBe('DD1391-100');
  expect(saleKey(sale, 'size', new Map())).toBe('US 7.5');
});

test('a group finds its own sales again, and a filter of everything all', () => {
  expect(fitsFilter(sale, EVERY_SALE, catalogue)).toBe(true);
  for (const group of SALE_GROUPS) {
    expect(fitsFilter(sale, { ...EVERY_SALE, [group]: saleKey(sale, group, catalogue) }, catalogue)).toBe(true);
    expect(fitsFilter(sale, { ...EVERY_SALE, [group]: 'something else' }, catalogue)).toBe(false);
  }
  expect(fitsFilter(sale, { ...EVERY_SALE, status: 'reversed' }, catalogue)).toBe(false);
});
