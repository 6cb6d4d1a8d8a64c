import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  CLUB_SLUG,
  CLUB_TEMPLATE,
  CLUB_URL,
  clubBar,
  clubButtons,
  clubVariant,
  makeClubPage,
  nextData,
  OLD_CLUB_URL,
} from '@/tests/fixtures/pages/flight-club/make-page';
import { readFlightClubProduct } from './read-product';

const B_URL = 'https://www.flightclub.com/gazette-runner-core-grey-qx4321';
const read = (html: string, url = CLUB_URL) => readFlightClubProduct(parseHTML(html).document, url);
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const offer = (lowPrice: string, over = {}) => ({
  '@type': 'Product',
  name: 'Aero',
  offers: { '@type': 'AggregateOffer', lowPrice, highPrice: '300', priceCurrency: 'USD' },
  ...over,
});

describe('pages that show something else', () => {
  const tile = '<a data-qa="ProductItemsUrl" href="/air-max-90-ab1234-100">Air Max 90 $99</a>';
  const ofTile = { ...offer('99'), url: 'https://www.flightclub.com/air-max-90-ab1234-100' };

  test.each([
    ['a list that is described', '/air-max', tile + script({ '@type': 'ItemList', itemListElement: [ofTile] })],
    ['a list that names a code', '/dunks', '<main><h1>Dunks</h1><p>Our favourite style DD1391-100</p></main>'],
    ['filters by size', '/yeezys', '<main><h1>Yeezys</h1><ul><li>8 $11</li><li>9 $12</li></ul></main>'],
    ['no such page', `/${CLUB_SLUG}`, '<main><h1>Page not found</h1></main>'],
    ['the front page', '/', tile],
    ['a wall', '/login', '<h1>Log in</h1>'],
  ])('%s', (_what, path, body) => {
    const reading = read(bare('Flight Club', body), `https://www.flightclub.com${path}`);
    expect(reading).toMatchObject({ pageType: 'not_product', price: null, identity: { styleCode: null } });
  });

  test.each([
    ['Access denied', '<h1>Access denied</h1>'],
    ['flightclub.com', '<h1>Before we continue...</h1><div id="px-captcha"></div>'],
    ['Sign In', '<h1>Sign in</h1>'],
  ])('a guard on a product’s address: %s', (title, body) => {
    expect(read(bare(title, body))).toMatchObject({ pageType: 'blocked', identity: { styleCode: null } });
  });

  test('a question laid over a page that is there', () => {
    expect(read(makeClubPage({ text: '<div id="px-captcha"></div>' })).pageType).toBe('product');
    expect(read(makeClubPage({ sizes: '', text: '<div id="px-captcha"></div>' })).pageType).toBe('product');
  });
});

describe('whose words they are', () => {
  test.each([
    '<section class="related"><p>Style: AB1234-100</p></section>',
    '<a href="/other-ab1234-100"><p>SKU: AB1234-100</p></a>',
    '<div class="RecentlyViewed"><p>SKU: AB1234-100</p></div>',
  ])('another shoe’s style code: %s', (text) => {
    expect(read(makeClubPage({ text }), OLD_CLUB_URL).identity.styleCode).toBeNull();
    const both = read(makeClubPage({ text: `${text}<p>SKU: ZX1234-567</p>` }), OLD_CLUB_URL);
    expect(both.identity.styleCode).toMatchObject({ canonical: 'ZX1234-567', source: 'dom-label' });
  });

  test('two codes behind one label', () => {
    const { identity, warnings } = read(makeClubPage({ text: '<p>SKU: ZX1234-567 / AB1234-100</p>' }), OLD_CLUB_URL);
    expect(identity.styleCode?.all).toEqual(['ZX1234-567', 'AB1234-100']);
    expect(warnings).toContain('SKU_MULTI');
  });

  test.each([
    [
      'beside the former product',
      nextData({ productTemplate: CLUB_TEMPLATE, productVariants: [clubVariant(10, 19_500)] }),
    ],
    [
      'in a script of its own',
      `${nextData({ productTemplate: CLUB_TEMPLATE })}<script>window.v=${JSON.stringify({ productVariants: [clubVariant(10, 19_500)] })}</script>`,
    ],
    [
      'before the one that names the product',
      `<script>window.v=${JSON.stringify({ productVariants: [clubVariant(10, 19_500)] })}</script>${nextData({ productTemplate: CLUB_TEMPLATE })}`,
    ],
  ])('sizes of the former product: %s', (_what, scripts) => {
    expect(read(makeClubPage({ name: 'Gazette Runner', sizes: '', scripts }), B_URL)).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321', source: 'slug' }, brand: null },
      price: null,
      perSize: [],
      report: { layers: { embedded: 'stale' } },
    });
  });

  test.each([
    { slug: 'other-ab1234-100', sku: 'AB1234 100', productVariants: [clubVariant(10, 1100)] },
    { name: 'Other', productVariants: [clubVariant(10, 1100)] },
  ])('sizes of shoes like this one: %#', (other) => {
    const scripts = nextData({ productTemplate: CLUB_TEMPLATE, related: [other] });
    expect(read(makeClubPage({ sizes: '', scripts }))).toMatchObject({ price: null, perSize: [] });
  });

  test.each([
    ['its own address', { url: CLUB_URL }, 17_500],
    ['its address in another language', { url: `https://www.flightclub.com/fr-fr/${CLUB_SLUG}/?ref=x` }, 17_500],
    ['an address that only begins so', { url: `${CLUB_URL}-gs` }, null],
    ['no address and its name', { name: "Aero Court 1 Low 'Test Lime'" }, 17_500],
    ['no address and another name', {}, null],
  ])('a description with %s', (_what, over, minor) => {
    const head = script({ '@graph': [[offer('175.00', over)]] });
    expect(read(makeClubPage({ sizes: '', head })).price?.minor ?? null).toBe(minor);
  });
});

