import fc from 'fast-check';
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
  stockxHero,
  URL_A,
  URL_B,
  UUID_A,
} from '@/tests/fixtures/pages/stockx/make-page';
import { letterRows, womensRows } from '@/tests/fixtures/pages/stockx/make-product';
import { readStockxProduct } from './read-product';
import { stockxReader } from './reader';

const read = (html: string, url = URL_A) => readStockxProduct(parseHTML(html).document, url);
const priced = (price: string, url = URL_A, over = {}) =>
  read(makeStockxPage({ hero: { ...HERO_A, price }, ...over }), url);

describe('money as the page writes it', () => {
  test.each([
    ['$1,234', 123_400, 'USD'],
    ['US$1,234.50', 123_450, 'USD'],
    ['€ 1.234', 123_400, 'EUR'],
    ['1.234 €', 123_400, 'EUR'],
    ['1\u202f234\u00a0€', 123_400, 'EUR'],
    ['A$259', 25_900, 'AUD'],
    ['HK$1,890', 189_000, 'HKD'],
    ['MX$3,450', 345_000, 'MXN'],
    ['JP¥23,000', 23_000, 'JPY'],
    ['₩210,000', 210_000, 'KRW'],
    ['GB£142', 14_200, 'GBP'],
    ['CHF 199', 19_900, 'CHF'],
    ['Buy now for $189', 18_900, 'USD'],
  ])('%s', (text, minor, currency) => {
    expect(priced(text)).toMatchObject({ price: { minor, currency, kind: 'buy_now_size' }, warnings: [] });
  });

  test.each(['--', '$--', 'CA$--', '€ –', '— €'])('%s: nobody sells it', (text) => {
    expect(priced(text)).toMatchObject({ price: null, availability: 'sold_out', warnings: ['SOLD_OUT'] });
  });

  test.each(['189', '$0', 'Make an offer', '$12.345.6', '$'.repeat(500)])('%s is no price', (text) => {
    expect(priced(text)).toMatchObject({ price: null, availability: 'unknown', warnings: ['PRICE_MISSING'] });
  });

  test('a sign of several currencies: what the page counts in, else none is claimed', () => {
    const url = `https://stockx.com/en-ca/${SLUG_A}`;
    expect(priced('$259', url)).toMatchObject({
      price: { minor: 25_900, currency: null },
      warnings: ['CURRENCY_AMBIGUOUS'],
    });
    expect(priced('$259', url, { path: 'states', currency: 'CAD' }).price).toMatchObject({ currency: 'CAD' });
    expect(priced('¥23,000')).toMatchObject({ price: null, warnings: ['PRICE_MISSING', 'CURRENCY_AMBIGUOUS'] });
    expect(priced('￥23,000', URL_A, { path: 'states', currency: 'JPY' }).price).toMatchObject({ minor: 23_000 });
    expect(priced('1 890 kr').price).toMatchObject({ minor: 189_000, currency: null });
  });
});

describe('sizes', () => {
  const sized = (size: string, over = {}) => read(makeStockxPage({ hero: { ...HERO_A, size }, ...over })).size;

  test.each([
    ['Size: EU 44', 'EU', 44, 10],
    ['Size: UK 9', 'UK', 9, 10],
    ['Size: CM 24 (US M 6)', 'JP', 24, 6],
    ['Größe: EU 38,5', 'EU', 38.5, 6],
    ['Taille : US M 10.5', 'US', 10.5, 10.5],
    ['サイズ：US M 11', 'US', 11, 11],
    ['Size: 10', 'US', 10, 10],
    ['SizeUS M 9', 'US', 9, 9],
    ['Size: UK 6', 'UK', 6, null],
    ['Size: US W 8.5', 'US', 8.5, 7],
  ])('%s', (text, system, value, us) => {
    expect(sized(text)).toMatchObject({ system, value, us, selected: true });
  });

  test('without the page’s own table nothing is converted', () => {
    expect(sized('Size: UK 9', { path: 'none' })).toMatchObject({ system: 'UK', value: 9, us: null });
    expect(sized('Size: US W 8.5')).toMatchObject({ us: 7 });
    expect(sized('Size: CM 24 (US M 6)', { path: 'none' })).toMatchObject({ us: 6 });
  });

  test('women’s pairs keep women’s numbers', () => {
    const product = { ...PRODUCT_A, gender: 'women', variants: womensRows() };
    expect(sized('Size: US W 8.5', { product })).toMatchObject({ sex: 'W', value: 8.5, us: 8.5 });
    expect(sized('Size: EU 40', { product })).toMatchObject({ sex: 'W', value: 40, us: 8.5 });
    expect(sized('Size: 9.5W', { product })).toMatchObject({ sex: 'W', value: 9.5, us: 9.5 });
  });

  test('children’s pairs', () => {
    const product = { ...PRODUCT_A, gender: 'child', title: 'Aero Court 1 (GS)', variants: [] };
    expect(sized('Size: US 5.5Y', { product })).toMatchObject({ system: 'US', sex: 'Y', value: 5.5, us: 5.5 });
  });

  test('clothes have letters and no number', () => {
    const product = { ...PRODUCT_A, variants: letterRows() };
    expect(sized('Size: US M', { product })).toMatchObject({ raw: 'US M', value: null, us: null, selected: true });
    expect(sized('Size: XS', { product })).toMatchObject({ raw: 'XS', value: null, selected: true });
  });

  test('a button without the known id is found by its word', () => {
    const html = makeStockxPage().replace('id="menu-button-pdp-size-selector"', 'class="css-1a2b3c"');
    expect(read(html, `https://stockx.com/${SLUG_A}`).size).toMatchObject({ value: 10, selected: true });
  });

  test('without any button the address says which', () => {
    const page = makeStockxPage({ hero: { ...HERO_A, size: null } });
    expect(read(page)).toMatchObject({ size: { raw: '10', us: 10, selected: true }, report: { size: 'slug' } });
    expect(read(page, `https://stockx.com/${SLUG_A}`)).toMatchObject({ warnings: ['SIZE_UNSELECTED'] });
  });

  test('the open list: every size with its price, none for "$--", other lists left out', () => {
    const sizes = [
      ['All', '$141'],
      ['US M 9', '$175'],
      ['UK 6 (EU 40)', '$--'],
      ['US M 9', '$1'],
      ['USD', '$5'],
    ] as const;
    const reading = read(makeStockxPage({ hero: { ...HERO_A, size: 'Size: All', price: null, sizes } }));
    expect(reading.perSize).toEqual([
      { label: 'US M 9', sex: 'M', value: 9, price: { minor: 17_500, currency: 'USD' }, inStock: true },
      { label: 'UK 6 (EU 40)', sex: 'M', value: 7, price: null, inStock: false },
    ]);
    expect(reading.price).toMatchObject({ minor: 17_500, kind: 'lowest_ask_any', source: 'dom-row' });
  });
});

