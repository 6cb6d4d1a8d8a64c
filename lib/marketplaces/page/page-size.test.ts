import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSizeLabel, readPageSize } from './page-size';

const MEN = { system: 'US', gender: 'men' } as const;

describe('a size as a page writes it', () => {
  test.each([
    ['US M 10', MEN, ['US', 'M', 10, 10]],
    ['10.5', MEN, ['US', 'M', 10.5, 10.5]],
    ['Size: 10', MEN, ['US', 'M', 10, 10]],
    ['Größe: EU 42,5', MEN, ['EU', 'M', 42.5, null]],
    ['42 2/3', MEN, ['EU', 'M', 42.67, null]],
    ['42⅔', { system: 'EU', gender: null }, ['EU', null, 42.67, null]],
    ['UK 6 (EU 40)', MEN, ['UK', 'M', 6, null]],
    ['CM 24 (US M 5.5)', MEN, ['JP', 'M', 24, 5.5]],
    ['CM 24 (US M 5.5)', { system: 'US', gender: 'women' }, ['JP', 'W', 24, null]],
    ['8.5 Men', { system: 'US', gender: null }, ['US', 'M', 8.5, 8.5]],
    ['9.5W', { system: 'US', gender: null }, ['US', 'W', 9.5, 9.5]],
    ['7.5W', MEN, ['US', 'W', 7.5, null]],
    ['6Y', { system: 'US', gender: 'youth' }, ['US', 'Y', 6, 6]],
    ['10C', { system: 'US', gender: null }, ['US', 'C', 10, 10]],
    ['M 8.5 / W 10', MEN, ['US', 'M', 8.5, 8.5]],
    ['M 8.5 / W 10', { system: 'US', gender: 'women' }, ['US', 'W', 10, 10]],
    ['9', { system: null, gender: null }, [null, null, 9, null]],
    ['38,5', { system: 'EU', gender: null }, ['EU', null, 38.5, null]],
    ['44', { system: null, gender: null }, ['EU', null, 44, null]],
    ['US 9.5 / EU 43', MEN, ['US', 'M', 9.5, 9.5]],
    ['UK 8 | EU 42', { system: null, gender: null }, ['UK', null, 8, null]],
    ['9.5 US / 43 EU', { system: null, gender: 'men' }, ['US', 'M', 9.5, 9.5]],
    ['US 9.5 | UK 8.5 | EU 43', { system: 'UK', gender: 'men' }, ['UK', 'M', 8.5, 9.5]],
    ['US W 8 / EU 39', { system: null, gender: null }, ['US', 'W', 8, 8]],
    ['US W 8 / EU 39', { system: 'EU', gender: 'men' }, ['EU', 'W', 39, null]],
    ['US M 9 / US W 10.5 / EU 42.5', MEN, ['US', 'M', 9, 9]],
    ['EU 43 (9.5 US)', MEN, ['EU', 'M', 43, 9.5]],
    // Two sizes are not one, and a bare number names no scale.
    ['US 9 / US 10', MEN, [null, 'M', null, null]],
    ['9.5 US 43 EU', MEN, [null, 'M', null, null]],
    ['US M 9 - 10', MEN, [null, 'M', null, null]],
    ['8 / 42', MEN, [null, 'M', null, null]],
    ['EU 42-43', MEN, [null, 'M', null, null]],
    ['7C', { system: 'US', gender: 'youth' }, ['US', 'C', 7, 7]],
    ['7', { system: 'US', gender: 'youth' }, ['US', 'Y', 7, 7]],
    ['5Y', MEN, ['US', 'Y', 5, null]],
    ['KR 280', MEN, [null, 'M', null, null]],
    ['OS', MEN, [null, 'M', null, null]],
    ['XS', { system: 'US', gender: null }, [null, null, null, null]],
    ['', MEN, [null, 'M', null, null]],
  ] as const)('%s, %o', (label, context, [system, sex, value, us]) => {
    expect(readPageSize(label, context)).toEqual({ raw: label, system, sex, value, us });
  });

  test('never throws, and every number stood in the label', () => {
    const labels = fc.oneof(
      fc.string(),
      fc.stringMatching(/^(US|UK|EU|CM)? ?[MW]? ?\d{1,2}([.,]5)?( \((US|EU) M? ?\d+\))?$/),
    );
    fc.assert(
      fc.property(labels, fc.constantFrom('men', 'women', 'youth', 'unisex', null), (label, gender) => {
        const { value, us, raw } = readPageSize(label, { system: 'US', gender });
        for (const number of [value, us]) if (number !== null) expect(raw).toContain(String(Math.floor(number)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

test.each([
  ['US M 10', true],
  ['XXL', true],
  ['M', true],
  ['One Size', true],
  ['All', false],
  ['Alle', false],
  ['すべて', false],
  ['', false],
])('%s is a size: %s', (label, is) => {
  expect(isSizeLabel(label)).toBe(is);
});
