import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  ITEM_ID,
  ITEM_URL,
  makeVintedPage,
  OTHER_ITEMS,
  sizeRow,
  vintedProduct,
} from '@/tests/fixtures/pages/vinted/make-page';
import { readVintedProduct } from './read-product';

const read = (html: string, url = ITEM_URL, isPriceStale = false) =>
  readVintedProduct(parseHTML(html).document, url, isPriceStale);

describe('the variants of product-pages.md 14.6', () => {
  test('V1: an ordinary listing', () => {
    expect(read(makeVintedPage({ more: OTHER_ITEMS }))).toMatchObject({
      site: 'vinted',
      pageType: 'product',
      identity: {
        listingId: ITEM_ID,
        brand: 'Nike',
        gender: 'men',
        styleCode: { canonical: 'ZX1234-567', source: 'title' },
      },
      size: { raw: '42', system: 'EU', value: 42, us: null, selected: true },
      price: { minor: 4500, currency: 'EUR', kind: 'fixed', source: 'dom-hero' },
      condition: 'used',
      availability: 'in_stock',
      warnings: [],
      report: { styleCode: 'title', size: 'dom-label', price: 'dom-hero', layers: { 'json-ld': 'found' } },
    });
  });

  test('V3: no code', () => {
    const page = makeVintedPage({ name: 'Baskets nike', jsonLd: [vintedProduct({ name: 'Baskets nike' })] });
    expect(read(page)).toMatchObject({ identity: { styleCode: null }, warnings: ['SKU_MISSING'] });
  });

  test('V4: a bag has no size', () => {
    expect(read(makeVintedPage({ size: null })).size).toBeNull();
  });

  test.each([
    ['in the data', { more: '', jsonLd: [vintedProduct({}, { availability: 'https://schema.org/SoldOut' })] }],
    ['beside the picture', { hasBuyButton: false, more: '<div data-testid="item-status--content">Vendu</div>' }],
    ['alone', { hasBuyButton: false, more: '<div><p>Sold</p></div>' }],
    ['reserved', { hasBuyButton: false, more: '<div data-testid="item-status">Reserviert</div>' }],
    ['in Polish', { hasBuyButton: false, more: '<h3>Sprzedane</h3>' }],
  ])('V7: sold, said %s', (_where, over) => {
    expect(read(makeVintedPage({ ...over, more: `${over.more}${OTHER_ITEMS}` }))).toMatchObject({
      price: null,
      availability: 'sold_out',
      warnings: ['SOLD_OUT'],
    });
  });

  test.each([
    ['UK 8', 'UK', []],
    ['8', null, ['SIZE_SYSTEM_UNKNOWN']],
  ])('V8: in Britain, the size %s', (size, system, warnings) => {
    const url = `https://www.vinted.co.uk/items/${ITEM_ID}-nike-aero-court`;
    const page = makeVintedPage({
      host: 'www.vinted.co.uk',
      price: '£38.00',
      size: sizeRow(size, 'Size'),
      jsonLd: [vintedProduct({}, { price: '38.00', priceCurrency: 'GBP', url })],
    });
    expect(read(page, url)).toMatchObject({
      price: { minor: 3800, currency: 'GBP' },
      size: { system, value: 8, us: null },
      warnings,
    });
  });

  test('V9: a half size with a comma', () => {
    expect(read(makeVintedPage({ size: sizeRow('38,5') })).size).toMatchObject({ value: 38.5, system: 'EU' });
  });

  test('V10: the first block of data is broken', () => {
    const {
      warnings: _first,
      report: _one,
      ...broken
    } = read(makeVintedPage({ jsonLd: ['{"@type":', vintedProduct()] }));
    const { warnings: _second, report: _other, ...sound } = read(makeVintedPage());
    expect(broken).toEqual(sound);
  });
});

describe('whose listing it is', () => {
  test('one that was taken away: the page shows another', () => {
    const url = 'https://www.vinted.fr/items/5000000009-adidas-gazette';
    const reading = read(makeVintedPage({ jsonLd: [vintedProduct({}, { url })] }));
    expect(reading).toMatchObject({ price: null, size: null, warnings: ['LISTING_MISMATCH'] });
    expect(JSON.stringify(reading)).not.toMatch(/4500|ZX1234/);
  });

  test('after a navigation inside the page only what shows is told, the former data is not', () => {
    const url = 'https://www.vinted.fr/items/5000000002-adidas-gazette-runner';
    const page = makeVintedPage({
      name: 'Adidas Gazette Runner QX4321',
      price: '30,00 €',
      size: sizeRow('40'),
      description: 'Neuf',
      status: 'Neuf avec étiquette',
    });
    const reading = read(page, url);
    expect(reading).toMatchObject({
      identity: { listingId: '5000000002', styleCode: { canonical: 'QX4321' } },
      size: { value: 40 },
      price: { minor: 3000, source: 'dom-hero' },
      condition: 'new',
      warnings: ['STALE_EMBEDDED'],
    });
    expect(JSON.stringify(reading)).not.toMatch(/4500|ZX1234|Hommes/);
    expect(read(page, url, true)).toMatchObject({ price: null, warnings: ['STALE_EMBEDDED', 'PRICE_PENDING'] });
  });

  test('two listings called the same cannot be told apart, so nothing is told', () => {
    const url = 'https://www.vinted.fr/items/5000000002-nike-aero-court';
    expect(read(makeVintedPage({ price: '30,00 €' }), url)).toMatchObject({
      price: null,
      warnings: ['LISTING_MISMATCH'],
    });
  });

  test('the address of the page in its head', () => {
    const head = '<link rel="canonical" href="https://www.vinted.fr/items/5000000009-x">';
    expect(read(makeVintedPage({ head, jsonLd: [] })).warnings).toEqual(['LISTING_MISMATCH']);
    const own = `<link rel="canonical" href="https://www.vinted.fr/items/${ITEM_ID}-x"><meta property="product:price:amount" content="45.00"><meta property="product:price:currency" content="EUR">`;
    expect(read(makeVintedPage({ head: own, jsonLd: [], price: null })).price).toMatchObject({
      minor: 4500,
      source: 'meta',
    });
  });
});

