import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  HERO_A,
  HERO_B,
  JSONLD_A,
  makeStockxPage,
  PRODUCT_A,
  SLUG_A,
  URL_A,
  URL_B,
} from '@/tests/fixtures/pages/stockx/make-page';
import { womensRows } from '@/tests/fixtures/pages/stockx/make-product';
import { readStockxProduct } from './read-product';

const PLAIN = `https://stockx.com/${SLUG_A}`;
const read = (html: string, url = URL_A) => readStockxProduct(parseHTML(html).document, url);
const bare = (title: string, body: string) => `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const shown = (size: string | null, price: string | null, over = {}) =>
  read(makeStockxPage({ hero: { ...HERO_A, size, price }, ...over }), PLAIN);

describe('pages that show something else', () => {
  const tile = '<div data-testid="product-tile"><p data-testid="product-tile-lowest-ask-amount">$77</p></div>';

  test.each([
    ['Page Not Found', '<h1>Page not found</h1>', PLAIN, 'not_product'],
    ['StockX', tile, 'https://stockx.com/retro-jordans', 'not_product'],
    ['StockX', `<h1>StockX</h1>${tile}`, 'https://stockx.com/de-de', 'not_product'],
    ['Search', tile, 'https://stockx.com/search?s=nike', 'not_product'],
    ['Log In | StockX', '<h1>Log in</h1>', PLAIN, 'blocked'],
    ['stockx.com', '<div id="px-captcha"></div>', PLAIN, 'blocked'],
    ['Zugriff verweigert', '', PLAIN, 'blocked'],
  ])('%s %s', (title, body, url, pageType) => {
    expect(read(bare(title, body), url)).toMatchObject({ pageType, price: null, identity: { styleCode: null } });
  });

  test('a description for search engines makes no product of a list', () => {
    const block = `<script type="application/ld+json">${JSON.stringify(JSONLD_A)}</script>`;
    expect(read(bare('Sneakers', tile + block), 'https://stockx.com/retro-jordans').pageType).toBe('not_product');
  });
});

describe('prices of other views', () => {
  const states = (currency: string) => ({ path: 'states' as const, currency });

  test.each([
    ['Größe: EU 44', '1.299,00 €', {}, 129_900, 'EUR'],
    ['サイズ：28 cm', '24,300円', states('JPY'), 24_300, 'JPY'],
    ['サイズ：US M 10', '¥24,300', states('JPY'), 24_300, 'JPY'],
    ['Storlek: EU 44', '1 899 kr', states('SEK'), 189_900, 'SEK'],
    ['Size: US M 10', 'AU$259', {}, 25_900, 'AUD'],
    // The mark at the amount outranks what the page counts in.
    ['Size: US M 10', 'CA$259', states('USD'), 25_900, 'CAD'],
    ['Size: US M 10', 'S$259', {}, 25_900, 'SGD'],
  ])('%s %s', (size, price, over, minor, currency) => {
    expect(shown(size, price, over)).toMatchObject({
      size: { selected: true, us: 10 },
      price: { minor, currency, kind: 'buy_now_size', source: 'dom-hero' },
      warnings: [],
    });
  });

  test('what is struck through is what it cost before', () => {
    const html = makeStockxPage().replace('>$189<', '><s>$220</s> <span>$189</span><');
    expect(read(html).price).toMatchObject({ minor: 18_900, kind: 'buy_now_size' });
  });

  test('two amounts, neither of them struck through: which is asked nobody says', () => {
    expect(shown('Size: US M 10', '$220 $189')).toMatchObject({ price: null, warnings: ['PRICE_MISSING'] });
  });

  test('the lowest of several is not that of the chosen size', () => {
    for (const price of ['From $129', 'ab 129 €'])
      expect(shown('Size: US M 10', price).price).toMatchObject({ minor: 12_900, kind: 'lowest_ask_any' });
  });

  test.each(['Sold Out', 'Ausverkauft', 'Coming soon', 'N/A', 'Place Bid'])('%s is no amount', (price) => {
    const reading = shown('Size: US M 10', price);
    expect(reading.price).toBeNull();
    expect(reading.availability).toBe(price === 'Sold Out' ? 'sold_out' : 'unknown');
  });

  test('before its release: a day, a retail price, and no ask', () => {
    const traits = [
      ['Style', 'ZX1234-567'],
      ['Release Date', '2026-12-05'],
      ['Retail Price', '$120'],
    ] as const;
    const reading = read(makeStockxPage({ path: 'none', hero: { ...HERO_A, size: null, price: null, traits } }), PLAIN);
    expect(reading).toMatchObject({ price: null, availability: 'unknown', release: { date: '2026-12-05' } });
    expect(reading.release?.retailPrice).toMatchObject({ minor: 12_000 });
  });

  test('the open list in a currency without cents', () => {
    const sizes = [
      ['US M 9', '₩230,000'],
      ['US M 10', '₩--'],
    ] as const;
    const hero = { ...HERO_A, size: 'Size: All', price: '₩210,000', sizes };
    expect(read(makeStockxPage({ hero, ...states('KRW') })).perSize).toMatchObject([
      { value: 9, price: { minor: 230_000, currency: 'KRW' }, inStock: true },
      { value: 10, price: null, inStock: false },
    ]);
  });
});

describe('sizes of other views', () => {
  const women = { product: { ...PRODUCT_A, gender: 'women', variants: womensRows() } };
  const child = (gender: string, title: string) => ({ product: { ...PRODUCT_A, gender, title, variants: [] } });

  test.each([
    ['Size: US 10 / EU 44', {}, ['US', 'M', 10, 10]],
    ['Size: US M 10 / US W 11.5 / EU 44', {}, ['US', 'M', 10, 10]],
    ['Size: US M 9 - 10', {}, [null, 'M', null, null]],
    ['Size: US M 7', women, ['US', 'M', 7, 8.5]],
    ['Size: EU 40 (US W 8.5)', women, ['EU', 'W', 40, 8.5]],
    ['Size: 7C', child('toddler', 'Aero (TD)'), ['US', 'C', 7, 7]],
    ['Size: US 2Y', child('preschool', 'Aero (PS)'), ['US', 'Y', 2, 2]],
  ] as const)('%s', (text, over, [system, sex, value, us]) => {
    expect(shown(text, '$189', over).size).toMatchObject({ system, sex, value, us, selected: true });
  });

  test.each(['Select Size', 'Größe wählen', 'Size: --', 'Size: Alle'])('%s is none', (text) => {
    expect(shown(text, '$141')).toMatchObject({
      size: { selected: false },
      price: { kind: 'lowest_ask_any' },
      warnings: ['SIZE_UNSELECTED'],
    });
  });
});

describe('whose words the head’s tags are', () => {
  const tagged = (head: string, title = '') => read(makeStockxPage({ path: 'none', jsonld: [], head, title }), PLAIN);
  const QX = '<meta name="keywords" content="style qx4321, colorway grey">';
  const ZX = '<meta name="keywords" content="style zx1234-567, colorway lime">';
  const OWN = `<link rel="canonical" href="https://stockx.com/de-de/${SLUG_A}">`;

  test.each([
    ['all of another', `${QX}<meta property="og:title" content="Gazette Runner Core Grey">`],
    [
      'another’s behind an address of its own',
      `${OWN}${QX}<meta property="og:title" content="Gazette Runner Core Grey">`,
    ],
    ['another’s address behind its own', `${OWN}${QX}<meta property="og:url" content="${URL_B}">`],
  ])('%s', (_what, head) => {
    const { identity, report } = tagged(head, 'Gazette Runner - QX4321 - US');
    expect(identity.styleCode).toBeNull();
    expect(report.layers.meta).toBe('stale');
  });

  test('its own, on the address of another language', () => {
    const head = `${OWN}${ZX}<meta property="og:title" content="Nike Aero Court 1 Low Test Lime Herren - ZX1234-567 - DE">`;
    expect(tagged(head).identity.styleCode).toMatchObject({ canonical: 'ZX1234-567', source: 'meta' });
  });
});

describe('data in other wrappings', () => {
  const data = (text: string) =>
    makeStockxPage({ path: 'none' }).replace('</body>', `<script id="__NEXT_DATA__">${text}</script></body>`);
  const product = JSON.stringify({ props: { p: PRODUCT_A } });

  test('escaped like a text, and cut off', () => {
    expect(read(data(product.replaceAll('"', '&quot;'))).identity.styleCode).toMatchObject({ source: 'embedded' });
    expect(read(data(product.slice(0, -9)))).toMatchObject({
      identity: { styleCode: null },
      price: { minor: 18_900 },
      report: { layers: { embedded: 'invalid' } },
    });
  });

  test.each([
    ['without its dash', { styleId: 'ZX1234567' }, ['ZX1234-567'], []],
    ['two of them', { styleId: '315122-111/CW2288-111' }, ['315122-111', 'CW2288-111'], ['SKU_MULTI']],
    [
      'a set',
      { styleId: 'FB7921-473/FB8002-473', title: 'Set' },
      ['FB7921-473', 'FB8002-473'],
      ['SKU_MULTI', 'BUNDLE'],
    ],
    ['none but the traits’', { styleId: '' }, ['ZX1234-567'], []],
  ])('a code %s', (_what, over, all, warnings) => {
    const name = 'title' in over ? { primaryTitle: 'Tech Hoodie & Joggers Set', secondaryTitle: 'Grey' } : {};
    const reading = read(makeStockxPage({ product: { ...PRODUCT_A, ...over, ...name } }));
    expect(reading.identity.styleCode?.all).toEqual(all);
    expect(reading.warnings).toEqual(warnings);
  });

  test('a new product in the head before any row below names its code', () => {
    expect(read(makeStockxPage({ hero: { ...HERO_B, traits: [] } }), URL_B)).toMatchObject({
      identity: { title: 'Gazette Runner Core Grey', styleCode: null, uuid: null },
      price: { minor: 9800 },
      warnings: ['STALE_EMBEDDED', 'SKU_MISSING'],
    });
  });
});
