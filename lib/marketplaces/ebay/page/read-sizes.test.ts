import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LISTING_ID, LISTING_URL, makeEbayPage, makeMsku } from '@/tests/fixtures/pages/ebay/make-page';
import { readEbayProduct } from './read-product';

const read = (html: string, url = LISTING_URL) => readEbayProduct(parseHTML(html).document, url);

describe('sizes and variations', () => {
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
});
