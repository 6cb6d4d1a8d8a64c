import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { LISTING_URL, makeEbayPage, makeMsku } from '@/tests/fixtures/pages/ebay/make-page';
import { readEbayProduct } from './read-product';

const read = (html: string, url = LISTING_URL) => readEbayProduct(parseHTML(html).document, url);

const MENU = (name: string) =>
  `<select ${name}><option value="-1">Select</option><option value="0">8.5 Men</option><option value="1" selected>9 Men (2 left)</option></select>`;
const menuPage = (name: string) =>
  makeEbayPage({
    price: 'US $900.00',
    jsonLd: null,
    msku: makeMsku([
      { label: '8.5 Men', price: 727 },
      { label: '9 Men', price: 900 },
    ]),
    aroundPrice: ['', MENU(name)],
  });

test.each(['selectboxlabel="US Shoe Size"', 'aria-label="Shoe Size"'])('a size chosen in a plain menu: %s', (name) => {
  expect(read(menuPage(name))).toMatchObject({
    size: { raw: '9 Men', value: 9, selected: true },
    price: { minor: 90_000, kind: 'fixed' },
  });
});

test('how many are bought is no size', () => {
  expect(read(menuPage('name="quantity"')).size?.selected).toBe(false);
});

test.each(['US $1,2345', 'US $1e9'])('a longer figure is not cut into a price: %s', (price) => {
  expect(read(makeEbayPage({ price, jsonLd: null }))).toMatchObject({ price: null });
});
