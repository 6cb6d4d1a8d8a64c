import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ITEM_ID,
  ITEM_URL,
  makeVintedPage,
  OTHER_ITEMS,
  sizeRow,
  vintedProduct,
  type VintedPage,
} from '@/tests/fixtures/pages/vinted/make-page';
import { readVintedProduct } from './read-product';

const readHtml = (html: string, url = ITEM_URL) => readVintedProduct(parseHTML(html).document, url);
const at = (place: string) => `https://www.vinted.${place}/items/${ITEM_ID}-nike-aero-court`;
/** Without structured data, so that only what shows answers. */
const read = (over: Partial<VintedPage>, place = 'fr') =>
  readHtml(makeVintedPage({ jsonLd: [], host: `www.vinted.${place}`, ...over }), at(place));
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('pages that show something else', () => {
  test.each([
    ['404 | Vinted', '<h1>Page introuvable</h1>', ITEM_URL, 'not_product'],
    ['Vinted', '<h1>The page you are looking for is not here</h1>', at('co.uk'), 'not_product'],
    ['Vinted', '<h1>Nike</h1>', 'https://www.vinted.fr/catalog?search_text=nike', 'not_product'],
    ['seller1 | Vinted', '<h1>seller1</h1>', 'https://www.vinted.fr/member/100-seller1', 'not_product'],
    ['Vinted', '<h1>Connecte-toi</h1>', ITEM_URL, 'blocked'],
    ['Nur einen Moment…', '<h1>www.vinted.de</h1>', at('de'), 'blocked'],
    ['vinted.fr', '<h1>x</h1><iframe src="https://geo.captcha-delivery.com/x"></iframe>', ITEM_URL, 'blocked'],
  ])('%s %s', (title, body, url, pageType) => {
    expect(readHtml(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { title: null } });
  });

  test('what guards a page stands in one that is there as well', () => {
    const head = '<script src="https://js.captcha-delivery.com/tags.js"></script>';
    expect(read({ head }).pageType).toBe('product');
  });
});

describe('prices of other places', () => {
  test.each([
    ['co.uk', '<p>£38.00</p>', 3800, 'GBP'],
    ['pl', '<p>1 299,00 zł</p>', 129_900, 'PLN'],
    ['de', '<p>1.299,00 €</p>', 129_900, 'EUR'],
    ['com', '<p>$45.00</p>', 4500, 'USD'],
    ['fr', '<s>50,00 €</s> <p>45,00 €</p>', 4500, 'EUR'],
    ['fr', '<p class="u-line-through">50,00 €</p><p>45,00 €</p>', 4500, 'EUR'],
    ['fr', '<p>45,00 €</p><p>47,95 € inclut la Protection acheteurs</p>', 4500, 'EUR'],
  ])('%s %s', (place, price, minor, currency) => {
    expect(read({ price }, place).price).toMatchObject({ minor, currency, kind: 'fixed', source: 'dom-hero' });
  });

  test.each(['<p>47,95 € inkl.</p>', '<p>45,00</p>', '<p>ab 45,00 €</p>', '<p>45,00 € – 60,00 €</p>'])(
    '%s is not what the pair costs',
    (price) => {
      expect(read({ price })).toMatchObject({ price: null, warnings: ['PRICE_MISSING'] });
    },
  );

  test.each([
    ['a list beside other things', [[{ '@type': 'BreadcrumbList' }, vintedProduct()]]],
    ['a graph', [{ '@graph': [vintedProduct()] }]],
    ['an amount with points and comma', [vintedProduct({}, { price: '45,00' })]],
    ['a broken block first', ['{"@type":', vintedProduct()]],
  ])('structured data as %s', (_what, jsonLd) => {
    const reading = readHtml(makeVintedPage({ price: null, jsonLd: JSON.parse(JSON.stringify(jsonLd)) }));
    expect(reading.price).toMatchObject({ minor: 4500, currency: 'EUR', source: 'json-ld' });
  });

  test('tags of this listing on another country’s address count, those of another listing do not', () => {
    const tags = (url: string) =>
      `<link rel="canonical" href="${url}"><meta property="product:price:amount" content="45.00"><meta property="product:price:currency" content="EUR">`;
    const own = read({ price: null, head: tags(`https://www.vinted.de/items/${ITEM_ID}-x`) });
    expect(own.price).toMatchObject({ minor: 4500, source: 'meta' });
    const other = read({ price: null, head: tags('https://www.vinted.fr/items/5000000099-x') });
    expect(other).toMatchObject({ price: null, warnings: ['LISTING_MISMATCH'], identity: { styleCode: null } });
  });
});

describe('sizes', () => {
  test.each([
    ['UK 8 | EU 42', 'UK', 8, null],
    ['US 9.5 / EU 43', 'US', 9.5, 9.5],
    ['10 US', 'US', 10, 10],
    ['42 ⅔', 'EU', 42.67, null],
    ['26 cm', 'JP', 26, null],
    ['8 / 42', null, null, null],
    ['42-43', null, null, null],
    ['M / 38 / 10', null, null, null],
    ['Autre', null, null, null],
    ['30', null, 30, null],
  ])('%s', (size, system, value, us) => {
    expect(read({ size: sizeRow(size) }).size).toMatchObject({ raw: size, system, value, us });
  });
});

describe('identity', () => {
  test.each([
    ['Nike Aero ZX1234-567 / AB1234-100', '', ['ZX1234-567', 'AB1234-100'], 'SKU_MULTI'],
    ['Nike Aero ZX1234567 taille 42', '', ['ZX1234-567'], null],
    ['Baskets nike', 'Réf ZX1234-567', ['ZX1234-567'], null],
    ['Baskets nike', 'ZX1234-567 AB1234-100 DD1391-100', undefined, 'SKU_MISSING'],
    ['Boîte vide Nike ZX1234-567', '', undefined, 'SKU_MISSING'],
    ['Lot de 2 paires nike ZX1234-567', '', ['ZX1234-567'], 'BUNDLE'],
  ])('%s, %s', (name, description, all, warning) => {
    const { identity, warnings } = read({ name, description });
    expect(identity.styleCode?.all).toEqual(all);
    if (warning !== null) expect(warnings).toContain(warning);
  });

  test('after a navigation inside the page the former listing’s data says nothing', () => {
    const url = 'https://www.vinted.fr/items/5000000002-gazette-runner';
    const moved = readHtml(makeVintedPage({ name: 'Gazette Runner QX4321', price: '<p>9,00 €</p>' }), url);
    expect(moved).toMatchObject({
      identity: { listingId: '5000000002', brand: null, gender: null, styleCode: { canonical: 'QX4321' } },
      price: { minor: 900, source: 'dom-hero' },
      warnings: ['STALE_EMBEDDED'],
    });
    expect(readHtml(makeVintedPage(), url)).toMatchObject({ price: null, warnings: ['LISTING_MISMATCH'] });
  });

  test('other things below say nothing of this one', () => {
    expect(read({ price: null, size: null, more: OTHER_ITEMS })).toMatchObject({
      price: null,
      size: null,
      availability: 'unknown',
    });
  });

  test.each([
    [{ jsonLd: [vintedProduct({}, { availability: 'https://schema.org/SoldOut' })] }],
    [{ hasBuyButton: false, status: 'Sprzedane' }],
    [{ hasBuyButton: false, more: '<p>Verkauft</p>' }],
  ])('sold: %o', (over) => {
    expect(readHtml(makeVintedPage(over))).toMatchObject({ price: null, availability: 'sold_out' });
  });
});
