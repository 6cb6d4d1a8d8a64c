import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  makeShopPage,
  pricedForm,
  SHOP_SLUG,
  SHOP_URL,
  shopProduct,
  VARIANTS,
} from '@/tests/fixtures/pages/stadium-goods/make-page';
import { readStadiumGoodsProduct } from './read-product';

const read = (html: string, url = SHOP_URL) => readStadiumGoodsProduct(parseHTML(html).document, url);

/** Buttons without any mark of a choice. */
const noChoice = makeShopPage().replace(' is-selected', '');

describe('the variants of product-pages.md 14.4', () => {
  test('D1: an ordinary page', () => {
    const reading = read(makeShopPage());
    expect(reading).toMatchObject({
      site: 'stadium-goods',
      pageType: 'product',
      identity: {
        listingId: '130001',
        slug: SHOP_SLUG,
        brand: 'adidas',
        styleCode: { canonical: 'QX4321', source: 'dom-label' },
      },
      size: { raw: '9', system: 'US', sex: 'M', value: 9, us: 9, selected: true },
      price: { minor: 35_800, currency: 'USD', kind: 'fixed', source: 'embedded' },
      availability: 'in_stock',
      condition: 'new',
      warnings: ['INTERNAL_SKU_IGNORED'],
      report: { styleCode: 'dom-label', size: 'dom-row', price: 'embedded' },
    });
    expect(reading.perSize).toEqual([
      { label: '9', sex: 'M', value: 9, price: { minor: 35_800, currency: 'USD' }, inStock: true },
      { label: '9.5', sex: 'M', value: 9.5, price: { minor: 21_600, currency: 'USD' }, inStock: false },
    ]);
    expect(JSON.stringify(reading.identity.styleCode)).not.toContain('130001');
  });

  test('D3: sold out in every size', () => {
    const variants = VARIANTS.map((variant) => ({ ...variant, available: false }));
    for (const html of [
      makeShopPage({ product: shopProduct(variants) }),
      noChoice.replaceAll('"available":true', '"available":false'),
    ])
      expect(read(html)).toMatchObject({
        price: null,
        availability: 'sold_out',
        warnings: ['INTERNAL_SKU_IGNORED', 'SOLD_OUT'],
      });
  });

  test('D4: women’s sizes', () => {
    const variants = ['9.5W', '10W'].map((title, nth) => ({
      id: nth,
      title,
      available: true,
      price: 20_000,
      sku: `130001-${nth}`,
    }));
    const reading = read(makeShopPage({ product: shopProduct(variants), form: null }));
    expect(reading.perSize[0]).toMatchObject({ label: '9.5W', sex: 'W', value: 9.5 });
    expect(reading.size).toMatchObject({ sex: 'W', selected: false });
  });

  test('D6: only the screen', () => {
    const form = pricedForm([
      { size: '9', price: '$358' },
      { size: '9.5', price: null },
      { size: '10', price: '$1,240.00' },
    ]);
    const reading = read(makeShopPage({ product: null, form }));
    expect(reading.perSize).toEqual([
      { label: '9', sex: 'M', value: 9, price: { minor: 35_800, currency: 'USD' }, inStock: true },
      { label: '9.5', sex: 'M', value: 9.5, price: null, inStock: false },
      { label: '10', sex: 'M', value: 10, price: { minor: 124_000, currency: 'USD' }, inStock: true },
    ]);
    expect(reading).toMatchObject({
      price: { minor: 35_800, kind: 'lowest_ask_any', source: 'dom-row' },
      warnings: ['SIZE_UNSELECTED'],
    });
  });

  test('D7: one size', () => {
    const variants = [{ id: 1, title: 'OS', available: true, price: 1800, sku: '130001-000' }];
    expect(read(makeShopPage({ product: shopProduct(variants), form: null }))).toMatchObject({
      size: { raw: 'OS', system: null, value: null },
      price: { minor: 1800 },
    });
  });

  test('D8: structured data with a comma too many', () => {
    const { warnings, report: _one, ...broken } = read(makeShopPage({ jsonLd: '{"@type":"Product","sku":"130001",}' }));
    const { warnings: _few, report: _other, ...sound } = read(makeShopPage());
    expect(broken).toEqual(sound);
    expect(warnings).toEqual(['INTERNAL_SKU_IGNORED', 'JSONLD_INVALID']);
  });
});

