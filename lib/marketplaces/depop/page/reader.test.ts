import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { DEPOP_SLUG, DEPOP_URL, depopProduct, makeDepopPage } from '@/tests/fixtures/pages/depop/make-page';
import { depopReader } from './reader';

const documentOf = (over: Parameters<typeof makeDepopPage>[0] = {}) => parseHTML(makeDepopPage(over)).document;

test('the document was loaded for the listing it names, and for no other', () => {
  expect(depopReader.slugOf(DEPOP_URL)).toBe(DEPOP_SLUG);
  expect(depopReader.wasLoadedFor(documentOf(), DEPOP_SLUG)).toBe(true);
  const jsonLd = depopProduct({}, { url: DEPOP_URL });
  expect(depopReader.wasLoadedFor(documentOf({ jsonLd }), DEPOP_SLUG)).toBe(true);
  expect(depopReader.wasLoadedFor(documentOf({ jsonLd }), 'seller1-other-1111')).toBe(false);
  expect(depopReader.wasLoadedFor(documentOf({ jsonLd: null }), DEPOP_SLUG)).toBe(false);
});

test('names fit by the words between seller and chance, never exactly', () => {
  expect(depopReader.fits('seller1-nike-aero-court-9f3a', 'Nike Aero Court')).toBe('similar');
  expect(depopReader.fits('seller1-nike-aero-court-9f3a', 'seller1')).toBe('other');
  expect(depopReader.fits('seller1-9f3a', 'Nike')).toBe('other');
});

test('what shows is seen', () => {
  expect(depopReader.see(documentOf({ name: 'Nike', price: '£60.00' }))).toMatchObject({
    title: 'Nike',
    prices: expect.stringMatching(/:£60\.00$/),
  });
  expect(depopReader.see(documentOf())).toEqual({ title: null, prices: null });
});
