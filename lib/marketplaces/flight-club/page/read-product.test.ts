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

const read = (html: string, url = CLUB_URL, arePricesStale = false) =>
  readFlightClubProduct(parseHTML(html).document, url, arePricesStale);

const template = nextData({ productTemplate: CLUB_TEMPLATE });

describe('the variants of product-pages.md 14.3', () => {
  test('F1: an address that ends with the style code', () => {
    const reading = read(makeClubPage());
    expect(reading).toMatchObject({
      site: 'flight-club',
      pageType: 'product',
      identity: { slug: CLUB_SLUG, styleCode: { canonical: 'ZX1234-567', source: 'slug' } },
      size: { selected: false, system: 'US' },
      price: { minor: 19_500, currency: 'USD', kind: 'lowest_ask_any', source: 'dom-row' },
      warnings: ['SKU_FROM_SLUG', 'SIZE_UNSELECTED'],
    });
    expect(reading.perSize.map(({ label, price }) => [label, price?.minor ?? null])).toEqual([
      ['9', 21_000],
      ['10', 19_500],
      ['11', null],
    ]);
  });

  test('F4: a list', () => {
    const page = makeClubPage({ name: 'Air Jordans', sizes: '' });
    for (const url of [
      'https://www.flightclub.com/air-jordans?id=34&limit=90',
      'https://www.flightclub.com/retro-collection',
    ])
      expect(read(page, url)).toMatchObject({ pageType: 'not_product', warnings: ['NOT_PRODUCT'] });
  });

  test('F5: cents in the data', () => {
    const scripts = `<script type="application/json">{"productVariants":[{"size":10,"lowestPriceCents":{"amount":19500,"currency":"CAD"}}]}</script>`;
    expect(read(makeClubPage({ sizes: '', scripts }))).toMatchObject({
      perSize: [{ label: '10', value: 10, price: { minor: 19_500, currency: 'CAD' }, inStock: true }],
      price: { minor: 19_500, currency: 'CAD', kind: 'lowest_ask_any', source: 'embedded' },
    });
  });

  test('F6: sold out', () => {
    expect(read(makeClubPage({ sizes: '' }))).toMatchObject({ price: null, availability: 'unknown' });
    expect(read(makeClubPage({ sizes: '<button>Sold out</button>' }))).toMatchObject({
      price: null,
      availability: 'sold_out',
    });
    const none = nextData({ productTemplate: { ...CLUB_TEMPLATE, productVariants: [] } });
    expect(read(makeClubPage({ sizes: '', scripts: none }))).toMatchObject({ price: null, availability: 'sold_out' });
  });
});

