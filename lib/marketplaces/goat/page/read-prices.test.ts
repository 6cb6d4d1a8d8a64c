import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { BAR_A, makeGoatPage, SHOE_A, SHOE_A_URL } from '@/tests/fixtures/pages/goat/make-page';
import { readGoatProduct } from './read-product';

const read = (html: string, url = SHOE_A_URL) => readGoatProduct(parseHTML(html).document, url);

describe('prices', () => {
  const priceOf = (price: string, over: Parameters<typeof makeGoatPage>[0] = {}, url = `${SHOE_A_URL}?size=10`) =>
    read(
      makeGoatPage({
        bar: [
          { size: '9', price: '$1' },
          { size: '10', price },
        ],
        ...over,
      }),
      url,
    ).price;

  test.each([
    ['$1,234', 123_400, 'USD'],
    ['$1,234.50', 123_450, 'USD'],
    ['€ 1.234', 123_400, 'EUR'],
    ['1.234,50 €', 123_450, 'EUR'],
    ['£142', 14_200, 'GBP'],
    ['A$259', 25_900, 'AUD'],
    ['HK$1,890', 189_000, 'HKD'],
    ['\u200f\u202b$189\u202c', 18_900, 'USD'],
    [' $\u00a0189 ', 18_900, 'USD'],
  ])('%s', (text, minor, currency) => {
    expect(priceOf(text)).toMatchObject({ minor, currency });
  });

  test.each(['$0', '189', 'Make offer', '$175 Instant $190', '$175 - $190', '$'.repeat(5000), '١٧٥', '$12.345.6'])(
    '%s is no price',
    (text) => {
      const reading = read(
        makeGoatPage({
          bar: [
            { size: '9', price: '$1' },
            { size: '10', price: text },
          ],
        }),
        `${SHOE_A_URL}?size=10`,
      );
      expect(reading).toMatchObject({ price: null, availability: 'unknown', warnings: ['PRICE_MISSING'] });
      // What cannot be read is no word of its being gone.
      expect(reading.perSize[1]).toMatchObject({ price: null, inStock: true });
    },
  );

  test.each(['$--', '--', '€ –', 'Sold', 'Sold Out'])('%s: nobody sells it', (price) => {
    const reading = read(makeGoatPage({ bar: [...BAR_A, { size: '12', price }] }), `${SHOE_A_URL}?size=12`);
    expect(reading).toMatchObject({ price: null, availability: 'sold_out', warnings: ['SOLD_OUT'] });
    expect(reading.perSize.at(-1)).toMatchObject({ price: null, inStock: false });
  });

  test('a bare $ is what the place or the data says, else nothing is claimed', () => {
    const elsewhere = `${SHOE_A_URL.replace('/sneakers', '/en-au/sneakers')}?size=10`;
    const silent = { template: null } as const;
    expect(priceOf('$189', silent)).toMatchObject({ currency: 'USD' });
    expect(priceOf('$189', silent, elsewhere)).toMatchObject({ minor: 18_900, currency: null });
    expect(read(makeGoatPage(silent), elsewhere).warnings).toContain('CURRENCY_AMBIGUOUS');
    const template = { ...SHOE_A, localizedSpecialDisplayPriceCents: { amount: 18_000, currency: 'AUD' } };
    expect(priceOf('$189', { template }, elsewhere)).toMatchObject({ minor: 18_900, currency: 'AUD' });
  });

  test('a sign whose currencies count differently is not read at all', () => {
    const reading = read(makeGoatPage({ template: null, bar: [{ size: '9', price: '¥23,000' }] }));
    expect(reading).toMatchObject({ price: null, warnings: expect.arrayContaining(['CURRENCY_AMBIGUOUS']) });
  });

  test('amounts of two currencies have no lowest', () => {
    const bar = [
      { size: '9', price: '£150' },
      { size: '10', price: '$160' },
    ];
    expect(read(makeGoatPage({ bar })).price).toBeNull();
  });

  test('the list of sizes in the data, as lists: new, good box, cheapest of each size', () => {
    const availableSizesNewV2 = [
      ['10', '18900', 'good_condition'],
      ['10', '17000', 'badly_damaged'],
      ['10', '18800', 'good_condition'],
      [9, 17_500, 'good_condition'],
      ['8', '0', 'good_condition'],
      ['7', '-5', 'good_condition'],
      ['6'],
      null,
    ];
    const reading = read(makeGoatPage({ bar: null, template: { ...SHOE_A, availableSizesNewV2 } }));
    expect(reading.perSize.map(({ label, price }) => [label, price?.minor])).toEqual([
      ['10', 18_800],
      ['9', 17_500],
    ]);
    expect(reading.price).toMatchObject({ minor: 17_500, currency: 'USD', source: 'embedded' });
  });

  test('… and as objects', () => {
    const row = (presentation: string, amount: number, over = {}) => ({
      sizeOption: { presentation, value: 1 },
      shoeCondition: 'new_no_defects',
      boxCondition: 'good_condition',
      lowestPriceCents: { amount, currency: 'CAD' },
      ...over,
    });
    const availableSizesNewV2 = [
      row('10', 24_400),
      row('10', 9900, { shoeCondition: 'used' }),
      row('10', 9800, { boxCondition: 'no_original_box' }),
      row('9', 1, { lowestPriceCents: { amount: 1, currency: 'XXX' } }),
      { size: 8, priceCents: '20000' },
    ];
    const reading = read(makeGoatPage({ bar: null, template: { ...SHOE_A, availableSizesNewV2 } }));
    expect(reading.perSize.map(({ label, price }) => [label, price])).toEqual([
      ['10', { minor: 24_400, currency: 'CAD' }],
      ['8', { minor: 20_000, currency: 'USD' }],
    ]);
  });
});

