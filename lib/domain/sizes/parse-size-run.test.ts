import { describe, expect, test } from 'vitest';
import { parseSizeRun } from './parse-size-run';
import type { SizeSystem } from './size';

const usChart = {
  sizeSystem: 'US' as const,
  allowedSizes: [9, 9.5, 10].map((value) => ({ displayName: String(value), value, usValue: value })),
};
const ukChart = {
  sizeSystem: 'UK' as const,
  allowedSizes: [8, 9].map((value) => ({ displayName: String(value), value, usValue: value + 1 })),
};

function run(text: string, chart: typeof usChart | typeof ukChart | null = null, bare: SizeSystem = 'US') {
  const parsed = parseSizeRun(text, chart, bare);
  return parsed.ok
    ? parsed.sizes.map(({ size, quantity }) => `${size.system} ${size.value} x${quantity}`).join(', ')
    : parsed.problem;
}

describe('several sizes at once', () => {
  test.each([
    ['9, 9.5, 10 x2', 'US 9 x1, US 9.5 x1, US 10 x2'],
    ['9;9½\n10x3', 'US 9 x1, US 9.5 x1, US 10 x3'],
    ['9,5', 'US 9.5 x1'],
    ['9,9.5', 'US 9 x1, US 9.5 x1'],
    ['10, US 10 × 2', 'US 10 x3'],
    [' 10 ', 'US 10 x1'],
  ])('%j', (text, expected) => expect(run(text, usChart)).toBe(expected));

  test("bare figures are in the product's own system, and a US size is translated by its table", () => {
    expect(run('9, US 9', ukChart)).toBe('UK 9 x1, UK 8 x1');
  });

  test('without a product bare figures are in the system that was chosen', () => {
    expect(run('8', null, 'UK')).toBe('UK 8 x1');
    expect(run('42.5, UK 8', null, 'EU')).toBe('EU 42.5 x1, UK 8 x1');
  });

  test('without a product too, what no shoe comes in is no size', () => {
    expect(run('10, 29', null, 'US')).toEqual({ reason: 'not-a-size', text: '29' });
    expect(run('29', null, 'JP')).toBe('JP 29 x1');
    expect(run('8½', null, 'UK')).toBe('UK 8.5 x1');
  });

  test('a size the product does not have is named', () => {
    expect(run('9, 19', usChart)).toEqual({ reason: 'not-made', text: 'US 19' });
    expect(run('EU 44', usChart)).toEqual({ reason: 'not-made', text: 'EU 44' });
  });

  test.each(['9, big', '10 x0', '10 x999', 'x2', '9M 10.5W'])('%j is no list of sizes', (text) => {
    expect(run(text, usChart)).toMatchObject({ reason: 'not-a-size' });
  });

  test('nothing typed is nothing', () => expect(run(' , ', usChart)).toEqual({ reason: 'empty' }));
});
