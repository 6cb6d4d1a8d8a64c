import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { LAUNCH_URL, makeNikePage, NIKE_URL, SELECTED } from '@/tests/fixtures/pages/nike/make-page';
import { readNikeProduct } from './read-product';

const read = (html: string, url = NIKE_URL) => readNikeProduct(parseHTML(html).document, url);
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const at = (place: string) => NIKE_URL.replace('/t/', `/${place}/t/`);
const selling = (over: object) => ({ selectedProduct: JSON.parse(JSON.stringify({ ...SELECTED, ...over })) });

describe('pages that show something else', () => {
  test.each([
    ['404. Nike.com', "<main><h1>The page you are looking for isn't here</h1></main>", NIKE_URL, 'not_product'],
    ['Nike', '<h1>Nike</h1>', 'https://www.nike.com/', 'not_product'],
    ['Shoes. Nike.com', '<h1>Shoes</h1>', 'https://www.nike.com/w/mens-shoes-nik1', 'not_product'],
    ['Nike By You', '<h1>Custom</h1>', 'https://www.nike.com/u/custom-aero-court-10001', 'not_product'],
    ['Nike', '<h1>Enter your email to join us or sign in.</h1>', NIKE_URL, 'blocked'],
    ['Access Denied', '<h1>Access Denied</h1>', NIKE_URL, 'blocked'],
  ])('%s', (title, body, url, pageType) => {
    expect(read(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { styleCode: null } });
  });
});

describe('what is asked now and what was asked before', () => {
  const onSale = selling({ prices: { currency: 'USD', currentPrice: 89.97, fullPrice: 120 } });

  test.each([
    ['the former one struck through, first', '<s>$120</s> <span>$89.97</span>', null],
    ['the former one struck through, behind', '<span>$89.97</span> <del>$120</del>', null],
    ['the former one named so', '<span data-testid="initialPrice-container">$120</span> $89.97', null],
    ['two bare amounts', '$120 $89.97', null],
    ['two bare amounts, turned round', '$89.97 $120', null],
    ['with what is saved', '$89.97 25% off', null],
    ['the data’s own of the two', '$60 $89.97', onSale],
  ])('%s', (_what, price, pageProps) => {
    expect(read(makeNikePage({ pageProps, price })).price).toMatchObject({ minor: 8997, source: 'dom-hero' });
  });

  test.each(['$90 - $120', '$90 – $120', '$90 to $120', 'From $90', '$90 $100 $120'])('%s is no one price', (price) => {
    expect(read(makeNikePage({ pageProps: null, price })).price).toBeNull();
    expect(read(makeNikePage({ pageProps: onSale, price })).price).toMatchObject({ minor: 8997, source: 'embedded' });
  });
});

describe('other countries', () => {
  test.each([
    ['de', 'EUR', 129.99, '129,99 €', 12_999],
    ['de', 'EUR', 1299, '1.299,00 €', 129_900],
    ['fr', 'EUR', 129.99, '129,99 €', 12_999],
    ['gb', 'GBP', 109.95, '£109.95', 10_995],
    ['jp', 'JPY', 24_300, '￥24,300(税込)', 24_300],
    ['kr', 'KRW', 139_000, '139,000 원', 139_000],
    ['se', 'SEK', 1299, '1 299 kr', 129_900],
    ['ca/fr', 'CAD', 160, '160 $', 16_000],
    ['au', 'AUD', 230, 'A$230', 23_000],
    ['ch/de', 'CHF', 139.9, 'CHF 139.90', 13_990],
  ])('%s %s', (place, currency, currentPrice, price, minor) => {
    const pageProps = selling({ prices: { currency, currentPrice, fullPrice: currentPrice } });
    for (const drawn of [price, null])
      expect(read(makeNikePage({ pageProps, price: drawn }), at(place)).price).toMatchObject({
        minor,
        currency,
        kind: 'retail',
      });
  });

  test.each([
    ['jp', '¥24,300'],
    ['ch/de', '139.90'],
  ])('%s %s: nobody says in which money', (place, price) => {
    expect(read(makeNikePage({ pageProps: null, price }), at(place)).price).toBeNull();
  });

  test.each([
    ['de', 'EU 42.5', null],
    ['de', 'US 10 / EU 44', 10],
    ['gb', 'UK 8.5 (EU 43)', null],
    ['gb', 'UK 9 (US 10)', 10],
    ['jp', '27.5', null],
    ['kr', '275', null],
  ])('%s: the size %s', (place, label, us) => {
    const pageProps = selling({ sizes: [{ label, status: 'ACTIVE' }] });
    expect(read(makeNikePage({ pageProps }), at(place)).perSize).toMatchObject([{ label, value: us, inStock: true }]);
  });
});

