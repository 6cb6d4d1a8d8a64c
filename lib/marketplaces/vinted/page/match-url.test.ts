import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchVintedUrl } from './match-url';

test.each([
  [
    'https://www.vinted.fr/items/5000000001-nike-aero-court?referrer=catalog',
    '5000000001',
    '5000000001-nike-aero-court',
    'fr',
  ],
  ['https://www.vinted.co.uk/items/5000000001-Nike-Aero/', '5000000001', '5000000001-nike-aero', 'co.uk'],
  ['https://www.vinted.pl/items/5000000001', '5000000001', '5000000001', 'pl'],
])('%s', (url, listingId, slug, place) => {
  expect(matchVintedUrl(url)).toEqual({ listingId, slug, place });
});

test.each([
  'https://www.vinted.fr/',
  'https://www.vinted.fr/items',
  'https://www.vinted.fr/items/new',
  'https://www.vinted.fr/items/5000000001-x/edit',
  'https://www.vinted.fr/catalog?search_text=/items/5000000001',
  'https://www.vinted.fr/member/5000000001-somebody',
  'http://www.vinted.fr/items/5000000001-x',
  'https://www.vinted.fr.evil.example/items/5000000001-x',
  `https://www.vinted.fr/items/5000000001-${'a'.repeat(300)}`,
])('%s is no listing', (url) => {
  expect(matchVintedUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchVintedUrl(`https://www.vinted.fr/${text}`)),
    { seed: 1 },
  );
});
