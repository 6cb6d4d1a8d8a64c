import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ebayOffer,
  LISTING_ID,
  LISTING_URL,
  makeEbayPage,
  makeMsku,
  STRIP,
} from '@/tests/fixtures/pages/ebay/make-page';
import { readEbayProduct } from './read-product';

const read = (html: string, url = LISTING_URL) => readEbayProduct(parseHTML(html).document, url);

describe('the variants of product-pages.md 14.5', () => {
  test('E1: a fixed price', () => {
    expect(read(makeEbayPage({ more: STRIP }))).toMatchObject({
      site: 'ebay',
      pageType: 'product',
      identity: {
        listingId: LISTING_ID,
        brand: 'Nike',
        gender: 'men',
        styleCode: { canonical: 'ZX1234-567', source: 'dom-label', confidence: 0.9 },
      },
      size: { raw: '10', system: 'US', sex: 'M', value: 10, us: 10, selected: true },
      price: { minor: 19_999, currency: 'USD', kind: 'fixed', source: 'dom-hero' },
      condition: 'new',
      availability: 'in_stock',
      warnings: [],
      report: { styleCode: 'dom-label', size: 'dom-label', price: 'dom-hero', layers: { 'json-ld': 'found' } },
    });
  });

  test('E2: the place prefers its own system; the American number is still told', () => {
    const page = makeEbayPage({ host: 'www.ebay.co.uk', id: '123456789013', price: '£149.00', jsonLd: null });
    expect(read(page, 'https://www.ebay.co.uk/itm/123456789013')).toMatchObject({
      size: { system: 'UK', value: 9, us: 10 },
      price: { minor: 14_900, currency: 'GBP' },
    });
  });

  test('E3: several sizes, none chosen', () => {
    const msku = makeMsku([
      { label: '8.5 Men', price: 727 },
      { label: '9 Men', price: 1113, isOut: true },
    ]);
    const reading = read(makeEbayPage({ price: 'US $727.00 to US $1,113.00', specifics: { Brand: 'Nike' }, msku }));
    expect(reading).toMatchObject({
      price: null,
      size: { selected: false },
      warnings: ['SKU_MISSING', 'SIZE_UNSELECTED'],
    });
    expect(reading.perSize).toEqual([
      { label: '8.5 Men', sex: 'M', value: 8.5, price: { minor: 72_700, currency: 'USD' }, inStock: true },
      { label: '9 Men', sex: 'M', value: 9, price: null, inStock: false },
    ]);
  });

  test('E5: an auction', () => {
    const jsonLd = ebayOffer({ '@type': 'AggregateOffer', lowPrice: '51.00', highPrice: '90.00', offerCount: 2 });
    const page = makeEbayPage({
      price: 'US $51.00',
      jsonLd,
      aroundPrice: ['<span>Current bid:</span>', '<a>3 bids</a>'],
    });
    expect(read(page).price).toEqual({ minor: 5100, currency: 'USD', kind: 'auction_bid', source: 'dom-hero' });
  });

  test('E7: a bare size has no system', () => {
    expect(read(makeEbayPage({ specifics: { 'Style Code': 'ZX1234-567', Size: '9' } }))).toMatchObject({
      size: { value: 9, system: null, us: null },
      warnings: ['SIZE_SYSTEM_UNKNOWN'],
    });
  });

  test('E9: said to have no code', () => {
    const specifics = { 'Style Code': 'Does not apply', MPN: 'N/A', 'US Shoe Size': '10' };
    expect(read(makeEbayPage({ specifics }))).toMatchObject({
      identity: { styleCode: null },
      warnings: ['SKU_MISSING'],
    });
  });

  test('E11: a lot', () => {
    const name = 'LOT of 3 sneakers Nike adidas size 9 10 11';
    expect(read(makeEbayPage({ name })).warnings).toContain('BUNDLE');
  });

  test('E12: over', () => {
    const ended = '<div class="d-statusmessage">This listing was ended by the seller.</div>';
    expect(read(makeEbayPage({ price: null, jsonLd: null, more: ended }))).toMatchObject({
      price: null,
      availability: 'sold_out',
      warnings: ['SOLD_OUT'],
    });
    const plain = ['<p>This listing was ended by the seller on 3 May.</p>', ''] as const;
    expect(read(makeEbayPage({ price: null, jsonLd: null, aroundPrice: plain }))).toMatchObject({
      price: null,
      availability: 'sold_out',
    });
    // The last price may still stand there.
    expect(read(makeEbayPage({ more: ended }))).toMatchObject({ price: null, availability: 'sold_out' });
  });

  test('E13: without structured data', () => {
    const { report: _ofOne, ...one } = read(makeEbayPage({ jsonLd: null }));
    const { report: _ofOther, ...other } = read(makeEbayPage());
    expect(one).toEqual(other);
  });

  test('E14: a guard’s page', () => {
    const page = makeEbayPage({
      name: null,
      price: null,
      specifics: {},
      jsonLd: null,
      title: 'Pardon Our Interruption...',
    });
    expect(read(page)).toMatchObject({ pageType: 'blocked', price: null, warnings: ['BLOCKED'] });
  });
});
