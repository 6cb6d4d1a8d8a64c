import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  HERO_A,
  HERO_B,
  JSONLD_A,
  makeStockxPage,
  PRODUCT_A,
  SLUG_A,
  SLUG_B,
  URL_A,
  URL_B,
  UUID_A,
} from '@/tests/fixtures/pages/stockx/make-page';
import { readStockxProduct } from './read-product';

const read = (html: string, url = URL_A) => readStockxProduct(parseHTML(html).document, url);

/** The lowest of all sizes, another shoe's and the retail price: never the price of the chosen size. */
const NO_PRICES = [14_100, 7700, 12_000];

const IDENTITY_A = {
  slug: SLUG_A,
  uuid: UUID_A,
  styleCode: { canonical: 'ZX1234-567', raw: 'ZX1234-567', all: ['ZX1234-567'], source: 'embedded', confidence: 1 },
  brand: 'Nike',
  title: 'Aero Court 1 Low Test Lime',
  gender: 'men',
};

const S1 = {
  site: 'stockx',
  pageType: 'product',
  identity: IDENTITY_A,
  size: { raw: 'US M 10', system: 'US', sex: 'M', value: 10, us: 10, selected: true },
  price: { minor: 18_900, currency: 'USD', kind: 'buy_now_size', source: 'dom-hero' },
  availability: 'in_stock',
  condition: 'new',
  warnings: [],
};

