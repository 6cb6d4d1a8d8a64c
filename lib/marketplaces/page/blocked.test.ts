import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isBlockPage } from './blocked';

const shown = (title: string, body: string) =>
  isBlockPage(parseHTML(`<html><head><title>${title}</title></head><body>${body}</body></html>`).document);

test.each([
  ['Access to this page has been denied', ''],
  ['Please verify you are a human', ''],
  ['Pardon Our Interruption...', ''],
  ['stockx.com', '<h1>Please verify you are a human</h1>'],
  ['403 Forbidden', '<p>nginx</p>'],
  ['', '<h1>Access denied</h1>'],
  ['x', '<div class="px-captcha-container"></div>'],
])('%s %s', (title, body) => {
  expect(shown(title, body)).toBe(true);
});

test('a shoe is none', () => {
  expect(shown('Aero Court 1 Low Test Lime', '<h1>Aero Court 1 Low</h1><p>Please verify your size</p>')).toBe(false);
});
