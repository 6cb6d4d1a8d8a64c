import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LAUNCH_URL, makeNikePage, NEIGHBOUR, NIKE_URL, SELECTED } from '@/tests/fixtures/pages/nike/make-page';
import { readNikeProduct } from './read-product';
import { nikeReader } from './reader';

const read = (html: string, url = NIKE_URL, stale = false) => readNikeProduct(parseHTML(html).document, url, stale);

const N1 = {
  site: 'nike',
  pageType: 'product',
  identity: {
    slug: 'aero-court-1-low-shoes-abc123/zx1234-567',
    styleCode: { canonical: 'ZX1234-567', source: 'embedded', confidence: 1 },
    brand: 'Nike',
    title: 'Aero Court 1 Low',
    gender: 'men',
  },
  size: { selected: false, system: 'US', sex: 'M' },
  price: { minor: 12_000, currency: 'USD', kind: 'retail', source: 'embedded' },
  availability: 'in_stock',
  condition: 'new',
  warnings: [],
};

describe('the variants of product-pages.md 14.7', () => {
  test('N1: an ordinary page', () => {
    const reading = read(makeNikePage());
    expect(reading).toMatchObject(N1);
    expect(reading.perSize).toEqual([
      { label: '9', sex: 'M', value: 9, price: { minor: 12_000, currency: 'USD' }, inStock: true },
      { label: '10', sex: 'M', value: 10, price: { minor: 12_000, currency: 'USD' }, inStock: true },
      { label: '10.5', sex: 'M', value: 10.5, price: null, inStock: false },
    ]);
    expect(reading.report).toMatchObject({ styleCode: 'embedded', price: 'embedded', layers: { embedded: 'found' } });
  });

  test.each([
    [{ initialState: { selectedProduct: SELECTED } }],
    [{ initialState: { Threads: { products: { 'ZX1234-567': SELECTED, 'ZX1234-100': NEIGHBOUR } } } }],
    [{ productGroups: [{ products: { a: NEIGHBOUR, b: SELECTED } }] }],
  ])('N2: the data at another place', (pageProps) => {
    expect(read(makeNikePage({ pageProps }))).toMatchObject(N1);
  });

  test('N3: a sale', () => {
    const prices = { currency: 'USD', currentPrice: 89.97, fullPrice: 120 };
    const pageProps = { selectedProduct: { ...SELECTED, prices } };
    expect(read(makeNikePage({ pageProps })).price).toMatchObject({ minor: 8997, kind: 'retail' });
    const price = '$89.97</span><span>$120</span><span>';
    expect(read(makeNikePage({ pageProps, price })).price).toMatchObject({ minor: 8997, source: 'dom-hero' });
  });

  test('N5: a launch without a code, and with one', () => {
    const bare = { pageProps: null, name: 'Aero Court 1 Low' };
    expect(read(makeNikePage(bare), LAUNCH_URL)).toMatchObject({
      pageType: 'product',
      identity: { slug: 'aero-court-1-low-test-lime', styleCode: null },
      price: null,
      warnings: ['SKU_MISSING', 'PRICE_PENDING'],
    });
    for (const body of ['<div class="description-text">Lime. SKU: ZX1234-567</div>', '<p>SKU: ZX1234-567</p>']) {
      expect(read(makeNikePage({ ...bare, body, price: '$120' }), LAUNCH_URL)).toMatchObject({
        identity: { styleCode: { canonical: 'ZX1234-567', source: 'dom-label' } },
        price: { minor: 12_000, currency: 'USD', kind: 'retail' },
        warnings: [],
      });
    }
  });

  test('N6: groups of men’s and women’s pairs, each with its own code', () => {
    const women = {
      ...SELECTED,
      styleColor: 'YX1234-567',
      productInfo: { title: 'Aero Court 1 Low', subtitle: "Women's Shoes" },
    };
    const groups = [
      { name: "Men's", products: [SELECTED] },
      { name: "Women's", products: [women] },
    ];
    const pageProps = { selectedProduct: women, productGroups: groups };
    const url = NIKE_URL.replace('ZX1234-567', 'YX1234-567');
    const expected = { identity: { styleCode: { canonical: 'YX1234-567' }, gender: 'women' } };
    expect(read(makeNikePage({ pageProps }), url)).toMatchObject(expected);
    expect(read(makeNikePage({ pageProps }), NIKE_URL)).toMatchObject(N1);
    expect(read(makeNikePage({ pageProps }), 'https://www.nike.com/t/aero-court-1-low-shoes-AbC123')).toMatchObject(
      expected,
    );
    const marked = [{ ...SELECTED }, { ...women, selected: true }];
    const url2 = 'https://www.nike.com/t/aero-court-1-low-abc123';
    expect(read(makeNikePage({ pageProps: { groups: marked } }), url2)).toMatchObject(expected);
  });
});