describe('sizes and prices of other views', () => {
  const S = (size: string, price: string) => clubButtons([{ size, price }]);

  test.each([
    [S('9', '€ 1.299,00'), 9, 129_900, 'EUR'],
    [S('9', '195,00 €'), 9, 19_500, 'EUR'],
    [S('9', 'CA$259'), 9, 25_900, 'CAD'],
    [S('9', 'JP¥24,300'), 9, 24_300, 'JPY'],
    [S('US 9.5 / EU 43', '$180'), 9.5, 18_000, 'USD'],
    [S('M 9 / W 10.5', '$180'), 9, 18_000, 'USD'],
    [S('9M/10.5W', '$180'), 9, 18_000, 'USD'],
    ['<button><span>9</span><s>$220</s><span>$189</span></button>', 9, 18_900, 'USD'],
    [clubBar([{ size: '9', price: '<s>$220</s> $189' }]), 9, 18_900, 'USD'],
  ])('%s', (sizes, value, minor, currency) => {
    expect(read(makeClubPage({ sizes })).perSize).toMatchObject([{ value, price: { minor, currency }, inStock: true }]);
  });

  test.each([
    S('9', '$180 - $220'),
    S('9', '¥24,300'),
    S('9', '195'),
    clubBar([{ size: '9', price: '$180 - $220' }]),
    '<ul><li>1 $195.00</li><li>2 $390.00</li></ul>',
    '<div class="MiniCart"><ul><li>9 $195.00</li></ul></div>',
  ])('nothing is told, and nothing is sold out: %s', (sizes) => {
    expect(read(makeClubPage({ sizes }))).toMatchObject({ price: null, perSize: [], availability: 'unknown' });
  });

  test('toddlers’, children’s and women’s', () => {
    const of = (name: string, size: string) =>
      read(makeClubPage({ name, sizes: S(size, '$80') }), `${CLUB_URL}?size=${size}`).size;
    expect(of('Aero (TD)', '5C')).toMatchObject({ sex: 'C', value: 5, us: 5 });
    expect(of('Aero GS', '5.5Y')).toMatchObject({ sex: 'Y', value: 5.5, us: 5.5 });
    expect(of('Wmns Aero', '9.5')).toMatchObject({ sex: 'W', value: 9.5, us: 9.5 });
  });
});

test.each([
  ['streamed', (data: string) => `<script>self.__next_f.push([1,${JSON.stringify(`5:${data}\n`)}])</script>`],
  ['minified behind an assignment', (data: string) => `<script>var a=1;window.__S__=${data};b()</script>`],
  ['escaped', (data: string) => `<script type="application/json">${data.replaceAll('"', '&quot;')}</script>`],
])('data %s', (_what, wrapped) => {
  const data = JSON.stringify({ p: { ...CLUB_TEMPLATE, productVariants: [clubVariant(10, 19_500)] } });
  expect(read(makeClubPage({ sizes: '', scripts: wrapped(data) }))).toMatchObject({
    identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded' } },
    perSize: [{ label: '10', price: { minor: 19_500 } }],
  });
});