describe('further listings', () => {
  test.each([
    ['glued', '<div data-testid="item-attributes-size">Taille42</div>', 42, 'EU'],
    [
      'German',
      '<div data-testid="item-attributes-size"><span>Größe</span><span>42,5<button>?</button></span></div>',
      42.5,
      'EU',
    ],
    [
      'an older page',
      '<div class="details-list__item"><div class="details-list__item-title">ROZMIAR</div><div class="details-list__item-value">43</div></div>',
      43,
      'EU',
    ],
    ['thirds', sizeRow('42 2/3'), 42.67, 'EU'],
    ['thirds in one sign', sizeRow('42⅔'), 42.67, 'EU'],
    ['American', sizeRow('US 9'), 9, 'US'],
    ['a child’s', sizeRow('32'), 32, null],
    ['clothes', sizeRow('M / 38 / 10'), null, null],
    ['a letter', sizeRow('XL'), null, null],
  ])('a size that is %s', (_what, size, value, system) => {
    expect(read(makeVintedPage({ size })).size).toMatchObject({ value, system });
  });

  test.each([
    ['45,00 €', 4500, 'EUR'],
    ['1 234,50 €', 123_450, 'EUR'],
    ['£38.00', 3800, 'GBP'],
    ['189,00 zł', 18_900, 'PLN'],
    ['45,00 € <span>47,95 € Protection acheteurs incluse</span>', 4500, 'EUR'],
  ])('the price %s', (price, minor, currency) => {
    expect(read(makeVintedPage({ price, jsonLd: [] })).price).toMatchObject({ minor, currency });
  });

  test.each(['47,95 € incl. Käuferschutz', '47,95 € Protection incluse', 'Prix', '45,00', '45,00 € 50,00 €'])(
    '%s is not what the pair costs',
    (price) => {
      expect(read(makeVintedPage({ price, jsonLd: [] })).price).toBeNull();
    },
  );

  test('the amount with protection on the screen gives way to the listing’s own', () => {
    expect(read(makeVintedPage({ price: '47,95 €' })).price).toMatchObject({ minor: 4500, source: 'json-ld' });
  });

  test('what others cost and what stands in scripts is never read', () => {
    const reading = read(makeVintedPage({ price: null, size: null, jsonLd: [], more: OTHER_ITEMS }));
    expect(reading).toMatchObject({ price: null, size: null, availability: 'unknown' });
    expect(JSON.stringify(reading)).not.toMatch(/"minor"|99900|"47"/);
  });

  test.each([
    ['Neuf avec étiquette', 'new'],
    ['Neuf sans étiquette', 'new'],
    ['Neu', 'new'],
    ['Nowy z metką', 'new'],
    ['New without tags', 'new'],
    ['Nuovo con cartellino', 'new'],
    ['Sehr gut', 'used'],
    ['Bardzo dobry', 'used'],
    ['Good', 'used'],
    ['Satisfaisant', 'used'],
  ])('%s is %s', (status, condition) => {
    expect(read(makeVintedPage({ status })).condition).toBe(condition);
  });

  test.each([
    'Lot baskets nike',
    '2 Paar Nike Dunk',
    'Zestaw butów nike 2 pary',
    '2 pairs of Nike',
    'Lot de 2 paires',
    'Nike Dunk 3x',
    'Pack de 2 zapatillas',
  ])('%s is several pairs', (name) => {
    expect(read(makeVintedPage({ name, jsonLd: [] })).warnings).toContain('BUNDLE');
  });

  test('a code in the description, and too many of them', () => {
    const name = 'Baskets nike';
    expect(
      read(makeVintedPage({ name, jsonLd: [], description: 'Réf: zx1234 567, très confortables' })).identity.styleCode,
    ).toMatchObject({
      canonical: 'ZX1234-567',
      source: 'title',
      confidence: 0.6,
    });
    const many = 'ZX1234-567 ZX1234-568 ZX1234-569';
    expect(read(makeVintedPage({ name, jsonLd: [], description: many })).identity.styleCode).toBeNull();
    const url = `https://www.vinted.fr/items/${ITEM_ID}-baskets-nike-zx1234-567`;
    expect(read(makeVintedPage({ name, jsonLd: [] }), url)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'slug' } },
      warnings: ['SKU_FROM_SLUG'],
    });
  });

  test('a guard’s page and other addresses', () => {
    const empty = { name: null, price: null, size: null, status: null, description: null, jsonLd: [] };
    expect(read(makeVintedPage({ ...empty, title: 'Just a moment...' }))).toMatchObject({ pageType: 'blocked' });
    expect(read(makeVintedPage(), 'https://www.vinted.fr/catalog?id=5')).toMatchObject({ pageType: 'not_product' });
  });
});