describe('the variants of product-pages.md 14.1', () => {
  test('S1: an ordinary page', () => {
    const reading = read(makeStockxPage());
    expect(reading).toMatchObject(S1);
    expect(reading.identity.gtins.slice(0, 2)).toEqual(['190000000105', '190000000100']);
    expect(reading.identity.gtins).toContain('0190000000015');
    expect(reading.report).toEqual({
      styleCode: 'embedded',
      size: 'dom-hero',
      price: 'dom-hero',
      layers: {
        embedded: 'found',
        'dom-hero': 'found',
        'dom-label': 'absent',
        'dom-row': 'absent',
        meta: 'found',
        'json-ld': 'found',
      },
    });
    for (const wrong of NO_PRICES) expect(JSON.stringify(reading)).not.toContain(`${wrong}`);
  });

  test('S2: the other path, and no product among the descriptions', () => {
    const jsonld = [{ '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: 'Sneakers' }] }];
    expect(read(makeStockxPage({ path: 'states', currency: 'USD', jsonld }))).toMatchObject(S1);
  });

  test('S3: the price is still to come, and nothing takes its place', () => {
    const reading = read(makeStockxPage({ hero: { ...HERO_A, price: null } }));
    expect(reading).toMatchObject({
      identity: IDENTITY_A,
      price: null,
      availability: 'unknown',
      warnings: ['PRICE_PENDING'],
    });
    expect(read(makeStockxPage({ hero: { ...HERO_A, price: ' ' } })).warnings).toEqual(['PRICE_PENDING']);
  });

  test('S4: nobody sells the chosen size', () => {
    const hero = { ...HERO_A, size: 'Size: US M 16', price: '--' };
    const expected = { size: { value: 16 }, price: null, availability: 'sold_out', warnings: ['SOLD_OUT'] };
    expect(read(makeStockxPage({ hero }))).toMatchObject(expected);
    expect(read(makeStockxPage({ hero: { ...hero, price: '$--' } }))).toMatchObject(expected);
  });

  test.each(['Size: All', 'Größe: Alle', 'サイズ：すべて', 'Taille : Toutes', 'Size: Select'])('S5: %s', (size) => {
    expect(read(makeStockxPage({ hero: { ...HERO_A, size, price: '$141' } }))).toMatchObject({
      size: { selected: false, value: null },
      price: { minor: 14_100, kind: 'lowest_ask_any' },
      warnings: ['SIZE_UNSELECTED'],
    });
  });

  test('S7: a label that fits two rows but for its hint is that row of the page’s own table', () => {
    const page = makeStockxPage({ hero: { ...HERO_A, size: 'Size: UK 6 (EU 40)', price: '£142' } });
    expect(read(page, `https://stockx.com/en-gb/${SLUG_A}`)).toMatchObject({
      size: { raw: 'UK 6 (EU 40)', system: 'UK', value: 6, us: 7, sex: 'M' },
      price: { minor: 14_200, currency: 'GBP' },
    });
  });

  test('S9: Canadian dollars on an English page', () => {
    const page = makeStockxPage({ currency: 'CAD', path: 'states', hero: { ...HERO_A, price: 'CA$259' } });
    expect(read(page).price).toMatchObject({ minor: 25_900, currency: 'CAD' });
    const bare = makeStockxPage({ currency: 'CAD', path: 'states', hero: { ...HERO_A, price: '$259' } });
    expect(read(bare).price).toMatchObject({ minor: 25_900, currency: 'CAD' });
  });

  test('S12: no style code anywhere', () => {
    const page = makeStockxPage({ product: { ...PRODUCT_A, styleId: '', traits: [] } });
    const reading = read(page);
    expect(reading).toMatchObject({ identity: { styleCode: null, slug: SLUG_A }, warnings: ['SKU_MISSING'] });
    expect(reading.identity.gtins).toContain('190000000100');
  });

  test('S14: a set of two garments gets no figure; a re-issue does', () => {
    const set = { styleId: 'FZ7921-473/FZ8002-473', title: 'Tech Hoodie & Joggers Set' };
    const product = { ...PRODUCT_A, ...set, primaryTitle: null, secondaryTitle: null };
    const reading = read(makeStockxPage({ product }));
    expect(reading.identity.styleCode?.all).toEqual(['FZ7921-473', 'FZ8002-473']);
    expect(reading.warnings).toEqual(['SKU_MULTI', 'BUNDLE']);
    const again = { ...PRODUCT_A, styleId: '315122-111/CW2288-111' };
    expect(read(makeStockxPage({ product: again })).warnings).toEqual(['SKU_MULTI']);
    const twice = { ...PRODUCT_A, styleId: 'DD1391-100/DD1391 100' };
    expect(read(makeStockxPage({ product: twice }))).toMatchObject({
      identity: { styleCode: { all: ['DD1391-100'] } },
      warnings: [],
    });
  });

  test('S16: after a navigation inside the page only what is drawn counts', () => {
    const stale = { hero: HERO_B, head: `<link rel="canonical" href="https://stockx.com/${SLUG_A}">` };
    const reading = read(makeStockxPage(stale), URL_B);
    expect(reading).toMatchObject({
      identity: {
        slug: SLUG_B,
        uuid: null,
        gtins: [],
        styleCode: { canonical: 'QX4321', source: 'dom-label' },
        title: 'Gazette Runner Core Grey',
        brand: 'adidas',
      },
      size: { system: 'US', value: 9, us: 9 },
      price: { minor: 9800, currency: 'USD' },
      warnings: ['STALE_EMBEDDED'],
      report: { layers: { embedded: 'stale', meta: 'stale' } },
    });
    const early = read(makeStockxPage({ ...stale, hero: { ...HERO_B, traits: [['Style', 'ZX1234-567']] } }), URL_B);
    expect(early).toMatchObject({ identity: { styleCode: null }, warnings: ['STALE_EMBEDDED', 'SKU_MISSING'] });
  });

  test('S18: a list of products in one segment', () => {
    const page = makeStockxPage({ hero: null, product: null, jsonld: [] });
    expect(read(page, 'https://stockx.com/retro-jordans')).toMatchObject({
      pageType: 'not_product',
      price: null,
      warnings: ['NOT_PRODUCT'],
    });
  });

  test('S20: the flow of buying', () => {
    expect(read(makeStockxPage(), `https://stockx.com/buy/${SLUG_A}?size=10`)).toMatchObject({
      pageType: 'not_product',
      identity: { slug: SLUG_A },
      price: null,
    });
  });

  test('a guard’s page', () => {
    const page = makeStockxPage({ hero: null, path: 'none', jsonld: [], title: 'Access to this page has been denied' });
    expect(read(page)).toMatchObject({ pageType: 'blocked', warnings: ['BLOCKED'] });
    expect(read(makeStockxPage({ title: 'Just a Moment' }))).toMatchObject({ pageType: 'product' });
  });
});

describe('each layer alone', () => {
  test.each(['dehydrated', 'deep', 'assigned', 'flight'] as const)('data at another place: %s', (path) => {
    expect(read(makeStockxPage({ path }))).toMatchObject(S1);
  });

  test('the row "Style", in whichever language', () => {
    for (const label of ['Style', 'Stil', 'Numéro de modèle']) {
      const traits = [
        [label, 'ZX1234\u2011567'],
        ['Colorway', 'LIME/WHITE'],
        ['Release Date', '2026-03-10'],
      ] as const;
      const page = makeStockxPage({ path: 'none', jsonld: [], hero: { ...HERO_A, traits } });
      expect(read(page).identity.styleCode).toMatchObject({ canonical: 'ZX1234-567', source: 'dom-label' });
    }
  });

  test.each([
    ['<meta name="keywords" content="nike, style zx1234-567, colorway lime/white">'],
    ['<meta name="description" content="Buy and sell authentic Nike shoes ZX1234-567 on the market.">'],
  ])('the head’s tags: %s', (head) => {
    const page = makeStockxPage({ path: 'none', jsonld: [], head });
    expect(read(page)).toMatchObject({ identity: { styleCode: { canonical: 'ZX1234-567', source: 'meta' } } });
  });

  test('the title in the head', () => {
    const title = "Aero Court 1 Low Test Lime Men's - ZX1234-567 - US";
    const page = makeStockxPage({ path: 'none', jsonld: [], title });
    expect(read(page).identity.styleCode).toMatchObject({ canonical: 'ZX1234-567', source: 'meta' });
  });

  test('the description for search engines gives its id and bar code, and never a style code', () => {
    const { identity, price } = read(makeStockxPage({ path: 'none', hero: { ...HERO_A, price: null } }));
    expect(identity).toMatchObject({ uuid: UUID_A, gtins: ['0190000000015'], styleCode: null, brand: 'Nike' });
    expect(price).toBeNull();
    const lying = { ...JSONLD_A, sku: 'AB1111-222', mpn: 'AB1111-222' };
    expect(read(makeStockxPage({ path: 'none', jsonld: [lying] })).identity.styleCode).toBeNull();
  });

  test('data without a head that is known: who it is, and a price still to come', () => {
    expect(read(makeStockxPage({ hero: null }))).toMatchObject({
      pageType: 'product',
      identity: IDENTITY_A,
      size: { value: 10 },
      price: null,
      warnings: ['PRICE_PENDING'],
    });
  });

  test('a broken description beside a sound one is said', () => {
    expect(read(makeStockxPage({ jsonld: ['{"@type":"Product",}', JSONLD_A] }))).toMatchObject({
      ...S1,
      warnings: ['JSONLD_INVALID'],
    });
  });
});
