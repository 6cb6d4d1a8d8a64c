import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import {
  HERO_A,
  HERO_B,
  makeStockxPage,
  PRODUCT_A,
  SLUG_A,
  URL_A,
  URL_B,
} from '@/tests/fixtures/pages/stockx/make-page';
import { readStockxProduct } from './read-product';

const read = (html: string, url = URL_A) => readStockxProduct(parseHTML(html).document, url).release;

const traits = (date: string | number, retail: string | number | null = '120') =>
  [
    { name: 'Style', value: 'ZX1234-567' },
    { name: 'Release Date', value: date },
    { name: 'Retail Price', value: retail },
  ] as const;
const dated = (...told: Parameters<typeof traits>) => ({ product: { ...PRODUCT_A, traits: traits(...told) } });
const RETAIL = { minor: 12_000, currency: 'USD' };

const ROWS = [
  ['Style', 'ZX1234-567'],
  ['Release Date', '12/31/2026'],
  ['Retail Price', '$120'],
] as const;

describe('the page’s own data', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026-12-05T23:59:59.999Z', '2026-12-05'],
    ['2026-12-05T00:00:00+14:00', '2026-12-05'],
    ['2026-12-05 00:30:00', '2026-12-05'],
  ])('%s is %s, never the day before or after', (told, date) => {
    expect(read(makeStockxPage(dated(told)))).toEqual({ date, retailPrice: RETAIL });
  });

  test.each(['', 'TBD', '2026-02-30', '2026-13-01', '0001-01-01', '1970-01-01', '9999-12-31', '05/12/2026', '12-2026'])(
    '%j is no day',
    (told) => expect(read(makeStockxPage(dated(told)))).toBeNull(),
  );

  test('a number is none either, and neither is a text without end', () => {
    expect(read(makeStockxPage(dated(1_796_428_800_000)))).toBeNull();
    expect(read(makeStockxPage(dated('9'.repeat(100_000))))).toBeNull();
    expect(read(makeStockxPage())).toBeNull();
  });

  test('the retail price is in the page’s own currency, or not told', () => {
    const dearest = (retail: string | number | null, over = {}, url = URL_A) =>
      read(makeStockxPage({ ...dated('2026-12-05', retail), ...over }), url)?.retailPrice;
    expect(dearest('120', { path: 'states', currency: 'EUR' })).toEqual({ minor: 12_000, currency: 'EUR' });
    expect(dearest(129.99)).toEqual({ minor: 12_999, currency: 'USD' });
    expect(dearest('120', {}, `https://stockx.com/de-de/${SLUG_A}`)).toBeNull();
    for (const none of ['0', '--', '', null, -120]) expect(dearest(none), `${none}`).toBeNull();
  });
});

describe('after a navigation inside the page', () => {
  test('data about another product tells nothing', () => {
    expect(read(makeStockxPage({ ...dated('2026-12-05'), hero: HERO_B }), URL_B)).toBeNull();
    expect(
      read(makeStockxPage({ product: null, related: [dated('2026-12-05').product], hero: HERO_B }), URL_B),
    ).toBeNull();
  });

  test('drawn rows tell when they name this product, and only a day that can be read one way', () => {
    const drawn = (rows: readonly (readonly [string, string])[], over = {}) =>
      read(makeStockxPage({ path: 'none', hero: { ...HERO_A, traits: rows }, ...over }));
    expect(drawn(ROWS)).toEqual({ date: '2026-12-31', retailPrice: RETAIL });
    expect(drawn([ROWS[0], ['Release Date', '05/12/2026'], ROWS[2]])).toBeNull();
    expect(drawn(ROWS.slice(1)), 'without the style code').toBeNull();
  });

  test('rows that are still the former product’s tell nothing', () => {
    const hero = { ...HERO_B, traits: ROWS };
    expect(read(makeStockxPage({ ...dated('2026-12-31'), hero }), URL_B)).toBeNull();
  });
});
