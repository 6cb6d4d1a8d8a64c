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
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const BARE = { product: null, form: null, text: '' };
const offer = { price: '99', priceCurrency: 'USD', availability: 'InStock' };
const described = (over: { readonly [key: string]: string }) =>
  read(makeShopPage({ ...BARE, jsonLd: { '@type': 'Product', mpn: 'AB1234-100', offers: offer, ...over } }));
const one = (title: string) => [{ id: 7, title, available: true, price: 20_000, sku: '130001-095' }];

describe('pages that show something else', () => {
  test.each([
    ['404 Not Found', '<main><h1>404 Page Not Found</h1></main>', SHOP_URL, 'not_product'],
    ['Nike', '<h1>Nike</h1>', 'https://www.stadiumgoods.com/collections/nike', 'not_product'],
    ['Search', '<h1>Search</h1>', 'https://www.stadiumgoods.com/search?q=x', 'not_product'],
    ['Stadium Goods', '<h1>Hello</h1>', 'https://www.stadiumgoods.com/', 'not_product'],
    ['Just a moment...', '<h1>www.stadiumgoods.com</h1>', SHOP_URL, 'blocked'],
    ['Account', '<h1>Log in</h1>', SHOP_URL, 'blocked'],
    ['404', '<h1>Page not found</h1>', 'https://www.stadiumgoods.com/nike-aero-zx1234-567', 'not_product'],
  ])('%s %s', (title, body, url, pageType) => {
    expect(read(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { styleCode: null } });
  });
});

describe('whose words they are', () => {
  test.each([
    '<section class="Recommended-Products"><p>Other shoe</p><p>Style AB1234-100</p></section>',
    '<a href="/products/other-130002"><div class="rte">Style AB1234-100</div></a>',
    '<div class="related"><div class="ProductMeta__Description">Style AB1234-100</div></div>',
  ])('another shoe’s style code: %s', (text) => {
    expect(read(makeShopPage({ text })).identity.styleCode).toBeNull();
    const both = makeShopPage({ text: `${text}<div class="ProductMeta__Description">Style QX4321.</div>` });
    expect(read(both).identity.styleCode).toMatchObject({ canonical: 'QX4321', source: 'dom-label' });
  });

  test.each([
    '<header><span itemprop="name">Stadium Goods</span></header>',
    '<div class="recommended"><h1 class="ProductMeta__Title">Another shoe</h1></div>',
    '<h1></h1>',
  ])('a name before its own: %s', (before) => {
    expect(read(makeShopPage().replace('<main>', `${before}<main>`)).identity.title).toBe('Gazette Runner Core Grey');
  });

  test.each([
    ['another name and no address', { name: 'Totally Other Boot' }],
    ['an address that only begins so', { name: 'Gazette Runner Core Grey', url: `${SHOP_URL}-gs` }],
    ['another address', { url: 'https://www.stadiumgoods.com/products/other-130002' }],
  ])('a description with %s', (_what, over) => {
    expect(described(over)).toMatchObject({ price: null, identity: { styleCode: null } });
  });

  test.each([
    ['its name', { name: 'Gazette Runner Core Grey' }],
    [
      'its address in another language',
      { name: 'x', url: `https://www.stadiumgoods.com/de/products/${SHOP_SLUG}?v=1` },
    ],
  ])('a description with %s', (_what, over) => {
    expect(described(over)).toMatchObject({
      identity: { styleCode: { canonical: 'AB1234-100', source: 'json-ld' } },
      price: { minor: 9900, kind: 'lowest_ask_any', source: 'json-ld' },
    });
  });

  test('a group of which every size names the code; sold out ones count for no price', () => {
    const size = (name: string, price: string, availability: string, mpn = 'QX4321') => ({
      '@type': 'Product',
      name,
      mpn,
      offers: { price, priceCurrency: 'EUR', availability },
    });
    const group = (...hasVariant: ReturnType<typeof size>[]) =>
      read(
        makeShopPage({ ...BARE, jsonLd: { '@type': 'ProductGroup', name: 'Gazette Runner Core Grey', hasVariant } }),
      );
    expect(group(size('9', '299,00', 'InStock'), size('10', '199,00', 'OutOfStock'))).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321' } },
      price: { minor: 29_900, currency: 'EUR' },
    });
    const two = group(size('9', '299', 'InStock'), size('10', '199', 'InStock', 'AB1234-100'));
    expect(two.identity.styleCode).toBeNull();
  });

  test('data of recommended shoes only', () => {
    const products = ['a', 'b'].map((handle) => shopProduct(VARIANTS, { handle, title: handle }));
    const more = `<script type="application/json">${JSON.stringify({ products })}</script>`;
    expect(read(makeShopPage({ ...BARE, more }))).toMatchObject({ pageType: 'not_product', price: null });
    const text = '<div class="ProductMeta__Description">Style QX4321.</div>';
    expect(read(makeShopPage({ ...BARE, text, more }))).toMatchObject({
      price: null,
      warnings: ['STALE_EMBEDDED', 'PRICE_MISSING'],
    });
  });
});

