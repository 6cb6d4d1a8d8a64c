import { expect, test } from 'vitest';
import { variantId, type VariantKey } from './quote';

const key: VariantKey = {
  marketplace: 'alias',
  catalogId: 'dunk-low-panda',
  usSize: 10,
  condition: 'new',
  packaging: 'good',
  consigned: null,
  regionId: null,
};

test('a variant has one readable key', () => {
  expect(variantId(key)).toBe('alias|dunk-low-panda|10|new|good|any|global');
  expect(variantId({ ...key, usSize: 10.5, consigned: true, regionId: '3' })).toBe(
    'alias|dunk-low-panda|10.5|new|good|consigned|3',
  );
});

test('whatever makes another price makes another key', () => {
  const variants: VariantKey[] = [
    key,
    { ...key, catalogId: 'other' },
    { ...key, usSize: 10.5 },
    { ...key, condition: 'used' },
    { ...key, condition: 'unknown:NEW_SORT' },
    { ...key, packaging: 'no-box' },
    { ...key, consigned: true },
    { ...key, consigned: false },
    { ...key, regionId: '3' },
  ];
  expect(new Set(variants.map(variantId)).size).toBe(variants.length);
});
