import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isBlockPage, isErrorPage } from './blocked';

const page = (title: string, body: string) =>
  parseHTML(`<html><head><title>${title}</title></head><body>${body}</body></html>`).document;
const shown = (title: string, body: string) => isBlockPage(page(title, body));

test.each([
  ['Access to this page has been denied', ''],
  ['Please verify you are a human', ''],
  ['Pardon Our Interruption...', ''],
  ['stockx.com', '<h1>Please verify you are a human</h1>'],
  ['403 Forbidden', '<p>nginx</p>'],
  ['', '<h1>Access denied</h1>'],
  ['x', '<div class="px-captcha-container"></div>'],
  ['Nur einen Moment…', ''],
  ['goat.com', '<h1>goat.com</h1><h2>Verify you are human by completing the action below.</h2>'],
  ['vinted.fr', '<iframe src="https://geo.captcha-delivery.com/captcha/"></iframe>'],
  ['Sign in or Register | eBay', '<h1>Hello</h1>'],
  ['Nike', '<h1>Enter your email to join us or sign in.</h1>'],
  ['Vinted', '<h1>Connecte-toi pour continuer</h1>'],
])('%s %s', (title, body) => {
  expect(shown(title, body)).toBe(true);
});

test('a shoe is none', () => {
  expect(shown('Aero Court 1 Low Test Lime', '<h1>Aero Court 1 Low</h1><p>Please verify your size</p>')).toBe(false);
});

test.each([
  ['404 | GOAT', ''],
  ['Page Not Found', ''],
  ['Error Page | eBay', '<h1>We looked everywhere.</h1>'],
  ['Vinted', '<h1>Page introuvable</h1>'],
  ['Depop', "<h1>Sorry, that page doesn't exist</h1>"],
  ['Nike', '<h1>The page you are looking for isn’t here</h1>'],
  ['Something went wrong', ''],
])('no such page: %s %s', (title, body) => {
  expect(isErrorPage(page(title, body))).toBe(true);
  expect(shown(title, body)).toBe(false);
});

test.each(['Aero Court 1 Low Test Lime', 'Login Hoodie', 'Item 5 Page Runner'])('%s is a thing', (name) => {
  expect(isErrorPage(page(name, `<h1>${name}</h1>`))).toBe(false);
});
