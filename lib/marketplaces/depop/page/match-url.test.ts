import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchDepopUrl } from './match-url';

test.each([
  ['https://www.depop.com/products/seller1-nike-aero-9f3a/', 'seller1-nike-aero-9f3a', null],
  ['https://www.depop.com/products/Seller1-Nike-9F3A?moduleOrigin=x', 'seller1-nike-9f3a', null],
  ['https://www.depop.com/us/products/seller1-nike-9f3a/', 'seller1-nike-9f3a', 'us'],
])('%s', (url, slug, locale) => {
  expect(matchDepopUrl(url)).toEqual({ slug, locale });
});

test.each([
  'https://www.depop.com/',
  'https://www.depop.com/seller1/',
  'https://www.depop.com/products/create/',
  'https://www.depop.com/products/a-b-c/edit/',
  'https://www.depop.com/search/?q=products',
  'http://www.depop.com/products/a-b-c/',
  `https://www.depop.com/products/${'a'.repeat(201)}/`,
])('%s is no listing', (url) => {
  expect(matchDepopUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchDepopUrl(`https://www.depop.com/${text}`)),
    { seed: 1 },
  );
});
