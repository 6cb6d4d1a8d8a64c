import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  BAR_A,
  gridCell,
  makeGoatPage,
  SHOE_A,
  SHOE_A_URL,
  SHOE_B,
  SHOE_B_URL,
} from '@/tests/fixtures/pages/goat/make-page';
import { readGoatProduct } from './read-product';

const read = (html: string, url = SHOE_A_URL) => readGoatProduct(parseHTML(html).document, url);

const EMBEDDED = { canonical: 'ZX1234-567', source: 'embedded', confidence: 1 };

describe('pages of the same kind that nobody listed', () => {
  const others = Array.from({ length: 900 }, (_one, nth) => ({ ...SHOE_B, slug: `s-${nth}` }));

  test.each([
    ['the product under another name', { product: SHOE_A }],
    ['a map of all there is', { apolloState: { 'ProductTemplate:900001': SHOE_A, x: [null] } }],
    ['deep below', { a: { b: [{ c: { d: { e: { f: SHOE_A } } } }] } }],
    ['behind many others', { others, z: [{ own: SHOE_A }] }],
  ])('data at another place: %s', (_what, pageProps) => {
    const template = JSON.stringify({ props: { pageProps } });
    expect(read(makeGoatPage({ template })).identity.styleCode).toMatchObject(EMBEDDED);
  });

  test.each([
    ['capitals', SHOE_A_URL.replace('aero-court', 'Aero-Court')],
    ['a slash at the end', `${SHOE_A_URL}/`],
    ['a place in the page', `${SHOE_A_URL}#reviews`],
    ['another language', SHOE_A_URL.replace('/sneakers', '/en-GB/sneakers')],
    ['what advertisements add', `${SHOE_A_URL}?utm_source=x&size=`],
  ])('an address with %s', (_what, url) => {
    expect(read(makeGoatPage(), url)).toMatchObject({
      identity: { slug: SHOE_A.slug, styleCode: EMBEDDED },
      price: { minor: 17_500 },
    });
  });

  test.each(['ZX1234\u2011567', 'ZX1234\u00a0567', 'zx1234_567', ' ZX1234567 '])('a code written as %j', (sku) => {
    expect(read(makeGoatPage({ template: { ...SHOE_A, sku } })).identity.styleCode).toMatchObject(EMBEDDED);
  });

  test('cells of other products before and after, with the same hooks', () => {
    const cell = gridCell('Other', [{ size: '10', price: '$55' }]);
    const html = makeGoatPage({ more: cell }).replace('<main>', `<main>${cell}`);
    expect(read(html, `${SHOE_A_URL}?size=10`)).toMatchObject({
      identity: { title: SHOE_A.name },
      price: { minor: 18_900 },
    });
  });

  test('data about another product only, the same way as before and after a navigation', () => {
    const page = makeGoatPage({ template: SHOE_A, name: SHOE_B.name, bar: null });
    expect(read(page, SHOE_B_URL)).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321', source: 'slug' }, listingId: null },
      warnings: ['STALE_EMBEDDED', 'SKU_FROM_SLUG', 'PRICE_PENDING'],
      report: { styleCode: 'slug', price: null, layers: { embedded: 'stale', slug: 'found', 'dom-row': 'absent' } },
    });
  });

  test('children’s pairs, and a women’s number on a men’s shoe', () => {
    const template = { ...SHOE_A, singleGender: 'youth', gender: ['youth'] };
    const bar = [
      { size: '4', price: '$80' },
      { size: '5Y', price: '$90' },
    ];
    expect(read(makeGoatPage({ template, bar }), `${SHOE_A_URL}?size=5Y`)).toMatchObject({
      identity: { gender: 'youth' },
      size: { sex: 'Y', value: 5, us: 5 },
    });
    const women = [
      { size: '8', price: '$80' },
      { size: '9.5W', price: '$90' },
    ];
    expect(read(makeGoatPage({ bar: women }), `${SHOE_A_URL}?size=9.5W`).size).toMatchObject({ sex: 'W', us: null });
  });

  test('no name, no data, no bar: what the address says and nothing else', () => {
    expect(read(makeGoatPage({ template: null, name: null, bar: null, title: '' }))).toMatchObject({
      pageType: 'product',
      identity: { title: null, brand: null, styleCode: { source: 'slug' } },
      size: { selected: false },
      price: null,
      perSize: [],
    });
  });

  test('the report names every layer', () => {
    expect(read(makeGoatPage({ bar: BAR_A }), `${SHOE_A_URL}?size=10`).report).toEqual({
      styleCode: 'embedded',
      size: 'dom-row',
      price: 'dom-row',
      layers: { embedded: 'found', 'dom-hero': 'found', 'dom-row': 'found', slug: 'found' },
    });
  });
});

describe('offers in several conditions', () => {
  const row = (size: number, amount: number, over = {}) => ({
    sizeOption: { presentation: String(size), value: size },
    shoeCondition: 'new_no_defects',
    boxCondition: 'good_condition',
    stockStatus: 'multiple_in_stock',
    lowestPriceCents: { amount, currency: 'USD', amountUsdCents: amount },
    ...over,
  });
  const offerData = [
    row(9, 9000, { shoeCondition: 'used' }),
    row(9, 15_000, { boxCondition: 'no_original_box' }),
    row(9, 17_500),
    row(10, 0, { stockStatus: 'not_in_stock' }),
  ];

  test('only new pairs in a good box; a size nobody sells is told as such', () => {
    const reading = read(makeGoatPage({ bar: null, pageProps: { offers: { offerData } } }));
    expect(reading.perSize).toEqual([
      { label: '9', sex: 'M', value: 9, price: { minor: 17_500, currency: 'USD' }, inStock: true },
      { label: '10', sex: 'M', value: 10, price: null, inStock: false },
    ]);
    expect(reading.price).toMatchObject({ minor: 17_500, kind: 'lowest_ask_any', source: 'embedded' });
  });

  test('offers beside another product are that one’s', () => {
    const template = JSON.stringify({
      props: { pageProps: { productTemplate: SHOE_A, more: { productTemplate: SHOE_B, offers: { offerData } } } },
    });
    expect(read(makeGoatPage({ template, bar: null }))).toMatchObject({ price: null, perSize: [] });
  });

  test('a worn pair in the bar is none of its sizes', () => {
    const item = (text: string, price: string) =>
      `<div data-qa="buy_bar_item_desktop"><i data-qa="buy_bar_size_9">9</i>${text}<b data-qa="buy_bar_price_size_9">${price}</b></div>`;
    const html = `<div data-qa="buy_bar_desktop">${item('Used', '$90')}${item('', '$175')}</div>`;
    expect(read(html).perSize.map(({ price }) => price?.minor)).toEqual([17_500]);
  });

  test('a bar without frames around its sizes', () => {
    const price = (size: string, text: string) => `<b data-qa="buy_bar_price_size_${size}">${text}</b>`;
    const html = `<div data-qa="buy_bar_desktop">${price('9', '$175')}${price('10.5', '$201')}</div>`;
    expect(read(html).perSize.map(({ label, price: each }) => [label, each?.minor])).toEqual([
      ['9', 17_500],
      ['10.5', 20_100],
    ]);
  });
});

test('broken data is told as such, and the address answers', () => {
  const reading = read(makeGoatPage({ template: '{"props":' }));
  expect(reading.report.layers).toMatchObject({ embedded: 'invalid', slug: 'found' });
  expect(reading.identity.styleCode).toMatchObject({ canonical: 'ZX1234-567', source: 'slug' });
});
