import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { makeGoatPage, SHOE_A, SHOE_A_URL, SHOE_B, SHOE_B_URL } from '@/tests/fixtures/pages/goat/make-page';
import { readGoatProduct } from './read-product';

const read = (html: string, url = SHOE_A_URL) => readGoatProduct(parseHTML(html).document, url);
const DATED = { ...SHOE_A, releaseDate: '2026-12-05T23:59:59.999Z' };

test('the release of the page’s own product, with what is retail and never an ask', () => {
  const reading = read(makeGoatPage({ template: DATED, bar: null }));
  expect(reading.release).toEqual({ date: '2026-12-05', retailPrice: { minor: 12_000, currency: 'USD' } });
  expect(reading.price).toBeNull();
  expect(read(makeGoatPage()).release).toBeNull();
});

test('after a navigation inside the page the former product’s data tells nothing', () => {
  expect(read(makeGoatPage({ template: DATED, name: SHOE_B.name }), SHOE_B_URL).release).toBeNull();
});

test('another product of the same data has a release of its own', () => {
  const pageProps = { related: [{ ...SHOE_B, releaseDate: '2027-01-01' }] };
  expect(read(makeGoatPage({ pageProps })).release).toBeNull();
});
