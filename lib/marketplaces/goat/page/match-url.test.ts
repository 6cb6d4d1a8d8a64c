import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchGoatUrl } from './match-url';

test.each([
  ['/sneakers/aero-court-1-low-zx1234-567', 'aero-court-1-low-zx1234-567', 'sneakers', null],
  ['/sneakers/aero-court-1-low-zx1234-567/', 'aero-court-1-low-zx1234-567', 'sneakers', null],
  ['/sneakers/aero-court-1-low-zx1234-567?size=10&x=/brand/', 'aero-court-1-low-zx1234-567', 'sneakers', null],
  ['/en-ca/sneakers/wmns-aero-qx4321#reviews', 'wmns-aero-qx4321', 'sneakers', 'en-ca'],
  ['/en-DE/apparel/test-jersey-776001-01', 'test-jersey-776001-01', 'apparel', 'en-de'],
  ['/sneakers/Aero-Court-ZX1234-567', 'aero-court-zx1234-567', 'sneakers', null],
])('%s', (path, slug, kind, locale) => {
  expect(matchGoatUrl(`https://www.goat.com${path}`)).toEqual({ slug, kind, locale });
});

test.each([
  'https://www.goat.com/',
  'https://www.goat.com/sneakers',
  'https://www.goat.com/en-gb/sneakers/',
  'https://www.goat.com/sneakers/brand',
  'https://www.goat.com/sneakers/brand/nike',
  'https://www.goat.com/sneakers/silhouette/air-max',
  'https://www.goat.com/sneakers/a-zx1234-567/reviews',
  'https://www.goat.com/search?query=/sneakers/a-zx1234-567',
  'https://www.goat.com/toolong/sneakers/a-zx1234-567',
  'https://www.goat.com/accessories/a-zx1234-567',
  'http://www.goat.com/sneakers/a-zx1234-567',
  'https://goat.com.evil.example/sneakers/a-zx1234-567',
  'https://www.goat.com:8443/sneakers/a-zx1234-567',
  'https://www.flightclub.com/sneakers/a-zx1234-567',
  `https://www.goat.com/sneakers/${'a'.repeat(201)}`,
  'not an address',
])('%s is no product', (url) => {
  expect(matchGoatUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchGoatUrl(`https://www.goat.com/${text}`)),
    { seed: 1 },
  );
  fc.assert(
    fc.property(fc.string(), (text) => void matchGoatUrl(text)),
    { seed: 2 },
  );
});