describe('prices and sizes of other views', () => {
  const priced = (price: string, path = '', head = '') =>
    read(
      makeShopPage({ head, form: pricedForm([{ size: '9', price, isChosen: true }]) }),
      SHOP_URL.replace('.com/', `.com/${path}`),
    );

  test.each([
    ['£358.00', 'en-gb/', 35_800, 'GBP'],
    ['1.299,00 €', 'de/', 129_900, 'EUR'],
    ['A$519.00', 'en-au/', 51_900, 'AUD'],
    ['<s>$400</s> $358', '', 35_800, 'USD'],
    ['<span class="compare-at-price">$400</span> $358', '', 35_800, 'USD'],
  ])('%s', (price, path, minor, currency) => {
    expect(priced(price, path).price).toMatchObject({ minor, currency, kind: 'fixed', source: 'dom-row' });
  });

  test('a market in yen, a bare sign elsewhere', () => {
    const yen = '<script>Shopify.currency = {"active":"JPY","rate":"150"};</script>';
    expect(priced('¥24,300', '', yen).price).toMatchObject({ minor: 24_300, currency: 'JPY' });
    expect(priced('$358', 'en-ca/')).toMatchObject({
      price: { currency: null },
      warnings: expect.arrayContaining(['CURRENCY_AMBIGUOUS']),
    });
  });

  test('from so much on is what another size costs', () => {
    const form = pricedForm([{ size: '9', price: 'From $216', isChosen: true }]);
    expect(read(makeShopPage({ form })).price).toMatchObject({ minor: 35_800, source: 'embedded' });
    expect(read(makeShopPage({ product: null, form })).price).toBeNull();
  });

  test('a button that holds size and amount, close together', () => {
    const form = '<form class="ProductForm"><button class="js-product-variant is-selected">9 € 129,00</button></form>';
    expect(read(makeShopPage({ product: null, form })).price).toMatchObject({ minor: 12_900, currency: 'EUR' });
  });

  test.each([
    ['US 9.5 / EU 43', ['US', 'M', 9.5, 9.5]],
    ['M 9 / W 10.5', ['US', 'M', 9, 9]],
    ['9M/10.5W', ['US', 'M', 9, 9]],
    ['7C', ['US', 'C', 7, 7]],
    ['9.5W', ['US', 'W', 9.5, 9.5]],
    ['Black / 9', [null, null, null, null]],
  ] as const)('%s', (title, [system, sex, value, us]) => {
    const size = read(makeShopPage({ product: shopProduct(one(title)), form: null })).size;
    expect(size).toMatchObject({ raw: title, system, value, us });
    if (sex !== null) expect(size?.sex).toBe(sex);
  });

  test.each([
    ['Style QX4321 / QX4322', ['QX4321', 'QX4322'], 'SKU_MULTI'],
    ['SKU: 130001-090', undefined, 'SKU_MISSING'],
  ])('%s', (words, all, warning) => {
    const reading = read(makeShopPage({ text: `<div class="ProductMeta__Description">${words}</div>` }));
    expect(reading.identity.styleCode?.all).toEqual(all);
    expect(reading.warnings).toContain(warning);
  });

  test('data escaped like a text; sold out; several pairs', () => {
    const script = `<script type="application/json">${JSON.stringify(shopProduct()).replaceAll('"', '&quot;')}</script>`;
    expect(read(makeShopPage({ product: null, form: null, more: script })).perSize).toHaveLength(2);
    const gone = VARIANTS.map((variant) => ({ ...variant, available: false }));
    expect(read(makeShopPage({ product: shopProduct(gone) }))).toMatchObject({ price: null, availability: 'sold_out' });
    expect(read(makeShopPage({ name: '2 Pairs Gazette Bundle' })).warnings).toContain('BUNDLE');
  });
});
