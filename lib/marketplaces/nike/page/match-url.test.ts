import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nikeFits } from './fits';
import { matchNikeUrl } from './match-url';

test.each([
  ['/t/aero-shoes-AbC123/ZX1234-567', 'aero-shoes-abc123/zx1234-567', 'zx1234-567', 'product', null],
  ['/T/aero-shoes-AbC123/ZX1234-567/', 'aero-shoes-abc123/zx1234-567', 'zx1234-567', 'product', null],
  ['/gb/t/aero-shoes-AbC123/ZX1234-567?x=1#top', 'aero-shoes-abc123/zx1234-567', 'zx1234-567', 'product', 'gb'],
  ['/de/en/t/aero-shoes-AbC123', 'aero-shoes-abc123', null, 'product', 'de/en'],
  ['/launch/t/aero-court', 'aero-court', null, 'launch', null],
  ['/de/launch/t/aero-court/', 'aero-court', null, 'launch', 'de'],
])('%s', (path, slug, style, kind, locale) => {
  expect(matchNikeUrl(`https://www.nike.com${path}`)).toEqual({ slug, style, kind, locale });
});

test.each([
  'https://www.nike.com/',
  'https://www.nike.com/w/mens-shoes-nik1zy7ok',
  'https://www.nike.com/t',
  'https://www.nike.com/launch',
  'https://www.nike.com/launch/t/a/b',
  'https://www.nike.com/t/a/b/c',
  'https://www.nike.com/aa/bb/cc/t/a/b',
  'http://www.nike.com/t/a/b',
  'https://nike.com.evil.example/t/a/b',
  'https://www.nike.com:8443/t/a/b',
  `https://www.nike.com/t/${'a'.repeat(300)}`,
  'not an address',
])('%s is no product', (url) => {
  expect(matchNikeUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchNikeUrl(`https://www.nike.com/t/${text}`)),
    { seed: 1 },
  );
});

test.each([
  ['aero-court-1-low-shoes-abc123/zx1234-567', 'Aero Court 1 Low', 'exact'],
  ['air-force-1-07-mens-shoes-5qfp5z/cw2288-111', "Nike Air Force 1 '07", 'exact'],
  ['air-force-1-07-mens-shoes-5qfp5z/cw2288-111', 'Nike Dunk Low', 'other'],
  ['aero-court-1-low-shoes-abc123', 'Aero Court 1 High', 'similar'],
])('%s, %s: %s', (slug, title, fit) => {
  expect(nikeFits(slug, title)).toBe(fit);
});
