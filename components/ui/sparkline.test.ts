import { expect, test } from 'vitest';
import { sparklinePoints } from './sparkline';

test('the highest value touches the top, the lowest the bottom', () => {
  expect(sparklinePoints([0, 10, 5], 20, 10)).toBe('0.0,10.0 10.0,0.0 20.0,5.0');
});

test('flat, single and missing values stay finite', () => {
  expect(sparklinePoints([3, 3], 20, 10)).toBe('0.0,5.0 20.0,5.0');
  expect(sparklinePoints([3], 20, 10)).toBe('0.0,5.0');
  expect(sparklinePoints([], 20, 10)).toBe('');
});
