import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { MarketQuote } from '@/lib/domain/market/quote';
import type { Http } from '../http/create-http';
import { createAliasMarketplace } from './client';

/** Genuine answers, read where they lie and never copied; a checkout without them skips these tests. */
const FOLDER = fileURLToPath(new URL('../../../../shared/data/recorded/alias/', import.meta.url));
const present = existsSync(FOLDER);

const OPTIONS = { priority: 'user' } as const;
const text = (file: string) => readFileSync(FOLDER + file, 'utf8');

/** A market that gives this very answer to whatever is asked. */
function replay(body: unknown) {
  const origin = { requestId: null, receivedAt: 0 as never };
  const http: Http = { send: () => Promise.resolve({ body, origin }) };
  return createAliasMarketplace(http);
}

async function quotesOf(file: string, consigned?: boolean): Promise<readonly MarketQuote[]> {
  const request = { catalogId: 'dunk', ...(consigned === undefined ? {} : { consigned }) };
  const { value, rejected } = await replay(JSON.parse(text(file))).getQuotes(request, OPTIONS);
  expect(rejected).toEqual([]);
  return value;
}

const figures = (quote: MarketQuote) => [quote.lowestAsk, quote.highestOffer, quote.lastSale, quote.globalIndicator];

describe.skipIf(!present)('recorded answers of alias (skipped where ../shared/data is missing)', () => {
  test('241 variants without parameters: nothing consigned, no indicator, "0" is none', async () => {
    const quotes = await quotesOf('api3_pricing_global.json');
    expect(quotes).toHaveLength(241);
    expect(quotes.every(({ variant, globalIndicator }) => variant.consigned === null && globalIndicator === null)).toBe(
      true,
    );
    expect(quotes.flatMap(figures).every((price) => price === null || price.minor > 0)).toBe(true);
    expect(quotes.flatMap(figures).some((price) => price === null)).toBe(true);
  });

  test('177 variants of a region: the indicator is filled on 20', async () => {
    const quotes = await quotesOf('api4_pricing_us_region.json');
    expect([quotes.length, quotes.filter((quote) => quote.globalIndicator !== null).length]).toEqual([177, 20]);
  });

  test.each([
    ['api5_pricing_non_consigned.json', false],
    ['api6_pricing_consigned.json', true],
  ])('%s: every row says whether it is consigned', async (file, consigned) => {
    const quotes = await quotesOf(file, consigned);
    expect(quotes.length).toBeGreaterThan(200);
    expect(quotes.every(({ variant }) => variant.consigned === consigned)).toBe(true);
  });

  test('no condition or box is unknown, and every variant has a key of its own', async () => {
    const quotes = await quotesOf('api3_pricing_global.json');
    const keys = quotes.map(({ variant }) => `${variant.usSize} ${variant.condition} ${variant.packaging}`);
    expect(keys.filter((key) => key.includes('unknown:'))).toEqual([]);
    expect(new Set(keys).size).toBe(quotes.length);
  });

  test('the histogram runs from high to low, the recent sales from new to old', async () => {
    const variant = {
      marketplace: 'alias',
      catalogId: 'd',
      usSize: 10,
      condition: 'new',
      packaging: 'good',
      consigned: null,
      regionId: null,
    } as const;
    const offers = await replay(JSON.parse(text('api8_offer_histogram.json'))).getOffers(variant, OPTIONS);
    expect(offers.value.map(({ price, count }) => [price.minor, count])).toEqual([
      [5500, 1],
      [4500, 1],
      [3100, 1],
      [2500, 1],
    ]);
    const sales = await replay(JSON.parse(text('api9_recent_sales_WORKING.json'))).getRecentSales(
      { catalogId: 'd', usSize: 10 },
      OPTIONS,
    );
    const times = sales.value.map((sale) => sale.purchasedAt);
    expect([sales.value.length, sales.rejected.length]).toEqual([10, 0]);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test('149 products of 150 searches, all of them readable', async () => {
    const products: ProductFacts[] = [];
    for (const line of text('style-catalog-alias-mapping.extracted.jsonl').trim().split('\n')) {
      const { body } = JSON.parse(line) as { body: unknown };
      const { items, rejected } = await replay(body).searchCatalog('x', { token: null, pageSize: 1 }, OPTIONS);
      expect(rejected).toEqual([]);
      products.push(...items);
    }
    expect(products).toHaveLength(149);
    expect(products.filter((product) => product.releaseDate === null)).toHaveLength(2);
    expect(products.filter((product) => product.requiresPictures)).toHaveLength(3);
    expect(products.every((product) => product.pictureUrl?.startsWith('https://image.goat.com/') === true)).toBe(true);
    expect(products.every(({ minimumListingPrice }) => minimumListingPrice?.minor === 2500)).toBe(true);
    expect(products.every(({ sizeRun, sizeSystem }) => sizeRun !== null && sizeSystem === 'US')).toBe(true);
    expect(products.filter((product) => product.styleCode === null).map((product) => product.rawSku)).toEqual([]);
  });

  test('the recorded sequence: search, product and quotes agree on the product', async () => {
    const { responses } = JSON.parse(text('DD1391-100_1765317497218.json')) as { responses: { data: unknown }[] };
    const [search, detail] = responses;
    const found = await replay(search?.data).searchCatalog('DD1391-100', { token: null, pageSize: 50 }, OPTIONS);
    const product = await replay(detail?.data).getProduct('dunk-low-black-white-dd1391-100', OPTIONS);
    expect(found.rejected).toEqual([]);
    expect(found.items[0]).toEqual(product.value);
    expect(product.value).toMatchObject({ styleCode: 'DD1391-100', rawSku: 'DD1391 100', releaseDate: '2021-03-10' });
  });
});
