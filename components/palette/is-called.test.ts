import { expect, test } from 'vitest';
import { isCalled } from './is-called';

test('every word begins a word of the label, in any order', () => {
  expect(isCalled('Sync now', 'sy')).toBe(true);
  expect(isCalled('Add pairs', 'PAIRS add')).toBe(true);
  expect(isCalled('Add pairs', '')).toBe(true);
  expect(isCalled('Add pairs', 'airs')).toBe(false);
  expect(isCalled('Add pairs', 'add sales')).toBe(false);
});