describe('pages of the same kind', () => {
  test('after a change of colour the data is another’s; the address is right', () => {
    const page = makeNikePage({ pageProps: { selectedProduct: NEIGHBOUR }, price: '$130' });
    expect(read(page)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'slug' } },
      price: { minor: 13_000, source: 'dom-hero' },
      warnings: ['STALE_EMBEDDED', 'SKU_FROM_SLUG'],
    });
    expect(read(page, NIKE_URL, true)).toMatchObject({
      price: null,
      warnings: ['STALE_EMBEDDED', 'SKU_FROM_SLUG', 'PRICE_PENDING'],
    });
    const late = makeNikePage({ pageProps: null, body: '<li>Style: ZX1234-100</li>' });
    expect(read(late)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', confidence: 0.7 } },
      warnings: ['SKU_FROM_SLUG', 'SKU_SLUG_CONFLICT', 'PRICE_PENDING'],
    });
  });

  test('another country: its own money and sizes', () => {
    const prices = { currency: 'EUR', currentPrice: 119.99, fullPrice: 119.99 };
    const sizes = [{ label: '44', status: 'ACTIVE' }, { label: 'US 10 / EU 44', status: 'ACTIVE' }, { label: '9' }];
    const pageProps = { selectedProduct: { ...SELECTED, prices, sizes } };
    const reading = read(makeNikePage({ pageProps, price: '119,99 €' }), NIKE_URL.replace('/t/', '/de/t/'));
    expect(reading.price).toMatchObject({ minor: 11_999, currency: 'EUR' });
    expect(reading.perSize.map(({ label, value }) => [label, value])).toEqual([
      ['44', null],
      ['US 10 / EU 44', 10],
      ['9', null],
    ]);
  });

  test('the chosen size', () => {
    const body =
      '<fieldset><input type="radio" id="s1" name="size"><label for="s1">M 9 / W 10.5</label><input type="radio" id="s2" name="size" checked><label for="s2">M 10 / W 11.5</label></fieldset>';
    expect(read(makeNikePage({ body })).size).toMatchObject({ value: 10, us: 10, system: 'US', selected: true });
  });

  test('sold out keeps the retail price and says so', () => {
    const sizes = [{ label: '9', status: 'OUT_OF_STOCK' }];
    const pageProps = { selectedProduct: { ...SELECTED, sizes, statusModifier: 'OUT_OF_STOCK' } };
    expect(read(makeNikePage({ pageProps }))).toMatchObject({
      availability: 'sold_out',
      price: { kind: 'retail' },
      warnings: ['SOLD_OUT'],
    });
  });

  test('an address with no code of a shoe, another page, a guard’s page', () => {
    expect(read(makeNikePage(), NIKE_URL.replace('ZX1234-567', '10001239x')).warnings).toContain('SKU_MISSING');
    expect(read(makeNikePage(), 'https://www.nike.com/w/mens-shoes').pageType).toBe('not_product');
    const blocked = makeNikePage({ pageProps: null, name: null, title: 'Access Denied' });
    expect(read(blocked).pageType).toBe('blocked');
  });
});

test('what the card sees of a page tells two colours apart', () => {
  const see = (style: string) =>
    nikeReader.see(parseHTML(makeNikePage({ price: '$120', body: `<li>Style: ${style}</li>` })).document).prices;
  expect(see('ZX1234-567')).not.toBe(see('ZX1234-100'));
  const { document } = parseHTML(makeNikePage());
  expect(nikeReader.wasLoadedFor(document, 'aero-court-1-low-shoes-abc123/zx1234-567')).toBe(true);
  expect(nikeReader.wasLoadedFor(document, 'aero-court-1-low-shoes-abc123/zx9999-567')).toBe(false);
});
