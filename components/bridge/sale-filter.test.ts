import { expect, test } from 'vitest';
import { EVERY_SALE } from '@/lib/queries/sale-groups';
import { parseSaleFilter, saleFilterText } from './sale-filter';

test('a part of the sales survives the address', () => {
  const filter = { ...EVERY_SALE, brand: 'New Balance & Co', size: 'US 7.5W', status: 'pending' } as const;
  expect(parseSaleFilter(saleFilterText(filter))).toEqual(filter);
  expect(parseSaleFilter(saleFilterText({ brand: '' }))).toEqual({ ...EVERY_SALE, brand: '' });
});

test('all sales leave nothing in the address, and nonsense narrows nothing', () => {
  expect(saleFilterText(EVERY_SALE)).toBeNull();
  expect(parseSaleFilter(null)).toBe(EVERY_SALE);
  expect(parseSaleFilter('status=lost&colour=red')).toBe(EVERY_SALE);
});
