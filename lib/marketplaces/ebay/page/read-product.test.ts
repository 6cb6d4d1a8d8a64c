import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ebayOffer,
  LISTING_ID,
  LISTING_URL,
  makeEbayPage,
  makeMsku,
  SPECIFICS,
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

describe('further listings', () => {
  test.each([
    [
      'de',
      { 'EU-Schuhgröße': '44', 'US-Schuhgröße': '10', Marke: 'Nike', 'Stil-Code': 'ZX1234-567', Abteilung: 'Herren' },
      'EUR 149,00',
      'EU',
      44,
      10,
    ],
    ['de', { Schuhgröße: '44', Herstellernummer: 'zx1234 567' }, '149,00 €', 'EU', 44, null],
    ['de', { Größe: 'EU 42 2/3', Herstellernummer: 'ZX1234-567' }, '1.149,00 €', 'EU', 42.67, null],
    ['at', { 'UK-Schuhgröße': '9', 'Herstellernummer (MPN)': 'x', MPN: 'ZX1234-567' }, 'EUR 149,00', 'UK', 9, null],
    [
      'fr',
      { 'Pointure EU': '42,5', 'Pointure US': '9', 'Code style': 'ZX1234-567', Département: 'Homme' },
      '149,00 EUR',
      'EU',
      42.5,
      9,
    ],
    ['fr', { Pointure: '43', 'Numéro de pièce fabricant': 'ZX1234-567' }, '149,00 €', 'EU', 43, null],
    [
      'it',
      { 'Numero di scarpa EU': '44', 'Codice stile': 'ZX1234-567', Reparto: 'Uomo' },
      '149,00 EUR',
      'EU',
      44,
      null,
    ],
    ['it', { Taglia: '9', MPN: 'ZX1234-567' }, 'EUR 149,00', null, 9, null],
    [
      'es',
      { 'Número de calzado (UE)': '44', 'Talla de calzado (EE. UU.)': '10', 'Código de estilo': 'ZX1234-567' },
      '149,00 EUR',
      'EU',
      44,
      10,
    ],
    ['nl', { 'EU-schoenmaat': '44', Stijlcode: 'ZX1234-567' }, 'EUR 149,00', 'EU', 44, null],
    [
      'ie',
      { 'US Shoe Size': '10', 'UK Shoe Size': '9', 'EU Shoe Size': '44', 'Style Code': 'ZX1234-567' },
      'EUR 149.00',
      'UK',
      9,
      10,
    ],
    [
      'com.au',
      { "US Shoe Size (Men's)": '10', "US Shoe Size (Women's)": '11.5', MPN: 'ZX1234-567' },
      'AU $149.00',
      'US',
      10,
      10,
    ],
    [
      'ca',
      { 'EU Shoe Size': '44', "US Shoe Size (Women's)": '11.5', MPN: 'ZX1234-567' },
      'C $149.00',
      'US',
      11.5,
      11.5,
    ],
  ])('on .%s: %o', (place, specifics, price, system, value, us) => {
    const host = `www.ebay.${place}`;
    const reading = read(makeEbayPage({ host, specifics, price, jsonLd: null }), `https://${host}/itm/${LISTING_ID}`);
    expect(reading.identity.styleCode?.canonical).toBe('ZX1234-567');
    expect(reading.size).toMatchObject({ system, value, us });
    const currency = place === 'ca' ? 'CAD' : place === 'com.au' ? 'AUD' : 'EUR';
    expect(reading.price).toMatchObject({ minor: price.includes('1.149') ? 114_900 : 14_900, currency });
  });

  test('what sounds like a size and is none', () => {
    const specifics = {
      'Size Type': 'Regular',
      'Heel Size': '2',
      'Shoe Width': '9',
      'Numero di modello': '9',
      'EU Shoe Size': '44',
    };
    expect(read(makeEbayPage({ specifics })).size).toMatchObject({ system: 'EU', value: 44 });
  });

  test.each([
    ['M 8.5 / W 10', 'Size', 8.5, 'M', 8.5],
    ['8.5 Men', 'US Shoe Size', 8.5, 'M', 8.5],
    ['W 9.5', "US Shoe Size (Women's)", 9.5, 'W', 9.5],
    ['9 UK', 'Shoe Size', 9, null, null],
  ])('%s in "%s"', (label, name, value, sex, us) => {
    expect(read(makeEbayPage({ specifics: { [name]: label } })).size).toMatchObject({ value, sex, us });
  });

  test('a variation in the address', () => {
    const msku = makeMsku([
      { label: '9', price: 120 },
      { label: '10', price: 135.5 },
      { label: '11', price: 140, isOut: true },
    ]);
    const page = makeEbayPage({ msku, price: 'US $120.00 to US $140.00' });
    expect(read(page, `https://www.ebay.com/itm/${LISTING_ID}?var=5001`)).toMatchObject({
      size: { raw: '10', system: 'US', value: 10, us: 10, selected: true },
      price: { minor: 13_550, currency: 'USD', kind: 'fixed', source: 'embedded' },
      warnings: [],
    });
    expect(read(page, `https://www.ebay.com/itm/${LISTING_ID}?var=5002`)).toMatchObject({
      size: { value: 11 },
      price: null,
      availability: 'sold_out',
      warnings: ['SOLD_OUT'],
    });
  });

  test.each([
    '<div class="x-msku"><button class="listbox-button__control" aria-haspopup="listbox"><span class="btn__text">10</span></button></div>',
    '<div class="x-msku"><select class="x-msku__select-box"><option>Select</option><option selected>10</option></select></div>',
  ])('a variation on the screen goes before the one in the address: %s', (more) => {
    const msku = makeMsku([
      { label: '9', price: 120 },
      { label: '10', price: 135.5 },
    ]);
    expect(read(makeEbayPage({ msku, price: 'US $135.50', more }), `${LISTING_URL}&var=5000`)).toMatchObject({
      size: { raw: '10', selected: true },
      price: { minor: 13_550, source: 'dom-hero' },
    });
  });

  test('the screen that still shows the former choice is not believed', () => {
    const msku = makeMsku([
      { label: '9', price: 120 },
      { label: '10', price: 135.5 },
    ]);
    const page = makeEbayPage({ msku, price: 'US $120.00' });
    expect(read(page, `https://www.ebay.com/itm/${LISTING_ID}?var=5001`).price).toMatchObject({ minor: 13_550 });
  });

  test('one price for all sizes is the lowest of any', () => {
    const msku = makeMsku([
      { label: '9', price: 120 },
      { label: '10', price: 120 },
    ]);
    expect(read(makeEbayPage({ msku, price: 'US $120.00/ea' }))).toMatchObject({
      price: { minor: 12_000, kind: 'lowest_ask_any' },
      warnings: ['SIZE_UNSELECTED'],
    });
  });

  test('in the seller’s money, and never what it is about in other money', () => {
    const page = makeEbayPage({ price: 'GBP 149.00', approximate: 'US $189.35', jsonLd: null });
    expect(read(page).price).toMatchObject({ minor: 14_900, currency: 'GBP' });
    const msku = makeMsku([{ label: '10', price: 189.35, from: [149, 'GBP'] }]);
    const several = makeEbayPage({ msku, price: 'GBP 149.00', approximate: 'US $189.35' });
    expect(read(several).perSize[0]?.price).toEqual({ minor: 14_900, currency: 'GBP' });
    expect(JSON.stringify(read(makeEbayPage({ price: null, approximate: 'US $189.35', jsonLd: null })))).not.toContain(
      '18935',
    );
  });

  test('an auction that can be bought at once', () => {
    const more =
      '<div class="x-bid-price"><span>Starting bid</span><div class="x-price-primary"><span>US $51.00</span></div></div><div class="x-bin-price"><span>Buy It Now</span><div class="x-price-primary"><span>US $180.00</span></div></div>';
    expect(read(makeEbayPage({ price: null, more })).price).toMatchObject({ minor: 18_000, kind: 'fixed' });
  });

  test.each(['Aktuelles Gebot:', 'Enchère actuelle', 'Offerta attuale', 'Puja actual:', 'Huidig bod'])(
    '%s is a bid',
    (words) => {
      expect(read(makeEbayPage({ aroundPrice: [`<span>${words}</span>`, ''] })).price?.kind).toBe('auction_bid');
    },
  );

  test('a price or best offer is a fixed price', () => {
    expect(read(makeEbayPage({ aroundPrice: ['', '<span>or Best Offer</span>'] })).price).toMatchObject({
      kind: 'fixed',
    });
  });

  test('a page of former years', () => {
    const more =
      '<h1 id="itemTitle"><span class="g-hdn">Details about &nbsp;</span>Nike Aero Court 1 Low - ZX1234-567</h1><span id="prcIsum" itemprop="price" content="199.99">US $199.99</span><div id="convbinPrice">GBP 150.00</div><div class="itemAttr"><table><tr><td class="attrLabels">US Shoe Size (Men\'s):</td><td>10</td></tr></table></div>';
    expect(
      read(makeEbayPage({ name: null, price: null, specifics: {}, jsonLd: null, condition: null, more })),
    ).toMatchObject({
      identity: {
        title: 'Nike Aero Court 1 Low - ZX1234-567',
        styleCode: { canonical: 'ZX1234-567', source: 'title' },
      },
      size: { system: 'US', sex: 'M', value: 10 },
      price: { minor: 19_999, currency: 'USD' },
    });
  });

  test('sending is told apart', () => {
    const shippingDetails = [{ shippingRate: { value: '14.95', currency: 'USD' } }];
    expect(read(makeEbayPage({ jsonLd: ebayOffer({ shippingDetails }) })).shipping).toEqual({
      minor: 1495,
      currency: 'USD',
    });
    const free = [{ shippingRate: { value: 0, currency: 'USD' } }];
    expect(read(makeEbayPage({ jsonLd: ebayOffer({ shippingDetails: free }) })).shipping).toEqual({
      minor: 0,
      currency: 'USD',
    });
    const row = (words: string) =>
      `<div class="ux-labels-values--shipping"><div class="ux-labels-values__values">${words}</div></div>`;
    expect(read(makeEbayPage({ more: row('US $9.50 (approx £7.20) Standard') })).shipping).toEqual({
      minor: 950,
      currency: 'USD',
    });
    expect(read(makeEbayPage({ more: row('Free shipping') })).shipping).toEqual({ minor: 0, currency: 'USD' });
    expect(read(makeEbayPage()).shipping).toBeNull();
  });

  test.each([
    ['Pre-owned', 'used'],
    ['Gebraucht', 'used'],
    ["Occasion d'occasion", 'used'],
    ['Usato', 'used'],
    ['De segunda mano', 'used'],
    ['Neu mit Karton', 'new'],
    ['Neuf avec boîte', 'new'],
    ['Nuovo con scatola', 'new'],
    ['Brand New', 'new'],
    ['New with defects', 'new_defects'],
    ['New with imperfections', 'new_defects'],
    ['Neu mit Fehlern', 'new_defects'],
    ['Neuf avec défauts', 'new_defects'],
  ])('%s is %s', (condition, expected) => {
    expect(read(makeEbayPage({ condition, jsonLd: null })).condition).toBe(expected);
  });

  test.each([
    '2 pairs Nike Dunk',
    'Nike Dunk x3 ZX1234-567',
    'Sneaker Bundle Nike',
    'Konvolut Nike Schuhe',
    'Lotto 3 scarpe',
  ])('%s is several pairs', (name) => {
    expect(read(makeEbayPage({ name })).warnings).toContain('BUNDLE');
  });

  test.each(['Nike x Travis Scott Low', 'Air Max 2 Light', 'Nike ZoomX 2', 'Slot car sneakers', 'Salomon XT-6'])(
    '%s is one pair',
    (name) => {
      expect(read(makeEbayPage({ name })).warnings).not.toContain('BUNDLE');
    },
  );

  test('a product’s page: only the offer of the item in the address', () => {
    const offer = (id: string, price: string) => ({
      '@type': 'Offer',
      url: `https://www.ebay.com/itm/${id}`,
      price,
      priceCurrency: 'USD',
    });
    const jsonLd = { ...ebayOffer(), offers: [offer('999999999999', '10.00'), offer(LISTING_ID, '150.00')] };
    const page = makeEbayPage({ price: null, jsonLd });
    expect(read(page, `https://www.ebay.com/p/77777?iid=${LISTING_ID}`)).toMatchObject({
      identity: { listingId: LISTING_ID },
      price: { minor: 15_000, source: 'json-ld' },
    });
    expect(read(page, 'https://www.ebay.com/p/77777')).toMatchObject({ identity: { listingId: null }, price: null });
  });

  test('a page of another listing tells nothing', () => {
    const reading = read(makeEbayPage({ id: '999999999999' }));
    expect(reading).toMatchObject({
      identity: { listingId: LISTING_ID, styleCode: null, title: null },
      price: null,
      warnings: ['LISTING_MISMATCH'],
    });
  });

  test('structured data that is broken is said and stepped over', () => {
    const reading = read(makeEbayPage({ jsonLd: '{"@type":"Product",}' }));
    expect(reading).toMatchObject({ price: { minor: 19_999 }, warnings: ['JSONLD_INVALID'] });
  });

  test('an old Nike code is one; a shop’s own number in the specifics is not', () => {
    expect(read(makeEbayPage({ specifics: { MPN: '555088-101' } })).identity.styleCode?.canonical).toBe('555088-101');
    expect(read(makeEbayPage({ specifics: { MPN: '022952-090' } })).identity.styleCode).toBeNull();
    const several = { ...SPECIFICS, 'Style Code': 'ZX1234-567/ZX1234-999' };
    expect(read(makeEbayPage({ specifics: several })).warnings).toEqual(['SKU_MULTI']);
  });
});
