import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { CLUB_TEMPLATE, CLUB_URL, makeClubPage, OLD_CLUB_URL } from '@/tests/fixtures/pages/flight-club/make-page';
import { readFlightClubProduct } from './read-product';

const read = (html: string, url = CLUB_URL) => readFlightClubProduct(parseHTML(html).document, url);

test.each(['<p>SKU: 806920</p><p>10 11 12</p>', '<dl><dt>Style</dt><dd>806920</dd></dl>'])(
  'the shop’s own number behind a label is no style code: %s',
  (text) => {
    const { identity, warnings } = read(makeClubPage({ text }), OLD_CLUB_URL);
    expect(identity.styleCode).toBeNull();
    expect(warnings).toEqual(expect.arrayContaining(['SKU_MISSING', 'INTERNAL_SKU_IGNORED']));
  },
);

test('sizes as the data wrote them until 2021: cents, conditions, and what is gone', () => {
  const size = (value: number, cents: number | null, shoeCondition = 'new_no_defects') => ({
    size: { display: String(value), value },
    shoeCondition,
    boxCondition: 'good_condition',
    lowestPriceOption: { price: cents === null ? null : { value: cents }, isAvailable: cents !== null },
  });
  const newSizes = [size(10, 9500, 'used'), size(10, 19_500), size(11, null)];
  const data = { getProductTemplate: { ...CLUB_TEMPLATE, newSizes, newLowestPrice: 19_500, usedLowestPrice: 9500 } };
  const scripts = `<script>window.__APOLLO_STATE__ = ${JSON.stringify(data)};</script>`;
  const { perSize, price } = read(makeClubPage({ sizes: '', scripts }));
  expect(perSize.map((row) => [row.label, row.price?.minor ?? null, row.inStock])).toEqual([
    ['10', 19_500, true],
    ['11', null, false],
  ]);
  expect(price).toMatchObject({ minor: 19_500, kind: 'lowest_ask_any' });
});

test('a tile that leads to another shoe is no size of this one', () => {
  const sizes = '<ul><li>10 $195</li></ul><a href="/other-shoe-ab1234-100"><ul><li>8 $10</li></ul></a>';
  expect(read(makeClubPage({ sizes })).perSize.map(({ label }) => label)).toEqual(['10']);
});

test.each([
  ['<div class="size"><div>10</div><div>$195</div></div>', '10'],
  ['<button>Men’s 10 <b>$195</b></button>', 'Men’s 10'],
])('a size alone: %s', (sizes, label) => {
  expect(read(makeClubPage({ sizes })).perSize).toMatchObject([{ label, value: 10, price: { minor: 19_500 } }]);
});
