import { expect, test } from 'vitest';
import { labelledCode } from './labelled';

test.each([
  ['Great shoe. SKU: ZX1234-567. Released in May', 'ZX1234-567'],
  ['style zx1234 567, colorway lime', 'ZX1234-567'],
  ['Style 555088 101', '555088-101'],
  ['Style 776064-01', '776064-01'],
  // A number of the shop's and the sizes that follow it.
  ['SKU: 022952-090', null],
  ['Style: the best one', null],
])('%s', (text, code) => {
  expect(labelledCode(text)?.code ?? null).toBe(code);
});

test.each([
  ['Style QX4321 / QX4322. Grey', ['QX4321', 'QX4322']],
  ['Style: ZX1234-567/AB1234-100', ['ZX1234-567', 'AB1234-100']],
  ['SKU ZX1234 567 / AB1234 100 released', ['ZX1234-567', 'AB1234-100']],
  ['Style ZX1234-567 US 10 / EU 44', ['ZX1234-567']],
])('every code of one label: %s', (text, all) => {
  expect(labelledCode(text)?.all).toEqual(all);
});

test('a number and the size that happens to follow it are no code', () => {
  expect(labelledCode('SKU: 803063 10 $195')?.code).not.toBe('803063-10');
});

test('a text that says the word over and over is given up soon', () => {
  const started = performance.now();
  expect(labelledCode('sku '.repeat(50_000))).toBeNull();
  // For what grows with every word, not for what is slow.
  expect(performance.now() - started).toBeLessThan(500);
});