describe('sizes', () => {
  test.each([
    ["Women's Shoes", 'W 8 / M 6.5', 'W', 8],
    ["Men's Shoes", 'M 9 / W 10.5', 'M', 9],
    ["Little Kids' Shoes", '10.5C', 'C', 10.5],
    ["Little Kids' Shoes", '1Y', 'Y', 1],
    ["Older Kids' Shoes", '5.5Y', 'Y', 5.5],
  ])('%s %s', (subtitle, label, sex, value) => {
    const pageProps = selling({ productInfo: { title: 'Aero', subtitle }, sizes: [{ label, status: 'ACTIVE' }] });
    expect(read(makeNikePage({ pageProps })).perSize).toMatchObject([{ sex, value }]);
  });

  test('a product that is sold out is so in every size, whatever these say', () => {
    const reading = read(makeNikePage({ pageProps: selling({ statusModifier: 'OUT_OF_STOCK' }) }));
    expect(reading).toMatchObject({ availability: 'sold_out', warnings: ['SOLD_OUT'], price: { kind: 'retail' } });
    expect(reading.perSize.some(({ inStock, price }) => inStock || price !== null)).toBe(false);
  });

  test('to come: a price and nothing to be had', () => {
    const pageProps = selling({ statusModifier: 'COMING_SOON', sizes: [] });
    expect(read(makeNikePage({ pageProps }))).toMatchObject({ availability: 'unknown', perSize: [] });
    const none = selling({ prices: {}, sizes: [], statusModifier: 'COMING_SOON' });
    expect(read(makeNikePage({ pageProps: none }))).toMatchObject({ price: null, warnings: ['PRICE_PENDING'] });
  });
});

describe('whose words and data they are', () => {
  test.each([
    '<div class="related-stories"><p>SKU: ZX1234-100</p></div>',
    '<section data-testid="recently-viewed"><p>Style: ZX1234-100</p></section>',
  ])('another shoe’s code on a launch: %s', (body) => {
    expect(read(makeNikePage({ pageProps: null, body }), LAUNCH_URL).identity.styleCode).toBeNull();
    const both = makeNikePage({ pageProps: null, body: `${body}<p class="description-text">SKU: ZX1234-567</p>` });
    expect(read(both, LAUNCH_URL).identity.styleCode).toMatchObject({ canonical: 'ZX1234-567' });
  });

  const DATA = JSON.stringify({ props: { pageProps: { selectedProduct: SELECTED } } });
  const streamed = (text: string) => `<script>self.__next_f.push([1,${JSON.stringify(text)}])</script>`;
  const row = `5:["$","$L1",null,${DATA}]\n`;

  test.each([
    ['escaped like a text', `<script id="__NEXT_DATA__">${DATA.replaceAll('"', '&quot;')}</script>`],
    ['streamed', streamed(row)],
    ['streamed in pieces', streamed(row.slice(0, 90)) + streamed(row.slice(90))],
  ])('data %s', (_what, script) => {
    const html = makeNikePage({ pageProps: null }).replace('</body>', `${script}</body>`);
    expect(read(html)).toMatchObject({
      identity: { styleCode: { canonical: 'ZX1234-567', source: 'embedded' } },
      price: { minor: 12_000 },
    });
    expect(read(html, NIKE_URL.replace('ZX1234-567', 'QX4321-100'))).toMatchObject({
      identity: { styleCode: { canonical: 'QX4321-100', source: 'slug' } },
      price: null,
      perSize: [],
    });
  });

  test('several pairs', () => {
    const pageProps = selling({ productInfo: { title: 'Everyday Socks (3 Pairs)' } });
    expect(read(makeNikePage({ pageProps })).warnings).toContain('BUNDLE');
  });
});
