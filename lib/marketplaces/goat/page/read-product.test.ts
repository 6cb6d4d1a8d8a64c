import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  BAR_A,
  BAR_B,
  gridCell,
  makeGoatPage,
  SHOE_A,
  SHOE_A_URL,
  SHOE_B,
  SHOE_B_URL,
} from '@/tests/fixtures/pages/goat/make-page';
import { readGoatProduct } from './read-product';

const read = (html: string, url = SHOE_A_URL) => readGoatProduct(parseHTML(html).document, url);

/** The retail price, the limits of offers and "none": never a price of this market. */
const NO_PRICES = [12_000, 2500, 350_000, 0];

function amounts(reading: ReturnType<typeof read>): number[] {
  return [reading.price, ...reading.perSize.map((row) => row.price)].flatMap((price) => price?.minor ?? []);
}

describe('the variants of product-pages.md 14.2', () => {
  test('G1: an ordinary page', () => {
    const reading = read(makeGoatPage());
    expect(reading).toMatchObject({
      site: 'goat',
      url: SHOE_A_URL,
      pageType: 'product',
      identity: {
        listingId: '900001',
        slug: SHOE_A.slug,
        styleCode: {
          canonical: 'ZX1234-567',
          raw: 'ZX1234 567',
          all: ['ZX1234-567'],
          source: 'embedded',
          confidence: 1,
        },
        brand: 'Nike',
        title: "Aero Court 1 Low 'Test Lime'",
        gender: 'men',
      },
      size: { raw: '', system: 'US', sex: 'M', value: null, selected: false },
      price: { minor: 17_500, currency: 'USD', kind: 'lowest_ask_any', source: 'dom-row' },
      availability: 'in_stock',
      condition: 'new',
      warnings: ['SIZE_UNSELECTED'],
    });
    expect(reading.perSize).toEqual([
      { label: '9', sex: 'M', value: 9, price: { minor: 17_500, currency: 'USD' }, inStock: true },
      { label: '10', sex: 'M', value: 10, price: { minor: 18_900, currency: 'USD' }, inStock: true },
      { label: '10.5', sex: 'M', value: 10.5, price: { minor: 20_100, currency: 'USD' }, inStock: true },
      { label: '11', sex: 'M', value: 11, price: null, inStock: false },
    ]);
    for (const wrong of NO_PRICES) expect(amounts(reading)).not.toContain(wrong);
  });

  test('G2: the size of the address', () => {
    expect(read(makeGoatPage(), `${SHOE_A_URL}?size=10`)).toMatchObject({
      size: { raw: '10', system: 'US', sex: 'M', value: 10, selected: true },
      price: { minor: 18_900, kind: 'buy_now_size' },
      warnings: [],
    });
  });

  test('G3: sold out everywhere', () => {
    const reading = read(makeGoatPage({ bar: BAR_A.map((item) => ({ ...item, price: null })) }));
    expect(reading).toMatchObject({ price: null, availability: 'sold_out', warnings: ['SOLD_OUT'] });
    expect(amounts(reading)).toEqual([]);
  });

  test('G4: the bar is not drawn yet', () => {
    const reading = read(makeGoatPage({ bar: null }));
    expect(reading).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567' } },
      price: null,
      perSize: [],
      availability: 'unknown',
      warnings: ['PRICE_PENDING'],
    });
  });

  test('G6: Canada', () => {
    const url = SHOE_A_URL.replace('/sneakers', '/en-ca/sneakers');
    const bar = [{ size: '10', price: 'C$244' }];
    expect(read(makeGoatPage({ bar }), url).price).toMatchObject({ minor: 24_400, currency: 'CAD' });
  });

  test('G7: adidas', () => {
    const page = makeGoatPage({ template: SHOE_B, name: SHOE_B.name, bar: BAR_B });
    expect(read(page, SHOE_B_URL).identity.styleCode).toMatchObject({ canonical: 'QX4321', source: 'embedded' });
  });

  test('G9: no data in the page', () => {
    expect(read(makeGoatPage({ template: null }))).toMatchObject({
      identity: {
        listingId: null,
        title: "Aero Court 1 Low 'Test Lime'",
        styleCode: { canonical: 'ZX1234-567', raw: 'zx1234-567', source: 'slug' },
      },
      price: { minor: 17_500, currency: 'USD', kind: 'lowest_ask_any' },
      warnings: ['SKU_FROM_SLUG', 'SIZE_UNSELECTED'],
    });
  });

  test('G11: clothes', () => {
    const url = 'https://www.goat.com/apparel/test-jersey-776001-01?size=M';
    const template = {
      ...SHOE_A,
      slug: 'test-jersey-776001-01',
      sku: '776001 01',
      sizeType: 'alpha',
      sizeOptions: ['S', 'M', 'L'].map((size) => ({ presentation: size, value: size })),
    };
    const bar = ['S', 'M', 'L'].map((size, nth) => ({ size, price: `$${60 + nth}` }));
    expect(read(makeGoatPage({ template, bar }), url)).toMatchObject({
      identity: { styleCode: { canonical: '776001-01' } },
      size: { raw: 'M', system: null, value: null, selected: true },
      price: { minor: 6100 },
      warnings: [],
    });
  });

  test('G13: after a navigation inside the page the data is the former product’s', () => {
    const reading = read(makeGoatPage({ template: SHOE_A, name: SHOE_B.name, bar: BAR_B }), SHOE_B_URL);
    expect(reading).toMatchObject({
      identity: {
        listingId: null,
        brand: null,
        title: SHOE_B.name,
        styleCode: { canonical: 'QX4321', source: 'slug' },
      },
      price: { minor: 9800, currency: 'USD' },
      warnings: ['STALE_EMBEDDED', 'SKU_FROM_SLUG', 'SIZE_UNSELECTED'],
    });
    expect(JSON.stringify(reading)).not.toMatch(/ZX1234|Lime|900001/);
  });

  test('G15: keys come and go', () => {
    const { season: _season, productCategory: _category, ...left } = SHOE_A;
    const template = { ...left, taxonomyLevel9: { deep: [{ slug: 'unrelated', sku: 'AB1234 567' }] }, userWant: null };
    expect(read(makeGoatPage({ template }))).toEqual(read(makeGoatPage()));
  });
});

