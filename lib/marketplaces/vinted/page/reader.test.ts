import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { ITEM_URL, makeVintedPage, vintedProduct } from '@/tests/fixtures/pages/vinted/make-page';
import { vintedReader } from './reader';

const documentOf = (over: Parameters<typeof makeVintedPage>[0] = {}) => parseHTML(makeVintedPage(over)).document;
const slug = '5000000001-nike-aero-court';

test('an address is named by number and words', () => {
  expect(vintedReader.slugOf(ITEM_URL)).toBe(slug);
  expect(vintedReader.slugOf('https://www.vinted.fr/catalog')).toBeNull();
});

test('the document was loaded for the number its data names, and for no other', () => {
  expect(vintedReader.wasLoadedFor(documentOf(), slug)).toBe(true);
  expect(vintedReader.wasLoadedFor(documentOf(), '5000000002-nike-aero-court')).toBe(false);
  expect(vintedReader.wasLoadedFor(documentOf({ jsonLd: [] }), slug)).toBe(false);
  const head = '<meta property="og:url" content="https://www.vinted.fr/items/5000000001-nike-aero-court">';
  expect(vintedReader.wasLoadedFor(documentOf({ jsonLd: [], head }), slug)).toBe(true);
  expect(vintedReader.wasLoadedFor(documentOf({ jsonLd: [vintedProduct()], head }), '5000000003-x')).toBe(false);
});

test('a name never fits exactly: many listings are called the same', () => {
  expect(vintedReader.fits(slug, 'Nike Aero Court')).toBe('similar');
  expect(vintedReader.fits(slug, 'Adidas Gazette')).toBe('other');
  expect(vintedReader.fits('5000000001', 'Anything')).toBe('similar');
});

test('two listings at one price are told apart by what was drawn anew', () => {
  const document = documentOf();
  const first = vintedReader.see(document);
  expect(vintedReader.see(document)).toEqual(first);
  const price = document.querySelector('[data-testid="item-price"]');
  const again = price?.cloneNode(true);
  if (again !== undefined) price?.replaceWith(again);
  const second = vintedReader.see(document);
  expect(second.title).toBe(first.title);
  expect(second.prices).not.toBe(first.prices);
  expect(second.prices?.endsWith('45,00 €')).toBe(true);
});

test('a page without a price has no mark of one', () => {
  expect(vintedReader.see(documentOf({ price: null, name: null }))).toEqual({ title: null, prices: null });
});
