import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { LISTING_ID, LISTING_URL, makeEbayPage } from '@/tests/fixtures/pages/ebay/make-page';
import { ebayReader } from './reader';

const documentOf = (over: Parameters<typeof makeEbayPage>[0] = {}) => parseHTML(makeEbayPage(over)).document;

test('a choice of a variation stays on the same listing', () => {
  expect(ebayReader.slugOf(LISTING_URL)).toBe(LISTING_ID);
  expect(ebayReader.slugOf(`https://www.ebay.com/itm/${LISTING_ID}?var=5001`)).toBe(LISTING_ID);
});

test('the document was loaded for the number in its head, and for no other', () => {
  expect(ebayReader.wasLoadedFor(documentOf(), LISTING_ID)).toBe(true);
  expect(ebayReader.wasLoadedFor(documentOf(), '999999999999')).toBe(false);
  expect(ebayReader.fits(LISTING_ID, 'Nike Aero Court 1 Low Test Lime')).toBe('other');
});

test('the price on the screen is seen as it changes in place', () => {
  const document = documentOf();
  expect(ebayReader.see(document).prices).toBe('US $199.99');
  const price = document.querySelector('.x-price-primary span');
  if (price !== null) price.textContent = 'US $210.00';
  expect(ebayReader.see(document)).toEqual({ title: 'Nike Aero Court 1 Low Test Lime', prices: 'US $210.00' });
  expect(ebayReader.read(document, LISTING_URL, false).price?.minor).toBe(21_000);
});
