import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockxFits } from './fits';
import { matchStockxUrl, stockxFlowSlug } from './match-url';

test.each([
  ['/nike-aero-court', 'nike-aero-court', null],
  ['/nike-aero-court/', 'nike-aero-court', null],
  ['//nike-aero-court//', 'nike-aero-court', null],
  ['/NIKE-Aero-Court?size=10&defaultBid=true', 'nike-aero-court', null],
  ['/de-DE/nike-aero-court#market', 'nike-aero-court', 'de-de'],
  ['/zh-cn/nike-aero-court', 'nike-aero-court', 'zh-cn'],
  ['/fr/nike-aero-court', 'nike-aero-court', 'fr'],
  ['/retro-jordans', 'retro-jordans', null],
])('%s', (path, slug, locale) => {
  for (const host of ['stockx.com', 'www.stockx.com'])
    expect(matchStockxUrl(`https://${host}${path}`)).toEqual({ slug, locale });
});

test.each([
  'https://stockx.com/',
  'https://stockx.com/en-gb',
  'https://stockx.com/sneakers',
  'https://stockx.com/en-gb/search?s=nike',
  'https://stockx.com/retro-jordans/air-jordan-4',
  'https://stockx.com/buy/nike-aero-court?size=10',
  'https://stockx.com/buying/orders',
  'http://stockx.com/nike-aero-court',
  'https://stockx.com.evil.example/nike-aero-court',
  'https://stockx.com:8443/nike-aero-court',
  'https://pro.stockx.com/nike-aero-court',
  `https://stockx.com/${'a'.repeat(201)}`,
  'not an address',
])('%s is no product', (url) => {
  expect(matchStockxUrl(url)).toBeNull();
});

test.each([
  ['/buy/nike-aero-court?size=10', 'nike-aero-court'],
  ['/en-gb/sell/nike-aero-court', 'nike-aero-court'],
  ['/buy/11111111-1111-4111-8111-111111111111/nike-aero-court', 'nike-aero-court'],
  ['/buy', null],
  ['/nike-aero-court', null],
])('the flow at %s is about %s', (path, slug) => {
  expect(stockxFlowSlug(`https://stockx.com${path}`)).toBe(slug);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchStockxUrl(`https://stockx.com/${text}`)),
    { seed: 1 },
  );
  fc.assert(
    fc.property(fc.webUrl(), (url) => matchStockxUrl(url) === null),
    { seed: 2 },
  );
});

test.each([
  ['nike-aero-court-1-low-test-lime', 'Aero Court 1 Low Test Lime', 'exact'],
  ['air-jordan-4-retro-black-cat-2020', 'Jordan 4 Retro Black Cat (2020)', 'exact'],
  ['adidas-gazette-runner-core-grey', 'Aero Court 1 Low Test Lime', 'other'],
  ['nike-aero-court-1-low-fog', 'Aero Court 1 Low Test Lime', 'similar'],
  ['supreme-nike-aero-court-1-low', 'Nike Aero Court 1 Low', 'similar'],
])('%s, %s: %s', (slug, title, fit) => {
  expect(stockxFits(slug, title)).toBe(fit);
});
