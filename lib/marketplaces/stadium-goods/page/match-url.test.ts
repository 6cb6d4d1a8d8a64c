import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchStadiumGoodsUrl } from './match-url';

test.each([
  ['/products/gazette-130001', 'gazette-130001', '130001', null, null],
  ['/products/gazette-130001/?variant=4001&pr_prod_strat=x', 'gazette-130001', '130001', '4001', null],
  ['/en-gb/products/Gazette-022952', 'gazette-022952', '022952', null, 'en-gb'],
  ['/collections/adidas/products/gazette-130001', 'gazette-130001', '130001', null, null],
  ['/products/gift-card', 'gift-card', null, null, null],
  ['/nike-aero-court-zx1234-567', 'nike-aero-court-zx1234-567', null, null, null],
])('%s', (path, slug, shopNumber, variantId, locale) => {
  expect(matchStadiumGoodsUrl(`https://www.stadiumgoods.com${path}`)).toEqual({ slug, shopNumber, variantId, locale });
});

test.each([
  'https://www.stadiumgoods.com/',
  'https://www.stadiumgoods.com/products',
  'https://www.stadiumgoods.com/products/a/b',
  'https://www.stadiumgoods.com/collections/nike',
  'https://www.stadiumgoods.com/pages/about-us',
  'http://www.stadiumgoods.com/products/a-130001',
  'https://stadiumgoods.com.evil.example/products/a-130001',
])('%s is no product', (url) => {
  expect(matchStadiumGoodsUrl(url)).toBeNull();
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void matchStadiumGoodsUrl(`https://www.stadiumgoods.com/${text}`)),
    { seed: 1 },
  );
});
