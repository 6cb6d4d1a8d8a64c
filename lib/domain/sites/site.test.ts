import { expect, test } from 'vitest';
import { siteOf, sitePatterns } from './site';

test.each(['https://www.goat.com/', 'https://www.goat.com/en-ca/sneakers/x?size=10#top'])('%s is GOAT', (url) => {
  expect(siteOf(url)).toBe('goat');
});

test.each([
  'https://www.goat.com',
  'http://www.goat.com/sneakers/x',
  'https://goat.com/sneakers/x',
  'https://www.goat.com.evil.example/',
  'https://www.goat.com:444/',
  'https://user@www.goat.com/',
  'https://evil.example/https://www.goat.com/',
  '',
])('%s is no site', (url) => {
  expect(siteOf(url)).toBeNull();
});

test('the pattern covers the whole host and no other', () => {
  expect(sitePatterns('goat')).toEqual(['https://www.goat.com/*']);
});