describe('further pages', () => {
  test('the template in the data goes before the address', () => {
    expect(read(makeClubPage({ scripts: template }))).toMatchObject({
      identity: {
        listingId: '900001',
        brand: 'Nike',
        gender: 'men',
        styleCode: { canonical: 'ZX1234-567', source: 'embedded', confidence: 1 },
      },
      size: { sex: 'M' },
      warnings: ['SIZE_UNSELECTED'],
    });
  });

  test('the six figures of an older address are the shop’s own', () => {
    expect(read(makeClubPage(), OLD_CLUB_URL)).toMatchObject({
      identity: { listingId: '806920', styleCode: null },
      warnings: ['SKU_MISSING', 'INTERNAL_SKU_IGNORED', 'SIZE_UNSELECTED'],
    });
    for (const text of ['<p>SKU: ZX1234-567</p>', '<dl><dt>Style</dt><dd>zx1234 567</dd></dl>'])
      expect(read(makeClubPage({ text }), OLD_CLUB_URL).identity.styleCode).toMatchObject({
        canonical: 'ZX1234-567',
        source: 'dom-label',
      });
  });

  test('a text that names another code than the address is said', () => {
    expect(read(makeClubPage({ text: '<p>SKU: QX4321</p>' }))).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', confidence: 0.5 } },
      warnings: ['SKU_FROM_SLUG', 'SKU_SLUG_CONFLICT', 'SIZE_UNSELECTED'],
    });
  });

  test('the hooks of the family', () => {
    const sizes = clubBar([
      { size: '9', price: '$210' },
      { size: '10.5', price: 'C$195' },
      { size: '11', price: null },
    ]);
    expect(read(makeClubPage({ sizes }), `${CLUB_URL}?size=10.5`)).toMatchObject({
      size: { raw: '10.5', value: 10.5, us: 10.5, selected: true },
      price: { minor: 19_500, currency: 'CAD', kind: 'buy_now_size' },
    });
    expect(read(makeClubPage({ sizes }), `${CLUB_URL}?size=11`)).toMatchObject({
      price: null,
      availability: 'sold_out',
    });
  });

  test.each([
    [
      'by its mark',
      clubBar([
        { size: '9', price: '$210' },
        { size: '10', price: '$195', isChosen: true },
      ]),
    ],
    [
      'by its class',
      clubButtons([
        { size: '9', price: '$210' },
        { size: '10', price: '$195', isChosen: true },
      ]),
    ],
    [
      'in a radio',
      '<fieldset><label>9 $210<input type="radio"></label><label>10 $195<input type="radio" checked></label></fieldset>',
    ],
  ])('a size that is chosen %s', (_how, sizes) => {
    expect(read(makeClubPage({ sizes }))).toMatchObject({
      size: { raw: '10', selected: true },
      price: { minor: 19_500, kind: 'buy_now_size' },
    });
  });

  test.each([
    ['an assignment', (data: string) => `<script>window.__STATE__ = ${data};</script>`],
    ['a call', (data: string) => `<script>boot(${data})</script>`],
    ['plain data', (data: string) => `<script type="application/json">${data}</script>`],
  ])('sizes in %s', (_what, wrap) => {
    const data = JSON.stringify({
      product: { ...CLUB_TEMPLATE, productVariants: [clubVariant(9, 21_000), clubVariant(10, 19_500)] },
    });
    expect(read(makeClubPage({ sizes: '', scripts: wrap(data) }))).toMatchObject({
      identity: { styleCode: { source: 'embedded' } },
      price: { minor: 19_500, source: 'embedded' },
    });
  });

  test('only new pairs in a good box, the cheapest of each size; zero is none', () => {
    const productVariants = [
      clubVariant(10, 19_500),
      clubVariant(10, 18_900),
      clubVariant(10, 9000, { shoeCondition: 'used' }),
      clubVariant(10, 8000, { boxCondition: 'no_original_box' }),
      clubVariant(11, 0),
      clubVariant(12, 100, { stockStatus: 'not_in_stock' }),
      clubVariant(13, 100, { lowestPriceCents: { amount: 100, currency: 'XXX' } }),
    ];
    const scripts = nextData({ productTemplate: { ...CLUB_TEMPLATE, productVariants } });
    expect(
      read(makeClubPage({ sizes: '', scripts })).perSize.map(({ label, price }) => [label, price?.minor ?? null]),
    ).toEqual([
      ['10', 18_900],
      ['11', null],
      ['12', null],
      ['13', null],
    ]);
  });

  test('after a navigation inside the page the data is the former product’s', () => {
    const url = 'https://www.flightclub.com/gazette-runner-core-grey-qx4321';
    const scripts = nextData({ productTemplate: { ...CLUB_TEMPLATE, productVariants: [clubVariant(10, 19_500)] } });
    const reading = read(makeClubPage({ name: 'Gazette Runner', sizes: '', scripts }), url);
    expect(reading).toMatchObject({
      identity: { listingId: null, brand: null, styleCode: { canonical: 'QX4321', source: 'slug' } },
      price: null,
      perSize: [],
      warnings: ['STALE_EMBEDDED', 'SKU_FROM_SLUG', 'PRICE_PENDING'],
    });
    const head = `<link rel="canonical" href="${CLUB_URL}">`;
    const bare = '<script type="application/json">{"productVariants":[{"size":10,"lowestPriceCents":19500}]}</script>';
    expect(read(makeClubPage({ head, sizes: '', scripts: bare }), url)).toMatchObject({ price: null, perSize: [] });
  });

  test('prices that still are the former product’s count as none', () => {
    expect(read(makeClubPage(), CLUB_URL, true)).toMatchObject({
      price: null,
      perSize: [],
      warnings: ['SKU_FROM_SLUG', 'PRICE_PENDING'],
    });
  });

  test('the structured data, for any size', () => {
    const head =
      '<script type="application/ld+json">{"@type":"Product","name":"Aero Court 1 Low \'Test Lime\'","offers":{"@type":"AggregateOffer","lowPrice":"195","priceCurrency":"USD"}}</script>';
    expect(read(makeClubPage({ head, sizes: '' })).price).toMatchObject({
      minor: 19_500,
      kind: 'lowest_ask_any',
      source: 'json-ld',
    });
  });

  test('a single size in a list without hooks', () => {
    const sizes = '<ul><li><span>US 10</span><span>$195</span></li></ul>';
    expect(read(makeClubPage({ sizes })).perSize).toMatchObject([
      { label: 'US 10', value: 10, price: { minor: 19_500 } },
    ]);
  });

  test('women’s and children’s', () => {
    const url = 'https://www.flightclub.com/wmns-aero-court-1-low-zx1234-568';
    expect(read(makeClubPage({ name: 'Wmns Aero Court 1 Low' }), url).perSize[0]).toMatchObject({ sex: 'W', value: 9 });
    const sizes = clubButtons([
      { size: '5Y', price: '$95' },
      { size: '6Y', price: '$99' },
    ]);
    expect(read(makeClubPage({ sizes })).perSize[0]).toMatchObject({ label: '5Y', sex: 'Y', value: 5 });
  });

  test('other products, figures in a text and a guard’s page', () => {
    const text = '<p>9 colors</p><li>2 for $50 today</li><div>8 $60</div>';
    expect(read(makeClubPage({ sizes: '', text }))).toMatchObject({ price: null, perSize: [] });
    const blocked = { name: null, sizes: '', title: 'Access to this page has been denied' };
    expect(read(makeClubPage(blocked))).toMatchObject({ pageType: 'blocked', warnings: ['BLOCKED'] });
  });
});
