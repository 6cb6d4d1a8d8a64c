import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ebayOffer,
  LISTING_ID,
  LISTING_URL,
  makeEbayPage,
  makeMsku,
  SPECIFICS,
  type EbayPage,
} from '@/tests/fixtures/pages/ebay/make-page';
import { readEbayProduct } from './read-product';

const { 'US Shoe Size': _us, 'UK Shoe Size': _uk, 'EU Shoe Size': _eu, ...NO_SIZE } = SPECIFICS;
const at = (place: string) => `https://www.ebay.${place}/itm/${LISTING_ID}`;
const readHtml = (html: string, url = LISTING_URL) => readEbayProduct(parseHTML(html).document, url);
const read = (over: Partial<EbayPage>, place = 'com') =>
  readHtml(makeEbayPage({ jsonLd: null, host: `www.ebay.${place}`, ...over }), at(place));
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('pages that show something else', () => {
  test.each([
    ['Error Page | eBay', '<h1>We looked everywhere.</h1>', LISTING_URL, 'not_product'],
    ['eBay', '', LISTING_URL, 'not_product'],
    ['nike | eBay', '<h1>1,200 results</h1>', 'https://www.ebay.com/sch/i.html?_nkw=nike', 'not_product'],
    ['Sign in or Register | eBay', '<h1>Hello</h1>', LISTING_URL, 'blocked'],
    ['Security Measure', '<h1>Please verify yourself to continue</h1>', LISTING_URL, 'blocked'],
  ])('%s', (title, body, url, pageType) => {
    expect(readHtml(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { styleCode: null } });
  });
});

describe('prices', () => {
  test.each([
    ['de', 'EUR 1.299,00', 129_900, 'EUR'],
    ['de', 'EUR 129,00 VB', 12_900, 'EUR'],
    ['fr', '1 299,00 EUR', 129_900, 'EUR'],
    ['co.uk', '£149.00/ea', 14_900, 'GBP'],
    ['com.au', 'AU $259.00', 25_900, 'AUD'],
    ['com.au', '$259.00', 25_900, 'AUD'],
    ['ca', 'C $259.00', 25_900, 'CAD'],
    ['com', 'JPY 24,300', 24_300, 'JPY'],
    ['com', 'SEK 1 899,00', 189_900, 'SEK'],
    ['com', 'US $199.99 or Best Offer', 19_999, 'USD'],
    ['com', '<s>US $250.00</s> US $199.99', 19_999, 'USD'],
    ['com', '<span class="ux-textspans--STRIKETHROUGH">US $250.00</span> <span>US $199.99</span>', 19_999, 'USD'],
  ])('%s %s', (place, price, minor, currency) => {
    expect(read({ price }, place).price).toMatchObject({ minor, currency, kind: 'fixed', source: 'dom-hero' });
  });

  test.each(['US $90.00 to US $120.00', 'from US $90.00', 'ab EUR 99,00', 'à partir de 99,00 EUR', '199.99'])(
    '%s is nobody’s price',
    (price) => {
      expect(read({ price })).toMatchObject({ price: null, warnings: ['PRICE_MISSING'] });
      if (price !== '199.99') expect(read({ price, jsonLd: ebayOffer() }).price).toBeNull();
    },
  );

  test.each([
    ['com', '<div class="x-bid-count">5 bids</div><span>Ends in 2d</span>'],
    ['com', '<button>Place bid</button>'],
    ['com', '<div><a class="btn">Place bid</a></div>'],
    ['de', '<span>7 Gebote</span>'],
    ['fr', '<span>(3 enchères)</span>'],
    ['it', '<button>Fai un’offerta</button><span>1 offerta</span>'],
  ])('%s: what was bid is no price: %s', (place, behind) => {
    expect(read({ price: 'EUR 51,00', aroundPrice: ['', behind] }, place).price).toMatchObject({ kind: 'auction_bid' });
  });

  test('an auction that can be bought at once', () => {
    const bid = '<div class="x-bid-price"><div class="x-price-primary">US $51.00</div><span>5 bids</span></div>';
    const now = '<div class="x-bin-price"><div class="x-price-primary">US $199.00</div></div>';
    expect(read({ price: null, aroundPrice: [bid, now] }).price).toMatchObject({ minor: 19_900, kind: 'fixed' });
  });

  test('sending that costs nothing, in the place’s own words', () => {
    const html = makeEbayPage({ jsonLd: null, host: 'www.ebay.de', price: 'EUR 99,00' }).replace(
      '</main>',
      '<div class="ux-labels-values--shipping"><div class="ux-labels-values__values">Kostenlos Standardversand</div></div></main>',
    );
    expect(readHtml(html, at('de')).shipping).toEqual({ minor: 0, currency: 'EUR' });
  });
});

describe('listings that are over', () => {
  test.each([
    ['com', '<div class="d-statusmessage">This listing sold on Sun, Nov 2 at 5:00 PM.</div>'],
    ['com', '<div class="vi-notice">The seller has ended this listing because of an error.</div>'],
    [
      'de',
      '<div class="x--statusMessage">Dieses Angebot wurde vom Verkäufer am So, 12. Okt. um 14:32 Uhr beendet, da ein Fehler vorlag.</div>',
    ],
    ['com', '<div class="x-sold-price"><span>Sold for</span> <span>US $180.00</span></div>'],
  ])('%s %s', (place, notice) => {
    expect(read({ aroundPrice: [notice, ''], jsonLd: ebayOffer() }, place)).toMatchObject({
      price: null,
      availability: 'sold_out',
      warnings: ['SOLD_OUT'],
    });
  });

  test.each([
    '<div class="recommended-items">Out of stock</div>',
    '<div class="merch-banner">This listing ended</div>',
  ])('others that are over do not end it: %s', (more) => {
    expect(read({ more })).toMatchObject({ price: { minor: 19_999 }, availability: 'in_stock' });
  });
});