describe('further pages', () => {
  test('a size in the address', () => {
    expect(read(noChoice, `${SHOP_URL}?variant=4001`)).toMatchObject({
      size: { raw: '9' },
      price: { minor: 35_800, kind: 'fixed' },
    });
    expect(read(noChoice, `${SHOP_URL}?variant=4002`)).toMatchObject({
      size: { raw: '9.5' },
      price: null,
      availability: 'sold_out',
    });
  });

  test('without a choice the lowest that is left, never the lowest of all', () => {
    expect(read(noChoice)).toMatchObject({
      price: { minor: 35_800, kind: 'lowest_ask_any' },
      size: { selected: false },
      warnings: ['INTERNAL_SKU_IGNORED', 'SIZE_UNSELECTED'],
    });
  });

  test.each([
    ['an assignment', '<script>window.product = %;</script>'],
    [
      'among others',
      '<script>var theme = {"x":1}; var meta = {"page":{"type":"product"},"product":%}; for (var i in meta) {}</script>',
    ],
    ['a call', '<script>initProduct(%, { "z": 1 });</script>'],
    ['deep', '<script type="application/json">{"a":{"b":[{"c":{"product":%}}]}}</script>'],
    ['a template of another kind', '<script type="text/x-product" data-x>%</script>'],
  ])('the data as %s', (_what, script) => {
    expect(read(makeShopPage({ script }))).toMatchObject({
      price: { minor: 35_800 },
      report: { layers: { embedded: 'found' } },
    });
  });

  test('the data in an attribute', () => {
    const attribute = JSON.stringify(shopProduct()).replaceAll('"', '&quot;');
    expect(read(makeShopPage({ product: null, more: `<div data-product="${attribute}"></div>` })).price).toMatchObject({
      minor: 35_800,
    });
  });

  test('recommended products look the same and say nothing', () => {
    const other = { ...shopProduct(), handle: 'another-130077', title: 'Another' };
    const more = `<script type="application/json">${JSON.stringify([{ product: other }])}</script>`;
    expect(read(makeShopPage({ more })).price).toMatchObject({ minor: 35_800 });
    const reading = read(makeShopPage({ product: null, form: null, more }));
    expect(reading).toMatchObject({ price: null, perSize: [] });
    expect(reading.warnings).toContain('STALE_EMBEDDED');
  });

  test('a size as one of several options, and prices as texts', () => {
    const product = {
      ...shopProduct(),
      options: [{ name: 'Color' }, { name: 'Size' }],
      variants: [
        {
          id: 1,
          title: 'Grey / 9',
          option1: 'Grey',
          option2: '9',
          available: true,
          price: '358.00',
          sku: '130001-090',
        },
      ],
    };
    expect(read(makeShopPage({ product, form: null }))).toMatchObject({
      size: { raw: '9', value: 9 },
      price: { minor: 35_800 },
    });
  });

  test('the shop’s newer way of writing', () => {
    const node = {
      id: 'gid://shopify/ProductVariant/4001',
      title: '9',
      availableForSale: true,
      price: { amount: '280.0', currencyCode: 'GBP' },
    };
    const product = { handle: SHOP_SLUG, title: 'Gazette', variants: { edges: [{ node }] } };
    expect(read(makeShopPage({ product, form: null })).price).toMatchObject({ minor: 28_000, currency: 'GBP' });
  });

  test('the currency somebody chose', () => {
    const head = '<script>Shopify.currency = {"active":"GBP","rate":"0.8"};</script>';
    expect(read(makeShopPage({ head })).price).toMatchObject({ minor: 35_800, currency: 'GBP' });
    const url = `https://www.stadiumgoods.com/en-gb/products/${SHOP_SLUG}`;
    expect(read(makeShopPage(), url)).toMatchObject({ price: { currency: null } });
    expect(read(makeShopPage(), url).warnings).toContain('CURRENCY_AMBIGUOUS');
  });

  test('a price on the screen goes before the data’s', () => {
    const form = pricedForm([{ size: '9', price: '$340', isChosen: true }]);
    expect(read(makeShopPage({ form })).price).toMatchObject({ minor: 34_000, source: 'dom-row' });
  });

  test('a plain menu', () => {
    const form =
      '<form action="/cart/add"><select name="id"><option value="4001" selected>9 - $358.00</option><option value="4002" disabled>9.5 - Sold out</option></select></form>';
    expect(read(makeShopPage({ product: null, form }))).toMatchObject({ size: { raw: '9' }, price: { minor: 35_800 } });
  });

  test('a radio that is chosen, and bare buttons that say nothing about what is left', () => {
    const form =
      '<fieldset><input type="radio" name="Size" value="9" checked><label>9</label><input type="radio" name="Size" value="9.5"><label>9.5</label></fieldset>';
    expect(read(makeShopPage({ form }))).toMatchObject({ size: { raw: '9' }, price: { minor: 35_800, kind: 'fixed' } });
    expect(read(makeShopPage({ product: null }))).toMatchObject({ price: null, perSize: [], availability: 'unknown' });
  });

  test('buttons with the name alone take nothing from what the data says', () => {
    const form = pricedForm([
      { size: '9', price: null, isChosen: true },
      { size: '9.5', price: null },
    ]);
    expect(read(makeShopPage({ form }))).toMatchObject({
      price: { minor: 35_800, kind: 'fixed' },
      availability: 'in_stock',
    });
  });

  test('what the form would put into the cart', () => {
    const form = '<form action="/cart/add"><input type="hidden" name="id" value="4001"></form>';
    expect(read(makeShopPage({ form }))).toMatchObject({ size: { raw: '9' }, price: { minor: 35_800, kind: 'fixed' } });
  });

  test.each([
    [
      'a specification',
      '<table class="product-details"><tr><td>SKU</td><td>130001</td></tr><tr><td>Style Code</td><td>QX4321</td></tr></table>',
      'QX4321',
    ],
    ['a running text', '<p>The shoe, style 1203A383-104, was released in 2024.</p>', '1203A383-104'],
    ['the shop’s number first', '<p>SKU: 130001-090</p><p>Style: QX4321</p>', 'QX4321'],
    ['with a space', '<p>Style # zx1234 567</p>', 'ZX1234-567'],
  ])('the style in %s', (_where, text, code) => {
    expect(read(makeShopPage({ text })).identity.styleCode).toMatchObject({ canonical: code, source: 'dom-label' });
  });

  test('the style in the data, in the structured data, in the name, in an old address, and nowhere', () => {
    const text = '';
    const of = (over: Parameters<typeof makeShopPage>[0], url?: string) =>
      read(makeShopPage({ text, ...over }), url).identity.styleCode;
    expect(of({ product: shopProduct(VARIANTS, { description: '<p>Style: <b>QX4321</b></p>' }) })).toMatchObject({
      canonical: 'QX4321',
      source: 'embedded',
    });
    expect(of({ jsonLd: { '@type': 'Product', mpn: 'QX4321', sku: '130001-090' } })).toMatchObject({
      canonical: 'QX4321',
      source: 'json-ld',
    });
    expect(of({ jsonLd: { '@type': 'Product', mpn: '130001-090', sku: '130001' } })).toBeNull();
    expect(of({ name: 'adidas Gazette Runner QX4321' })).toMatchObject({ canonical: 'QX4321', source: 'title' });
    expect(
      of({ product: null, jsonLd: { '@type': 'Product' } }, 'https://www.stadiumgoods.com/gazette-runner-qx4321'),
    ).toMatchObject({ canonical: 'QX4321', source: 'slug' });
    expect(of({})).toBeNull();
    expect(read(makeShopPage({ text })).warnings).toEqual(['SKU_MISSING', 'INTERNAL_SKU_IGNORED']);
  });

  test('children’s sizes', () => {
    const variants = ['5Y', '10C'].map((title, nth) => ({ id: nth, title, available: true, price: 9000, sku: 'x' }));
    expect(read(makeShopPage({ product: shopProduct(variants), form: null })).perSize).toMatchObject([
      { sex: 'Y', value: 5 },
      { sex: 'C', value: 10 },
    ]);
  });

  test('pages that are none of it', () => {
    const bare = { name: null, product: null, form: null, text: '' };
    expect(read(makeShopPage(bare))).toMatchObject({ pageType: 'not_product', warnings: ['NOT_PRODUCT'] });
    expect(read(makeShopPage({ ...bare, title: 'Just a moment...' }))).toMatchObject({ pageType: 'blocked' });
    expect(read(makeShopPage(), 'https://www.stadiumgoods.com/collections/nike').pageType).toBe('not_product');
  });
});
