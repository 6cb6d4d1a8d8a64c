import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { makeShopPage, pricedForm, SHOP_SLUG, SHOP_URL } from '@/tests/fixtures/pages/stadium-goods/make-page';
import { stadiumGoodsReader } from './reader';

const documentOf = (over: Parameters<typeof makeShopPage>[0] = {}) => parseHTML(makeShopPage(over)).document;

test('a choice of a size stays on the same product', () => {
  expect(stadiumGoodsReader.slugOf(SHOP_URL)).toBe(SHOP_SLUG);
  expect(stadiumGoodsReader.slugOf(`${SHOP_URL}?variant=4001`)).toBe(SHOP_SLUG);
});

test('the document was loaded for the address in its head', () => {
  expect(stadiumGoodsReader.wasLoadedFor(documentOf(), SHOP_SLUG)).toBe(true);
  expect(stadiumGoodsReader.wasLoadedFor(documentOf(), 'another-130077')).toBe(false);
});

test('names fit without the shop’s number', () => {
  expect(stadiumGoodsReader.fits(SHOP_SLUG, 'Gazette Runner Core Grey')).toBe('exact');
  expect(stadiumGoodsReader.fits(SHOP_SLUG, 'Aero Court 1 Low')).toBe('other');
});

test('the prices on the screen are seen', () => {
  const form = pricedForm([
    { size: '9', price: '$358' },
    { size: '9.5', price: null },
  ]);
  expect(stadiumGoodsReader.see(documentOf({ form }))).toEqual({
    title: 'Gazette Runner Core Grey',
    prices: '9=35800',
  });
  expect(stadiumGoodsReader.see(documentOf()).prices).toBeNull();
});
