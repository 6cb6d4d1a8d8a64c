import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  DEPOP_SLUG,
  DEPOP_URL,
  depopProduct,
  makeDepopPage,
  OTHER_LISTINGS,
} from '@/tests/fixtures/pages/depop/make-page';
import { readDepopProduct } from './read-product';

const read = (html: string, url = DEPOP_URL, isPriceStale = false) =>
  readDepopProduct(parseHTML(html).document, url, isPriceStale);

describe('the variants of product-pages.md 14.7', () => {
  test('P1: an ordinary listing', () => {
    expect(read(makeDepopPage({ more: OTHER_LISTINGS }))).toMatchObject({
      site: 'depop',
      identity: {
        listingId: DEPOP_SLUG,
        slug: DEPOP_SLUG,
        styleCode: { canonical: 'ZX1234-567', source: 'title' },
      },
      size: { raw: 'UK 9', system: 'UK', value: 9, us: null, selected: true },
      price: { minor: 6000, currency: 'GBP', kind: 'fixed', source: 'json-ld' },
      condition: 'used',
      availability: 'in_stock',
      warnings: [],
      report: { styleCode: 'title', size: 'dom-label', price: 'json-ld', layers: { 'json-ld': 'found' } },
    });
  });

  test('P1: the code only in the address', () => {
    const page = makeDepopPage({ description: 'Worn twice', jsonLd: depopProduct({ description: 'Worn twice' }) });
    expect(read(page)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'slug' } },
      warnings: ['SKU_FROM_SLUG'],
    });
  });

  test('P2: no code', () => {
    const description = 'Nike shoes';
    const page = makeDepopPage({ description, jsonLd: depopProduct({ description }) });
    expect(read(page, 'https://www.depop.com/products/seller1-nike-shoes-9f3a/')).toMatchObject({
      identity: { styleCode: null },
      warnings: ['SKU_MISSING'],
    });
  });

  test.each([
    ['in the data', { jsonLd: depopProduct({}, { availability: 'http://schema.org/SoldOut' }) }],
    ['on the screen', { more: '<div data-testid="sold-badge">Sold</div>', price: '£60.00' }],
    ['alone', { lines: ['Size UK 9', '<span>Sold</span>'], price: '£60.00' }],
    ['in place of the button', { more: '<button disabled>Sold</button>', price: '£60.00' }],
  ])('P3: sold, said %s', (_where, over) => {
    expect(read(makeDepopPage(over))).toMatchObject({ price: null, availability: 'sold_out', warnings: ['SOLD_OUT'] });
  });

  test('P4: an American listing with a bare number', () => {
    const page = makeDepopPage({ lines: ['Size 10'], jsonLd: depopProduct({}, { price: 60, priceCurrency: 'USD' }) });
    expect(read(page)).toMatchObject({
      price: { minor: 6000, currency: 'USD' },
      size: { raw: '10', value: 10, system: null, us: null },
      warnings: ['SIZE_SYSTEM_UNKNOWN'],
    });
  });
});

describe('further listings', () => {
  test.each([
    ['Size US 10', 'US', 10, 10],
    ['Size: US 10.5', 'US', 10.5, 10.5],
    ['Size EU 44', 'EU', 44, null],
    ['Size 42', 'EU', 42, null],
    ['Size UK 9 · Good condition · Nike', 'UK', 9, null],
    ['UK 9', 'UK', 9, null],
    ['Size One size', null, null, null],
    ['Size L', null, null, null],
  ])('%s', (line, system, value, us) => {
    const reading = read(makeDepopPage({ lines: [line] }));
    expect(reading.size).toMatchObject({ system, value, us });
    expect(reading.warnings).toEqual([]);
  });

  test('a class whose end has changed, and a list without classes', () => {
    for (const more of ['<p class="styles_attribute__zz99">Size UK 8.5</p>', '<ul><li>Size UK 8.5</li></ul>'])
      expect(read(makeDepopPage({ lines: [], more })).size).toMatchObject({ system: 'UK', value: 8.5 });
  });

  test.each([
    ['£48.00', 4800, 'GBP'],
    ['US$48.00', 4800, 'USD'],
    ['€48,00', 4800, 'EUR'],
    ['$48', 4800, null],
  ])('the price %s', (price, minor, currency) => {
    expect(read(makeDepopPage({ price, jsonLd: null })).price).toMatchObject({ minor, currency, source: 'dom-hero' });
  });

  test('a bare $ is what the data says', () => {
    const jsonLd = depopProduct({}, { priceCurrency: 'USD' });
    expect(read(makeDepopPage({ price: '$48', jsonLd })).price).toMatchObject({ minor: 4800, currency: 'USD' });
    expect(read(makeDepopPage({ price: '$48', jsonLd: null })).warnings).toContain('CURRENCY_AMBIGUOUS');
  });

  test('sending, and others’ prices, are not the price', () => {
    const more = `<p class="styles_price__9">+ £3.99 shipping</p>${OTHER_LISTINGS}`;
    expect(read(makeDepopPage({ jsonLd: null, more }))).toMatchObject({ price: null, warnings: ['PRICE_MISSING'] });
    expect(read(makeDepopPage({ lines: [], jsonLd: null, more: OTHER_LISTINGS })).size).toBeNull();
  });

  test('a bundle', () => {
    expect(read(makeDepopPage({ name: 'Bundle of Nike trainers' })).warnings).toContain('BUNDLE');
  });

  test('data that names another listing tells nothing for this one', () => {
    const jsonLd = depopProduct(
      { name: 'Nike Aero Court 1' },
      { url: 'https://www.depop.com/products/seller1-other-1111/' },
    );
    const reading = read(makeDepopPage({ name: 'Nike Aero Court 1', price: '£60.00', jsonLd }));
    expect(reading).toMatchObject({ price: null, size: null, warnings: ['LISTING_MISMATCH'] });
  });

  test('after a navigation inside the page the former data is left out', () => {
    const url = 'https://www.depop.com/products/seller2-adidas-gazette-runner-qx4321-11aa/';
    const jsonLd = depopProduct({ name: 'Nike Aero Court 1' }, { url: DEPOP_URL });
    const over = {
      name: 'adidas Gazette Runner QX4321',
      description: 'New',
      price: '£30.00',
      lines: ['Size UK 8'],
      jsonLd,
    };
    expect(read(makeDepopPage(over), url)).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321' } },
      price: { minor: 3000 },
      warnings: ['STALE_EMBEDDED'],
    });
    expect(read(makeDepopPage(over), url, true).price).toBeNull();
    const unnamed = makeDepopPage({ ...over, price: null, jsonLd: depopProduct() });
    expect(read(unnamed, url)).toMatchObject({ price: null, warnings: ['STALE_EMBEDDED', 'PRICE_MISSING'] });
  });

  test('a guard’s page', () => {
    const page = makeDepopPage({ description: null, lines: [], jsonLd: null, title: 'Just a moment...' });
    expect(read(page)).toMatchObject({ pageType: 'blocked', warnings: ['BLOCKED'] });
  });
});
