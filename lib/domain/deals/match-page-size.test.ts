import { expect, test } from 'vitest';
import type { SizeRun, SizeSystem } from '../sizes/size';
import { matchPageSize } from './match-page-size';

const product = (sizeRun: SizeRun, sizeSystem: SizeSystem = 'US') => ({
  sizeRun,
  sizeSystem,
  allowedSizes: [7, 8, 10.5].map((usValue) => ({
    displayName: String(usValue),
    value: sizeSystem === 'UK' ? usValue - 1 : usValue,
    usValue,
  })),
});

test.each<[string, SizeRun, { label: string; value: number | null }, SizeRun, number | null]>([
  ['the same number', 'men', { label: '10.5', value: 10.5 }, 'men', 10.5],
  ['a number the page did not read', 'men', { label: 'US 10.5', value: null }, null, 10.5],
  ['a bare number the page did not tell the scale of', 'men', { label: '8', value: null }, 'men', null],
  ['women on a women’s product', 'women', { label: '8', value: 8 }, 'women', 8],
  ['women on a men’s product', 'men', { label: '8', value: 8 }, 'women', null],
  ['a suffix outranks the page', 'women', { label: '8M', value: 8 }, 'women', null],
  ['another run’s number the page’s own table translates', 'men', { label: 'US W 11.5', value: 10.5 }, 'men', 10.5],
  ['a number of another run by itself', 'men', { label: 'US W 8', value: 8 }, 'men', null],
  ['unisex is men’s', 'men', { label: '8', value: 8 }, 'unisex', 8],
  ['nobody says whose', null, { label: '8', value: 8 }, null, 8],
  ['not made in it', 'men', { label: '9', value: 9 }, 'men', null],
  ['another scale', 'men', { label: 'UK 7', value: null }, 'men', null],
  ['a European number called a value', 'men', { label: '42', value: 42 }, 'men', null],
  ['no size at all', 'men', { label: 'OS', value: null }, 'men', null],
])('%s', (_, run, size, pageRun, expected) => {
  expect(matchPageSize(product(run), size, pageRun)?.usValue ?? null).toBe(expected);
});

test('a product kept in UK sizes is met by its US number', () => {
  expect(matchPageSize(product('men', 'UK'), { label: '8', value: 8 }, 'men')).toMatchObject({ value: 7, usValue: 8 });
});

test('a product kept in UK sizes is met by its own scale too, and by no other', () => {
  expect(matchPageSize(product('men', 'UK'), { label: 'UK 7', value: null }, 'men')).toMatchObject({ usValue: 8 });
  expect(matchPageSize(product('men', 'UK'), { label: 'EU 41', value: null }, 'men')).toBeNull();
});
