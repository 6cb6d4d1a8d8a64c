import { expect, test } from 'vitest';
import { axisWidth, tickText, valueText } from './unit-text';

test('money keeps its cents, counts their thousands', () => {
  expect(valueText(9_840, 'USD')).toBe('$98.40');
  expect(valueText(-1_200, 'GBP', 'always')).toBe('−£12');
  expect(valueText(12_480, 'count')).toBe('12,480');
});

test('marks carry cents only when they lie that close', () => {
  expect(tickText(10_000, 'USD', [9_500, 10_000])).toBe('$100');
  expect(tickText(10_000, 'USD', [9_950, 10_000])).toBe('$100.00');
  expect(tickText(1_200, 'JPY', [1_000, 1_200])).toBe('¥1,200');
});

test('the axis has room for its longest mark', () => {
  expect(axisWidth([0, 1_500_000], 'USD')).toBeGreaterThan(axisWidth([0, 5_000], 'USD'));
  expect(axisWidth([], 'count')).toBe(48);
});
