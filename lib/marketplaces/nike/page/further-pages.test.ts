import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LAUNCH_URL, makeNikePage, NEIGHBOUR, NIKE_URL, SELECTED } from '@/tests/fixtures/pages/nike/make-page';
import { readNikeProduct } from './read-product';

const read = (html: string, url = NIKE_URL) => readNikeProduct(parseHTML(html).document, url);

describe('pages of the same kind that nobody listed', () => {
  test.each([
    ['¥14,300', 'JPY', 14_300],
    ['£109.95', 'GBP', 10_995],
    ['1 299 kr', 'SEK', 129_900],
    ['$160', 'CAD', 16_000],
  ])('%s in a country of its own', (price, currency, minor) => {
    const prices = { currency, currentPrice: 1, fullPrice: 1 };
    const pageProps = { selectedProduct: { ...SELECTED, prices } };
    expect(read(makeNikePage({ pageProps, price }), NIKE_URL.replace('/t/', '/xx/t/')).price).toMatchObject({
      minor,
      currency,
      kind: 'retail',
      source: 'dom-hero',
    });
  });

  test('the data’s price when what is drawn cannot be read', () => {
    expect(read(makeNikePage({ price: 'Member price' }))).toMatchObject({
      price: { minor: 12_000, source: 'embedded' },
      warnings: [],
    });
    expect(read(makeNikePage({ pageProps: null, price: '$160' }), NIKE_URL.replace('/t/', '/ca/t/'))).toMatchObject({
      price: { minor: 16_000, currency: null },
      warnings: ['SKU_FROM_SLUG', 'CURRENCY_AMBIGUOUS'],
    });
  });

  test('older data with its price at the product, and prices that are none', () => {
    const { prices: _prices, ...bare } = SELECTED;
    const flat = { ...bare, currentPrice: '120.00', currency: 'USD' };
    expect(read(makeNikePage({ pageProps: { selectedProduct: flat } })).price).toMatchObject({ minor: 12_000 });
    for (const currentPrice of [0, -1, 'free', null, 1e12]) {
      const prices = { currency: 'USD', currentPrice };
      expect(read(makeNikePage({ pageProps: { selectedProduct: { ...SELECTED, prices } } })).price).toBeNull();
    }
  });

  test('a carousel’s price is another shoe’s', () => {
    const body =
      '<div data-testid="product-card"><div data-testid="currentPrice-container">$55</div><p>Style: ZX1234-100</p></div>';
    expect(read(makeNikePage({ body })).price).toMatchObject({ minor: 12_000, source: 'embedded' });
  });

  test('a Jordan, a children’s pair', () => {
    const productInfo = { title: 'Air Jordan 1 Low', subtitle: "Older Kids' Shoes" };
    expect(read(makeNikePage({ pageProps: { selectedProduct: { ...SELECTED, productInfo } } })).identity).toMatchObject(
      {
        brand: 'Jordan',
        gender: 'youth',
      },
    );
  });

  test('a launch with several products: which is meant nobody says', () => {
    const pageProps = { products: [SELECTED, NEIGHBOUR] };
    expect(read(makeNikePage({ pageProps }), LAUNCH_URL)).toMatchObject({ identity: { styleCode: null } });
    const one = { products: [SELECTED], seo: { slug: 'aero-court-1-low-test-lime' } };
    expect(read(makeNikePage({ pageProps: one }), LAUNCH_URL)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded' } },
      price: { minor: 12_000, kind: 'retail' },
    });
  });

  test('whatever stands in it, nothing throws and nothing is invented', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('ZX1234-567', 'ACTIVE', 120));
    const product = fc.record({ styleColor: value, prices: value, sizes: value, productInfo: value, genders: value });
    fc.assert(
      fc.property(product, fc.string({ maxLength: 40 }), (selectedProduct, price) => {
        const pageProps = { selectedProduct } as unknown as { readonly [key: string]: null };
        const reading = read(makeNikePage({ pageProps, price: price.replaceAll('<', '') }));
        expect(reading.identity.styleCode?.canonical).toBe('ZX1234-567');
        expect(JSON.stringify(reading).length).toBeLessThan(15_000);
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

describe('sizes in widths', () => {
  const size = (label: string, status: string) => ({ label, status });
  const { sizes: _sizes, ...bare } = SELECTED as { readonly [key: string]: unknown };

  test('one that is left in any width is left', () => {
    const sizeFitSections = [
      { fit: 'Regular', sizes: [size('9', 'INACTIVE'), size('10', 'INACTIVE')] },
      { fit: 'Wide', sizes: [size('9', 'ACTIVE')] },
    ];
    const pageProps = JSON.parse(JSON.stringify({ selectedProduct: { ...bare, sizeFitSections } }));
    const { perSize, availability } = read(makeNikePage({ pageProps }));
    expect(perSize.map(({ label, value, inStock }) => [label, value, inStock])).toEqual([
      ['9', 9, true],
      ['10', 10, false],
    ]);
    expect(availability).toBe('in_stock');
  });

  test('a width in words is no other number', () => {
    const sizes = [size('9 (Wide)', 'ACTIVE'), size('9 4E', 'ACTIVE')];
    const pageProps = JSON.parse(JSON.stringify({ selectedProduct: { ...bare, sizes } }));
    expect(read(makeNikePage({ pageProps })).perSize.map(({ value }) => value)).toEqual([9, null]);
  });
});