describe('which size is meant', () => {
  const barWith = (active: number) => BAR_A.map((item, nth) => ({ ...item, active: nth === active }));

  test('the one in the middle of the bar', () => {
    const reading = read(makeGoatPage({ bar: barWith(2) }), `${SHOE_A_URL}?size=10`);
    expect(reading).toMatchObject({ size: { value: 10.5, selected: true }, price: { minor: 20_100 } });
  });

  test('the first of the bar is in the middle before anybody chose', () => {
    expect(read(makeGoatPage({ bar: barWith(0) }))).toMatchObject({ size: { selected: false } });
    expect(read(makeGoatPage({ bar: barWith(0) }), `${SHOE_A_URL}?size=10`)).toMatchObject({
      price: { minor: 18_900 },
    });
  });

  test('one that is sold out has no price, although others have', () => {
    expect(read(makeGoatPage(), `${SHOE_A_URL}?size=11`)).toMatchObject({
      size: { value: 11, selected: true },
      price: null,
      availability: 'sold_out',
      warnings: ['SOLD_OUT'],
    });
  });

  test('one that the bar does not know', () => {
    expect(read(makeGoatPage(), `${SHOE_A_URL}?size=14`)).toMatchObject({
      size: { value: 14 },
      price: null,
      availability: 'unknown',
      warnings: ['PRICE_MISSING'],
    });
  });

  test('women’s sizes are the product’s, without a W', () => {
    const template = { ...SHOE_A, gender: ['women'], singleGender: 'women' };
    expect(read(makeGoatPage({ template }), `${SHOE_A_URL}?size=9`).size).toMatchObject({
      system: 'US',
      sex: 'W',
      value: 9,
    });
    const slug = `https://www.goat.com/sneakers/wmns-${SHOE_A.slug}?size=9`;
    expect(read(makeGoatPage({ template: null }), slug)).toMatchObject({
      identity: { gender: 'women' },
      size: { sex: 'W', value: 9 },
    });
  });

  test.each([
    ['7.5W', 'W', 7.5],
    ['6Y', 'Y', 6],
    ['10C', 'C', 10],
  ])('%s: what stands at the size outranks the product', (label, sex, value) => {
    const bar = [
      { size: '5', price: '$90' },
      { size: label, price: '$100' },
    ];
    expect(read(makeGoatPage({ bar }), `${SHOE_A_URL}?size=${label}`).size).toMatchObject({ sex, value, system: 'US' });
  });

  test.each([
    ['uk', 'UK', 10, []],
    ['kr', null, null, ['SIZE_SYSTEM_UNKNOWN']],
  ])('sizes in %s', (sizeUnit, system, value, warnings) => {
    expect(read(makeGoatPage({ template: { ...SHOE_A, sizeUnit } }), `${SHOE_A_URL}?size=10`)).toMatchObject({
      size: { system, value },
      warnings,
    });
  });

  test('the used side of a page has no prices of new pairs', () => {
    const reading = read(makeGoatPage(), `${SHOE_A_URL}?tab=used&size=10`);
    expect(reading).toMatchObject({ condition: 'used', price: null, perSize: [] });
  });
});
