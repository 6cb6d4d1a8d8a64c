import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertSize, findAllowedSize, toUsSize, type SizeChart } from './allowed-sizes';
import { formatSize } from './format-size';
import { parseSize } from './parse-size';
import type { Size, SizeRun, SizeSystem } from './size';

describe('parseSize', () => {
  test.each<[string, number, SizeSystem, SizeRun]>([
    ['US 10.5', 10.5, 'US', null],
    ['10.5', 10.5, 'US', null],
    ['10,5', 10.5, 'US', null],
    ['us10', 10, 'US', null],
    ['10 US', 10, 'US', null],
    ['7.5W', 7.5, 'US', 'women'],
    ['US W 8', 8, 'US', 'women'],
    ['Women’s 8', 8, 'US', 'women'],
    ['3.5 Men', 3.5, 'US', 'men'],
    ['US M 9', 9, 'US', 'men'],
    ['5Y', 5, 'US', 'youth'],
    ['10C', 10, 'US', 'youth'],
    ['UK 9', 9, 'UK', null],
    ['UK 6 (EU 39)', 6, 'UK', null],
    ['CM 23.5 (US M 4.5)', 23.5, 'JP', null],
    ['EU 42 2/3', 42.67, 'EU', null],
    ['42⅔', 42.67, 'EU', null],
    ['42,67', 42.67, 'EU', null],
    ['EU 42.333', 42.33, 'EU', null],
    ['EUR 44.5', 44.5, 'EU', null],
    ['38', 38, 'EU', null],
    ['27.5', 27.5, 'JP', null],
    ['JP 27', 27, 'JP', null],
    ['9½', 9.5, 'US', null],
    ['Size: US 12', 12, 'US', null],
    ['IT 41', 41, 'IT', null],
  ])('%s', (text, value, system, run) => {
    expect(parseSize(text)).toEqual({ ok: true, size: { value, system }, run });
  });

  test.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['One size', 'not-a-size'],
    ['OS', 'not-a-size'],
    ['XL', 'not-a-size'],
    ['M', 'not-a-size'],
    ['9M/10.5W', 'not-a-size'],
    ['9 Men/10.5 Women', 'not-a-size'],
    ['US 10 EU 44', 'not-a-size'],
    ['US 9 UK', 'not-a-size'],
    ['10-11', 'not-a-size'],
    ['-10', 'not-a-size'],
    ['KR 280', 'other-system'],
    ['280', 'other-system'],
    ['280 mm', 'other-system'],
    ['US 10.25', 'no-such-size'],
    ['US 42', 'no-such-size'],
    ['EU 9', 'no-such-size'],
    ['UK 42.67', 'no-such-size'],
    ['99', 'no-such-size'],
    ['0', 'no-such-size'],
  ])('%s: %s', (text, reason) => {
    expect(parseSize(text)).toEqual({ ok: false, reason });
  });

  test('a bare number is read by the site’s system', () => {
    expect(parseSize('9', 'UK')).toMatchObject({ size: { value: 9, system: 'UK' } });
    expect(parseSize('42', 'UK')).toMatchObject({ size: { value: 42, system: 'EU' } });
  });

  test('reads what formatSize writes, and never throws', () => {
    const systems = fc.constantFrom<SizeSystem>('US', 'UK', 'EU', 'JP', 'IT', 'FR');
    fc.assert(
      fc.property(
        systems,
        fc.integer({ min: 28, max: 40 }),
        fc.constantFrom<SizeRun>(null, 'women', 'youth'),
        (system, half, run) => {
          const value = half / 2;
          const written = formatSize({ value, system }, run);
          const read = parseSize(written);
          if (read.ok) expect(formatSize(read.size, read.run)).toBe(written);
          else expect(read.reason).toBe('no-such-size');
        },
      ),
      { seed: 1 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseSize(text).ok).toBe('boolean');
      }),
      { seed: 2 },
    );
  });
});

describe('formatSize', () => {
  test.each<[Size, SizeRun, string]>([
    [{ value: 10, system: 'US' }, null, 'US 10'],
    [{ value: 10.5, system: 'US' }, 'men', 'US 10.5'],
    [{ value: 7.5, system: 'US' }, 'women', 'US 7.5W'],
    [{ value: 5, system: 'US' }, 'youth', 'US 5Y'],
    [{ value: 42.67, system: 'EU' }, 'women', 'EU 42 2/3'],
    [{ value: 42.33, system: 'EU' }, null, 'EU 42 1/3'],
  ])('%o %s', (size, run, expected) => {
    expect(formatSize(size, run)).toBe(expected);
  });
});

describe('a product’s own sizes', () => {
  const inUk: SizeChart = {
    sizeSystem: 'UK',
    allowedSizes: [
      { displayName: '9', value: 9, usValue: 10 },
      { displayName: '6', value: 6, usValue: 6.5 },
      { displayName: '6', value: 6, usValue: 7 },
    ],
  };

  test('translate both ways', () => {
    expect(convertSize(inUk, { value: 9, system: 'UK' }, 'US')).toEqual({ value: 10, system: 'US' });
    expect(convertSize(inUk, { value: 10, system: 'US' }, 'UK')).toEqual({ value: 9, system: 'UK' });
    expect(toUsSize(inUk, { value: 9, system: 'UK' })).toBe(10);
  });

  test('say nothing of what they do not hold', () => {
    expect(convertSize(inUk, { value: 9, system: 'UK' }, 'EU')).toBeNull();
    expect(convertSize(inUk, { value: 44, system: 'EU' }, 'US')).toBeNull();
    expect(findAllowedSize(inUk, { value: 12, system: 'UK' })).toBeNull();
    expect(toUsSize(inUk, { value: 44, system: 'EU' })).toBeNull();
  });

  test('one number that means two shoes is no answer', () => {
    expect(toUsSize(inUk, { value: 6, system: 'UK' })).toBeNull();
    expect(toUsSize(inUk, { value: 7, system: 'US' })).toBe(7);
  });
});
