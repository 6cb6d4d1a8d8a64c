import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { BAR_A, gridCell, makeGoatPage, SHOE_A, SHOE_A_URL, SHOE_B } from '@/tests/fixtures/pages/goat/make-page';
import { readGoatProduct } from './read-product';

const read = (html: string, url = SHOE_A_URL) => readGoatProduct(parseHTML(html).document, url);
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const CELL = gridCell('Other', [{ size: '10', price: '$55' }]);
const streamed = (row: string) => `<script>self.__next_f.push([1,${JSON.stringify(row)}])</script>`;

describe('pages that show something else', () => {
  test.each([
    ['404 | GOAT', '<h1>Page not found</h1>', 'not_product'],
    ['GOAT', '<h1>Oops</h1><script id="__NEXT_DATA__">{"page":"/404","props":{}}</script>', 'not_product'],
    ['Log In | GOAT', '<h1>Log in</h1>', 'blocked'],
    ['www.goat.com', '<h1>www.goat.com</h1><h2>Verify you are human</h2>', 'blocked'],
    ['Un momento…', '<p></p>', 'blocked'],
  ])('%s %s', (title, body, pageType) => {
    expect(read(bare(title, body))).toMatchObject({ pageType, identity: { styleCode: null }, price: null });
  });

  test('a list on an address like a product’s, whatever its data says of its products', () => {
    const list = 'https://www.goat.com/sneakers/air-jordan-4';
    const data = `<script id="__NEXT_DATA__">${JSON.stringify({ props: { results: [SHOE_B, SHOE_A] } })}</script>`;
    for (const more of ['', data]) expect(read(bare('GOAT', CELL + more), list).pageType).toBe('not_product');
    // Tiles below a product that is still to be drawn are no list.
    expect(read(bare('GOAT', CELL)).pageType).toBe('product');
  });
});

describe('data in other wrappings', () => {
  const DATA = { props: { pageProps: { productTemplate: SHOE_A } } };
  const row = `5:["$","$L1",null,${JSON.stringify(DATA)}]\n`;

  test.each([
    ['escaped like a text', makeGoatPage({ template: JSON.stringify(DATA).replaceAll('"', '&quot;') })],
    ['streamed', makeGoatPage({ template: null }).replace('</body>', `${streamed(row)}</body>`)],
    [
      'streamed in pieces',
      makeGoatPage({ template: null }).replace(
        '</body>',
        [row.slice(0, 40), row.slice(40, 41), row.slice(41)].map(streamed).join(''),
      ),
    ],
    ['minified with much beside it', makeGoatPage({ pageProps: { more: [[SHOE_B], { slug: SHOE_A.slug }] } })],
  ])('%s', (_what, html) => {
    expect(read(html)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded', confidence: 1 }, gender: 'men' },
      report: { styleCode: 'embedded', layers: { embedded: 'found' } },
    });
  });

  test('streamed about another product', () => {
    const other = `5:["$","$L1",null,${JSON.stringify({ productTemplate: SHOE_B })}]\n`;
    const html = makeGoatPage({ template: null }).replace('</body>', `${streamed(other)}</body>`);
    expect(read(html)).toMatchObject({
      identity: { listingId: null, styleCode: { canonical: 'ZX1234-567', source: 'slug' } },
      report: { layers: { embedded: 'stale' } },
    });
  });
});

describe('prices and sizes of other views', () => {
  const bar = (...items: readonly (readonly [size: string, price: string])[]) =>
    makeGoatPage({ bar: items.map(([size, price]) => ({ size, price })) });

  test('what is struck through is what it cost before', () => {
    const html = makeGoatPage().replace('>$189<', '><s>$210</s> <b class="was-price">$200</b> $189<');
    expect(read(html, `${SHOE_A_URL}?size=10`).price).toMatchObject({ minor: 18_900, kind: 'buy_now_size' });
  });

  test.each([
    ['/en-de/', '1.299,00 €', 129_900, 'EUR'],
    ['/en-gb/', '£149', 14_900, 'GBP'],
    ['/en-au/', 'A$259', 25_900, 'AUD'],
    ['/en-jp/', 'JP¥24,300', 24_300, 'JPY'],
    ['/en-kr/', '₩210,000', 210_000, 'KRW'],
    ['/en-us/', 'From $175', 17_500, 'USD'],
  ])('%s %s', (place, text, minor, currency) => {
    const url = SHOE_A_URL.replace('/sneakers/', `${place}sneakers/`);
    expect(read(bar(['9', text]), `${url}?size=9`).price).toMatchObject({ minor, currency });
  });

  test('sizes on two scales, and the runs of both', () => {
    const two = bar(['US 9 / EU 42.5', '$175'], ['US 10 / EU 44', '$189']);
    expect(read(two, `${SHOE_A_URL}?size=10`)).toMatchObject({
      size: { raw: 'US 10 / EU 44', system: 'US', sex: 'M', value: 10, us: 10 },
      price: { minor: 18_900 },
      perSize: [{ value: 9 }, { value: 10 }],
    });
    expect(read(bar(['M 9 / W 10.5', '$175']), `${SHOE_A_URL}?size=9`).size).toMatchObject({ value: 9, sex: 'M' });
  });

  test('toddlers’ numbers are their own', () => {
    const template = { ...SHOE_A, singleGender: 'infant', gender: ['infant'] };
    const html = makeGoatPage({ template, bar: [{ size: '7C', price: '$75' }] });
    expect(read(html, `${SHOE_A_URL}?size=7C`).size).toMatchObject({ sex: 'C', value: 7, us: 7 });
  });

  test('a bar of shoes like this one, before its own', () => {
    const others = `<section class="RelatedProducts">${CELL.replaceAll('grid_cell', 'x')}</section>`;
    expect(read(makeGoatPage({ bar: BAR_A }).replace('<main>', `<main>${others}`))).toMatchObject({
      identity: { title: SHOE_A.name },
      price: { minor: 17_500 },
    });
  });
});

describe('style codes', () => {
  test.each([
    ['two of them', { sku: 'ZX1234 567/AB1234 567' }, ['ZX1234-567', 'AB1234-567'], ['SKU_MULTI']],
    ['another than the address', { sku: 'XZ1234 567' }, ['XZ1234-567'], ['SKU_SLUG_CONFLICT']],
    ['none in the data', { sku: '' }, ['ZX1234-567'], ['SKU_FROM_SLUG']],
  ])('%s', (_what, over, all, warnings) => {
    const reading = read(makeGoatPage({ template: { ...SHOE_A, ...over } }));
    expect(reading.identity.styleCode?.all).toEqual(all);
    expect(reading.warnings).toEqual(expect.arrayContaining(warnings));
  });

  test.each(['air-max-95-og-2024', 'zoom-vomero-5-fw2024', 'new-balance-m1906r', 'aero-court-us1050'])(
    'an address that ends with something else: %s',
    (slug) => {
      const html = makeGoatPage({ template: null });
      expect(read(html, `https://www.goat.com/sneakers/${slug}`).identity.styleCode).toBeNull();
    },
  );
});