describe('other products on the page', () => {
  test('their heads in a carousel before the page’s own change nothing', () => {
    const other = `<div data-testid="recommended-carousel">${stockxHero({ ...HERO_B, price: '$55' })}</div>`;
    const html = makeStockxPage().replace('<main>', `${other}<main>`);
    expect(read(html)).toMatchObject({ price: { minor: 18_900 }, size: { value: 10 } });
    const pending = makeStockxPage({ hero: { ...HERO_A, price: null } }).replace('</main>', `</main>${other}`);
    expect(read(pending)).toMatchObject({ price: null, warnings: ['PRICE_PENDING'] });
  });

  test('an amount outside of the page’s own head is not taken', () => {
    const more = '<aside><h2 data-testid="trade-box-buy-amount">$55</h2></aside>';
    expect(read(makeStockxPage({ hero: { ...HERO_A, price: null }, more })).price).toBeNull();
  });

  test('data that only mentions the product is less than data about another', () => {
    const mention = { urlKey: SLUG_B, styleId: 'AB1111-222', title: 'Gazette' };
    expect(read(makeStockxPage({ related: [mention], hero: HERO_B }), URL_B)).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321', source: 'dom-label' } },
      warnings: ['STALE_EMBEDDED'],
    });
  });

  test('a description of another shoe says nothing about this one', () => {
    const jsonld = [{ ...JSONLD_A, url: `https://stockx.com/${SLUG_B}`, brand: { name: 'Other' } }];
    expect(read(makeStockxPage({ path: 'none', jsonld })).identity).toMatchObject({ uuid: null, gtins: [] });
  });

  test('a code in the address that is another: said, and trusted less', () => {
    const urlKey = 'aero-court-dd1391-100';
    expect(read(makeStockxPage({ product: { ...PRODUCT_A, urlKey } }), `https://stockx.com/${urlKey}`)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', confidence: 0.7 } },
      warnings: ['SKU_SLUG_CONFLICT'],
    });
  });
});

