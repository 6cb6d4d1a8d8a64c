import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  DEPOP_SLUG,
  DEPOP_URL,
  depopProduct,
  makeDepopPage,
  OTHER_LISTINGS,
  type DepopPage,
} from '@/tests/fixtures/pages/depop/make-page';
import { readDepopProduct } from './read-product';

const readHtml = (html: string, url = DEPOP_URL) => readDepopProduct(parseHTML(html).document, url);
const read = (over: Partial<DepopPage>, path = '') =>
  readHtml(makeDepopPage(over), DEPOP_URL.replace('.com/', `.com/${path}`));
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
/** Only what shows has a price. */
const priced = (html: string, path = '') =>
  readHtml(
    makeDepopPage({ jsonLd: null }).replace('<main>', `<main>${html}`),
    DEPOP_URL.replace('.com/', `.com/${path}`),
  );

describe('pages that show something else', () => {
  test.each([
    ['404 | Depop', "<h1>Sorry, that page doesn't exist</h1>", DEPOP_URL, 'not_product'],
    ['Depop', '<h1>Search</h1>', 'https://www.depop.com/search/?q=nike', 'not_product'],
    ['seller1', '<h1>seller1</h1>', 'https://www.depop.com/seller1/', 'not_product'],
    ['Log in | Depop', '<h1>Log in</h1>', DEPOP_URL, 'blocked'],
    ['Just a moment...', '<h1>www.depop.com</h1>', DEPOP_URL, 'blocked'],
  ])('%s', (title, body, url, pageType) => {
    expect(readHtml(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { styleCode: null } });
  });
});

describe('prices', () => {
  const full = (hook: string) => `<p ${hook}>£60.00</p>`;
  const now = (hook: string) => `<p ${hook}>£45.00</p>`;

  test.each([
    ['the former one first', full('data-testid="fullPrice"') + now('data-testid="discountedPrice"')],
    ['the former one behind', now('data-testid="discountedPrice"') + full('data-testid="fullPrice"')],
    ['by their names', full('aria-label="Full price"') + now('aria-label="Discounted price"')],
    ['by a plain name', full('aria-label="Full price"') + now('aria-label="Price"')],
    ['in one', '<p aria-label="Price"><s>£60.00</s> £45.00</p>'],
    ['struck through by its class', full('aria-label="Price" class="strikethrough"') + now('aria-label="Price"')],
  ])('a reduced one: %s', (_what, html) => {
    expect(priced(html).price).toMatchObject({ minor: 4500, currency: 'GBP', source: 'dom-hero' });
  });

  test('one that was never reduced', () => {
    expect(priced(full('data-testid="fullPrice"')).price).toMatchObject({ minor: 6000 });
  });

  test.each([
    ['us/', '$60.00', 6000, 'USD'],
    ['au/', '$60.00', 6000, null],
    ['au/', 'A$60.00', 6000, 'AUD'],
    ['it/', '€60,00', 6000, 'EUR'],
    ['fr/', '1.299,00 €', 129_900, 'EUR'],
    ['', '£1,299.00', 129_900, 'GBP'],
  ])('%s %s', (path, price, minor, currency) => {
    const reading = read({ price, jsonLd: null }, path);
    expect(reading.price).toMatchObject({ minor, currency, kind: 'fixed' });
    expect(reading.warnings.includes('CURRENCY_AMBIGUOUS')).toBe(currency === null);
  });

  test.each(['£60.00 £45.00', 'From £45.00', '45.00', '£3.00 shipping'])('%s is none', (price) => {
    expect(read({ price, jsonLd: null }).price).toBeNull();
  });
});

describe('sizes', () => {
  test.each([
    ['Size US 9.5 / EU 43', 'US', null, 9.5, 9.5],
    ['Size UK 9 / US 10', 'US', null, 10, 10],
    ['Taglia EU 43', 'EU', null, 43, null],
    ['Taille UK 9', 'UK', null, 9, null],
    ['Size US W 8', 'US', 'W', 8, 8],
    ["Size Men's US 10", 'US', 'M', 10, 10],
    ['UK 9 / EU 44', 'UK', null, 9, null],
    ['Size 9.5', null, null, 9.5, null],
  ])('%s', (line, system, sex, value, us) => {
    expect(read({ lines: [line] }).size).toMatchObject({ system, sex, value, us, selected: true });
  });

  test.each(['Size guide 12', 'Sized UK 9 to 10', 'Nike'])('%s is none', (line) => {
    expect(read({ lines: [line] }).size).toBeNull();
  });
});

describe('whose words they are', () => {
  test.each([
    [
      'tags of another listing',
      { head: '<link rel="canonical" href="https://www.depop.com/products/seller1-x-1111/">' },
    ],
    [
      'data of another listing',
      { jsonLd: depopProduct({}, { url: 'https://www.depop.com/products/seller1-x-1111/' }) },
    ],
  ])('%s', (_what, over) => {
    expect(read(over)).toMatchObject({ price: null, warnings: ['LISTING_MISMATCH'], identity: { styleCode: null } });
  });

  test.each([
    [
      'tags on another country’s address',
      { head: `<link rel="canonical" href="https://www.depop.com/us/products/${DEPOP_SLUG}/">` },
    ],
    ['data in a graph', { jsonLd: { '@graph': [depopProduct()] } }],
  ])('%s', (_what, over) => {
    expect(read(over)).toMatchObject({ price: { minor: 6000 }, identity: { styleCode: { canonical: 'ZX1234-567' } } });
  });

  test('data without an address, of words that show nowhere', () => {
    const jsonLd = depopProduct({ description: 'Other thing entirely DD1391-100' });
    expect(read({ jsonLd })).toMatchObject({
      identity: { styleCode: { all: ['ZX1234-567'] } },
      price: null,
      warnings: expect.arrayContaining(['STALE_EMBEDDED', 'PRICE_MISSING']),
    });
  });

  test('the seller’s other things, several at once, and none left', () => {
    expect(read({ lines: [], more: OTHER_LISTINGS, jsonLd: null })).toMatchObject({ size: null, price: null });
    expect(read({ name: 'Nike bundle 3 pairs' }).warnings).toContain('BUNDLE');
    expect(read({ name: 'Nike Aero box only' }).identity.styleCode).toBeNull();
    expect(read({ jsonLd: depopProduct({}, { availability: 'SoldOut' }) })).toMatchObject({
      price: null,
      availability: 'sold_out',
    });
  });
});