describe('sizes', () => {
  test.each([
    ['com', { 'US Shoe Size': '6Y', Department: 'Unisex Kids' }, ['US', 'Y', 6, 6]],
    ['com', { 'US Shoe Size': '7C', Department: 'Unisex Kids' }, ['US', 'C', 7, 7]],
    ['com', { Size: 'US 9.5 / EU 43' }, ['US', 'M', 9.5, 9.5]],
    ['co.uk', { 'Shoe Size': 'UK 8.5 | EU 43' }, ['UK', 'M', 8.5, null]],
    ['com', { 'US Shoe Size': '9-10' }, [null, 'M', null, null]],
    ['com', { 'US Shoe Size': '9, 9.5, 10' }, [null, 'M', null, null]],
    ['de', { 'EU-Schuhgröße': '38 2/3' }, ['EU', 'M', 38.67, null]],
    ['fr', { 'Pointure EU': '42,5' }, ['EU', 'M', 42.5, null]],
    ['it', { 'Numero di scarpa EU': '44' }, ['EU', 'M', 44, null]],
    ['com', { "US Shoe Size (Women's)": '8.5', "US Shoe Size (Men's)": '7' }, ['US', 'M', 7, 7]],
    [
      'com',
      { "US Shoe Size (Men's)": '7', "US Shoe Size (Women's)": '8.5', Department: 'Women' },
      ['US', 'W', 8.5, 8.5],
    ],
    [
      'com',
      { "US Shoe Size (Women's)": '8.5', "US Shoe Size (Men's)": '7', Department: 'Unisex Adults' },
      ['US', 'M', 7, 7],
    ],
  ] as const)('%s %o', (place, sizes, [system, sex, value, us]) => {
    expect(read({ specifics: { ...NO_SIZE, ...sizes } }, place).size).toMatchObject({ system, sex, value, us });
  });

  test('two menus: what one of several colours costs in the chosen size', () => {
    const price = (value: number) => ({ binModel: { price: { value: { value, currency: 'USD' } } } });
    const msku = {
      selectMenus: [
        { displayLabel: 'Color', menuItemValueIds: [10, 11] },
        { displayLabel: 'US Shoe Size', menuItemValueIds: [0, 1] },
      ],
      menuItemMap: {
        0: { valueName: '9', matchingVariationIds: [1, 2] },
        1: { valueName: '10', matchingVariationIds: [3] },
        10: { valueName: 'Black', matchingVariationIds: [1, 3] },
        11: { valueName: 'White', matchingVariationIds: [2] },
      },
      variationsMap: { 1: price(90), 2: price(120), 3: price(100) },
    };
    const html = makeEbayPage({ jsonLd: null, price: 'US $95.00', msku });
    expect(readHtml(html, `${LISTING_URL}&var=1`).price).toMatchObject({ minor: 9000, source: 'embedded' });
    expect(readHtml(html, LISTING_URL)).toMatchObject({ price: null, size: { selected: false } });
  });

  test('variations in something else than the size: one amount is one of theirs', () => {
    const colours = (white: number) =>
      makeMsku(
        [
          { label: 'Black', price: 90 },
          { label: 'White', price: white },
        ],
        'Color',
      );
    expect(read({ price: 'US $90.00', msku: colours(120) })).toMatchObject({
      price: null,
      warnings: ['PRICE_MISSING'],
    });
    expect(read({ price: 'US $90.00', msku: colours(90) }).price).toMatchObject({ minor: 9000, kind: 'fixed' });
  });
});

describe('style codes', () => {
  const titled = (name: string, specifics: Record<string, string> = { Brand: 'Nike' }) => read({ name, specifics });

  test.each([
    ['Nike Aero ZX1234567 size 10', ['ZX1234-567']],
    ['Nike Aero ZX1234 567 US 10', ['ZX1234-567']],
    ['Nike Aero ZX1234-567 AB1234-100', ['ZX1234-567', 'AB1234-100']],
    ['Nike Aero 2024 size 10 new', undefined],
  ])('%s', (name, all) => {
    expect(titled(name).identity.styleCode?.all).toEqual(all);
  });

  test('nine signs in another brand’s name are no code of Nike’s', () => {
    expect(titled('Gazette ZX1234567', { Brand: 'adidas' }).identity.styleCode).toBeNull();
  });

  test('a name that says another code than the specifics', () => {
    const { identity, warnings } = titled('Nike Dunk DM7866-200', SPECIFICS);
    expect(identity.styleCode).toMatchObject({ all: ['ZX1234-567', 'DM7866-200'], confidence: 0.5 });
    expect(warnings).toContain('SKU_MULTI');
  });

  test.each([{ MPN: '022952-090' }, { MPN: '194502876000' }, { Model: 'Nike Air Max 95', Style: 'Sneaker' }])(
    '%o holds none',
    (more) => {
      expect(titled('Nike Air', { Brand: 'Nike', ...more }).identity.styleCode).toBeNull();
    },
  );

  test.each(['Nike Aero ZX1234-567 EMPTY BOX ONLY', 'Laces for Nike Aero ZX1234-567'])('%s is no pair', (name) => {
    expect(titled(name, SPECIFICS)).toMatchObject({ identity: { styleCode: null }, warnings: ['SKU_MISSING'] });
  });

  test.each(['Lot of 5 Nike sneakers', '2 Pairs Nike Aero ZX1234-567', 'Nike Bundle'])('%s is several', (name) => {
    expect(titled(name, SPECIFICS).warnings).toContain('BUNDLE');
  });
});