describe('pages nobody would make on purpose', () => {
  test.each([
    ['capitals in the data and the address', { product: { ...PRODUCT_A, urlKey: SLUG_A.toUpperCase() } }],
    ['a description in every shape', { jsonld: [[{ '@graph': [{ ...JSONLD_A, '@type': ['Thing', 'Product'] }] }]] }],
    ['nothing of the head’s tags', { title: '', jsonld: [] }],
    [
      'more data than anybody needs',
      { related: Array.from({ length: 30_000 }, (_one, nth) => ({ a: { b: `${nth}`.repeat(15) } })) },
    ],
  ])('%s', (_what, over) => {
    expect(read(makeStockxPage(over), URL_A.replace('nike', 'NIKE').replace('?', '/?'))).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded' } },
      price: { minor: 18_900 },
    });
  });

  test('data of 4 MB', () => {
    const related = Array.from({ length: 2200 }, (_one, nth) => ({
      ...PRODUCT_A,
      urlKey: `other-${nth}`,
      styleId: '',
    }));
    const html = makeStockxPage({ related });
    expect(html.length).toBeGreaterThan(4_000_000);
    expect(read(html)).toMatchObject({ identity: { styleCode: { source: 'embedded' } } });
  });

  test.each(['{"props":{', '[1,2', 'null', '['.repeat(50_000), `{"__proto__":{"urlKey":"${SLUG_A}","polluted":1}}`])(
    'data that is none: %#',
    (data) => {
      const html = makeStockxPage({ path: 'none', jsonld: [] }).replace(
        '</body>',
        `<script id="__NEXT_DATA__" type="application/json">${data}</script></body>`,
      );
      expect(read(html)).toMatchObject({
        pageType: 'product',
        identity: { styleCode: null },
        price: { minor: 18_900 },
      });
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  test('whatever stands in it, a reading is small and has no amount the head does not show', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('$189', '--', 'Size: US M 10', '€1.234', 'All', '\u202e$1'),
    );
    const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), texts);
    fc.assert(
      fc.property(texts, texts, values, values, values, (size, price, styleId, variants, traits) => {
        const hero = { ...HERO_A, size, price };
        const product = { ...PRODUCT_A, styleId, variants, traits } as unknown as typeof PRODUCT_A;
        const { document } = parseHTML(makeStockxPage({ product, hero }));
        const reading = readStockxProduct(document, URL_A);
        expect(JSON.stringify(reading).length).toBeLessThan(10_000);
        if (reading.price !== null) expect(price).toMatch(/\d/);
        expect(readStockxProduct(document, URL_A)).toEqual(reading);
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

test('what the card sees of a page: its name, and the market’s figures without the size, which changes before they do', () => {
  const see = (size: string, price: string, sell = '') => {
    const html = makeStockxPage({ hero: { ...HERO_A, size, price } });
    const amount = `<span data-testid="trade-box-sell-amount">${sell}</span><button id="buy">`;
    return stockxReader.see(parseHTML(html.replace('<button id="buy">', amount)).document);
  };
  expect(see('Size: US M 10', '$189').title).toBe('Aero Court 1 Low Test Lime');
  expect(see('Size: US M 10', '$189')).toEqual(see('Size: US M 9', '$189'));
  expect(see('Size: US M 10', '$189').prices).not.toBe(see('Size: US M 10', '$190').prices);
  expect(see('Size: US M 10', '$189', '$150').prices).not.toBe(see('Size: US M 10', '$189', '$151').prices);
  expect(stockxReader.see(parseHTML(makeStockxPage({ hero: null })).document)).toEqual({ title: null, prices: null });
  const { document } = parseHTML(makeStockxPage());
  expect([SLUG_A, SLUG_B].map((slug) => stockxReader.wasLoadedFor(document, slug))).toEqual([true, false]);
});

test('a former product’s price takes its size and its list along', () => {
  const hero = { ...HERO_A, sizes: [['US M 9', '$175']] as const };
  const { document } = parseHTML(makeStockxPage({ hero }));
  const stale = readStockxProduct(document, `https://stockx.com/${SLUG_A}`, true);
  expect(stale).toMatchObject({ size: { selected: false }, price: null, perSize: [], warnings: ['PRICE_PENDING'] });
});

test('while the head still shows the product the page was loaded for, nothing of it is told', () => {
  const reading = read(makeStockxPage({ hero: { ...HERO_A, traits: [['Style', 'ZX1234-567']] } }), URL_B);
  expect(reading).toMatchObject({
    identity: { title: null, styleCode: null, uuid: null, brand: 'adidas' },
    size: { selected: false },
    price: null,
    perSize: [],
    warnings: ['STALE_EMBEDDED', 'SKU_MISSING', 'PRICE_PENDING'],
  });
  expect(JSON.stringify(reading)).not.toMatch(/Lime|ZX1234|18900/);
});

test('a description with neither address nor name came with the page’s data', () => {
  const { url: _url, name: _name, ...bare } = JSONLD_A;
  const { id: _id, ...product } = PRODUCT_A;
  const page = { jsonld: [bare], product } as unknown as Parameters<typeof makeStockxPage>[0];
  expect(read(makeStockxPage(page)).identity).toMatchObject({ uuid: UUID_A });
  expect(read(makeStockxPage({ ...page, hero: HERO_B }), URL_B).identity).toMatchObject({ uuid: null, gtins: [] });
});

test('a page whose head has lost its frame, title and all', () => {
  const html = makeStockxPage()
    .replaceAll('data-testid="pdp-hero"', 'class="css-1"')
    .replaceAll('data-testid="pdp-hero-buysell"', 'class="css-2"');
  expect(read(html)).toMatchObject({ size: { value: 10 }, price: { minor: 18_900 }, warnings: [] });
  const nameless = makeStockxPage({ path: 'none' }).replaceAll('data-component="primary-product-title"', '');
  expect(read(nameless).identity.title).toBe('Aero Court 1 Low Test Lime');
});
