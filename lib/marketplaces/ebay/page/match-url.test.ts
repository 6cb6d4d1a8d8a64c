import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ebaySlug, matchEbayUrl } from './match-url';

test.each([
  ['https://www.ebay.com/itm/123456789012', '123456789012', null, null, 'com'],
  ['https://www.ebay.com/itm/Aero-Court-1-Low/123456789012?hash=abc', '123456789012', null, null, 'com'],
  ['https://www.ebay.co.uk/itm/12345678', '12345678', null, null, 'co.uk'],
  ['https://www.ebay.de/itm/123456789012?var=612345678901', '123456789012', null, '612345678901', 'de'],
  ['https://www.ebay.fr/itm/123456789012?variationId=5', '123456789012', null, '5', 'fr'],
  ['https://www.ebay.com.au/p/1234567890?iid=123456789012', '123456789012', '1234567890', null, 'com.au'],
  ['https://www.ebay.it/p/1234567890', null, '1234567890', null, 'it'],
])('%s', (url, listingId, productId, variationId, place) => {
  expect(matchEbayUrl(url)).toEqual({ listingId, productId, variationId, place });
});

test('a listing is named by its number, a product’s page without one by its own', () => {
  const slug = (url: string) => ebaySlug(matchEbayUrl(url) as NonNullable<ReturnType<typeof matchEbayUrl>>);
  expect(slug('https://www.ebay.com/p/77777?iid=123456789012')).toBe('123456789012');
  expect(slug('https://www.ebay.com/p/77777')).toBe('p-77777');
});

test.each([
  'https://www.ebay.com/',
  'https://www.ebay.com/itm',
  'https://www.ebay.com/itm/words-only',
  'https://www.ebay.com/itm/1234567',
  'https://www.ebay.com/itm/a/b/123456789012',
  'https://www.ebay.com/sch/i.html?_nkw=123456789012',
  'https://www.ebay.com/usr/123456789012',
  'http://www.ebay.com/itm/123456789012',
  'https://signin.ebay.com/itm/123456789012',
  'https://www.ebay.com.evil.example/itm/123456789012',
  `https://www.ebay.com/itm/${'a'.repeat(2000)}/123456789012`,
  'not an address',
])('%s is no listing', (url) => {
  expect(matchEbayUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchEbayUrl(`https://www.ebay.com/${text}`)),
    { seed: 1 },
  );
});