describe('whose data it is', () => {
  test('other products in the data and cells with the same hooks say nothing', () => {
    const others = {
      recommended: [
        { ...SHOE_B, sizeOptions: [] },
        { slug: SHOE_A.slug, sku: 'AB1111 222' },
      ],
    };
    const cells = gridCell('Gazette Runner', BAR_B);
    const page = makeGoatPage({ pageProps: others, more: cells, bar: null, name: null });
    expect(read(page)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567' }, title: SHOE_A.name },
      price: null,
      warnings: ['PRICE_PENDING'],
    });
    const inFront = makeGoatPage().replace('<main>', `${cells}<main>`);
    expect(read(inFront)).toEqual(read(makeGoatPage()));
  });

  test('an address with a typing error: the data wins, and it is said', () => {
    const url = SHOE_A_URL.replace('zx1234', 'xz1234');
    const template = { ...SHOE_A, slug: SHOE_A.slug.replace('zx1234', 'xz1234') };
    expect(read(makeGoatPage({ template }), url)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded', confidence: 0.7 } },
      warnings: ['SKU_SLUG_CONFLICT', 'SIZE_UNSELECTED'],
    });
  });

  test('a sku that is none gives way to the address; without either nothing is guessed', () => {
    expect(read(makeGoatPage({ template: { ...SHOE_A, sku: 'TBD' } })).identity.styleCode).toMatchObject({
      source: 'slug',
    });
    const url = 'https://www.goat.com/sneakers/aero-court-1-low-900123';
    const reading = read(makeGoatPage({ template: null }), url);
    expect(reading).toMatchObject({ identity: { styleCode: null }, warnings: ['SKU_MISSING', 'SIZE_UNSELECTED'] });
  });

  test('a set of two garments is a bundle, a re-issue is not', () => {
    const sku = 'FZ7921 473/FZ8002 473';
    const set = read(makeGoatPage({ template: { ...SHOE_A, sku, name: 'Tech Hoodie & Joggers Set' } }));
    expect(set.warnings).toEqual(['SKU_MULTI', 'SKU_SLUG_CONFLICT', 'BUNDLE', 'SIZE_UNSELECTED']);
    expect(set.identity.styleCode?.all).toEqual(['FZ7921-473', 'FZ8002-473']);
    const again = read(makeGoatPage({ template: { ...SHOE_A, sku: 'ZX1234 567/CW2288 111' } }));
    expect(again.warnings).toEqual(['SKU_MULTI', 'SIZE_UNSELECTED']);
  });

  test.each([
    ['broken', '{"props":{"pageProps":{'],
    ['a list', '[1,2,3]'],
    ['nothing', 'null'],
    ['without end', '['.repeat(50_000)],
    ['very deep', `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`],
  ])('data that is %s is no data', (_what, template) => {
    expect(read(makeGoatPage({ template }))).toMatchObject({ identity: { styleCode: { source: 'slug' } } });
  });

  test('data cannot change what objects are', () => {
    const template = `{"__proto__":{"polluted":1,"slug":"${SHOE_A.slug}","sku":"AB1111 222"},"constructor":{"prototype":{"polluted":1}},"slug":"${SHOE_A.slug}","sizeOptions":[]}`;
    const reading = read(makeGoatPage({ template }));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(reading.identity.styleCode?.source).toBe('slug');
  });
});

describe('pages that are none of it', () => {
  test('other addresses and block pages', () => {
    expect(read(makeGoatPage(), 'https://www.goat.com/sneakers/brand/nike')).toMatchObject({
      pageType: 'not_product',
      price: null,
      warnings: ['NOT_PRODUCT'],
    });
    const blocked = makeGoatPage({ template: null, name: null, bar: null, title: 'Just a moment...' });
    expect(read(blocked)).toMatchObject({ pageType: 'blocked', warnings: ['BLOCKED'] });
  });

  test('a huge hostile page gives a small reading, quickly', () => {
    const bar = Array.from({ length: 3000 }, (_one, nth) => ({ size: String(nth).repeat(40), price: '$1'.repeat(50) }));
    const bulk = Array.from({ length: 20_000 }, (_one, nth) => ({
      slug: `s-${nth}`,
      sku: 'x',
      deep: { deeper: [nth] },
    }));
    const name = `<img src=x onerror=alert(1)> ${'\u202e long '.repeat(50_000)}`;
    const template = { ...SHOE_A, name, brandName: 'b'.repeat(100_000), sku: 'ZX1234 567 '.repeat(10_000) };
    const { document } = parseHTML(makeGoatPage({ template, name, bar, pageProps: { bulk } }));
    const reading = readGoatProduct(document, SHOE_A_URL);
    expect(JSON.stringify(reading).length).toBeLessThan(20_000);
    expect(reading.identity.title).toMatch(/^<img src=x/);
    expect(reading.identity.title).not.toContain('\u202e');
    expect(reading.identity.styleCode?.canonical).toBe('ZX1234-567');
  });
});
