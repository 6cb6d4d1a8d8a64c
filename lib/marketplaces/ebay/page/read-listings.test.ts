import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ebayOffer,
  LISTING_ID,
  LISTING_URL,
  makeEbayPage,
  makeMsku,
  SPECIFICS,
} from '@/tests/fixtures/pages/ebay/make-page';
import { readEbayProduct } from './read-product';

const read = (html: string, url = LISTING_URL) => readEbayProduct(parseHTML(html).document, url);

describe('further listings', () => {
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

  test.each([
    ['C $149.00', 'CAD'],
    ['AU $149.00', 'AUD'],
    ['CHF 149.00', 'CHF'],
    ['EUR 149,00', 'EUR'],
  ])('%s on the American place', (price, currency) => {
    expect(read(makeEbayPage({ price, jsonLd: null })).price).toMatchObject({ minor: 14_900, currency });
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
