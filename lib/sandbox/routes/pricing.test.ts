import { describe, expect, test } from 'vitest';
import { at, list, makeTestMarket, NEW_GOOD } from '../make-test-market';

const dunk = 'dunk-low-black-white-dd1391-100';
const market = makeTestMarket({ listings: 0, orders: 0 });
const prices = [
  'lowest_listing_price_cents',
  'highest_offer_price_cents',
  'last_sold_listing_price_cents',
  'global_indicator_price_cents',
];

describe('availabilities', () => {
  test('four int64 strings in each row, never null', async () => {
    const rows = list((await market.get(`/pricing_insights/availabilities/${dunk}`)).json, 'variants');
    for (const row of rows) for (const key of prices) expect(at(row, `availability.${key}`)).toMatch(/^\d+$/);
    expect(rows.some((row) => at(row, 'availability.lowest_listing_price_cents') === '0')).toBe(true);
    expect(new Set(rows.map((row) => row['product_condition'])).size).toBe(3);
    expect(new Set(rows.map((row) => row['packaging_condition'])).size).toBe(4);
  });

  test('brings sizes no shoe has', async () => {
    const rows = list((await market.get(`/pricing_insights/availabilities/${dunk}`)).json, 'variants');
    expect(rows.map((row) => row['size'])).toEqual(expect.arrayContaining([0, 40]));
  });

  test('consigned is absent unless asked for, and the pooled ask is the lower of both', async () => {
    const path = `/pricing_insights/availabilities/${dunk}`;
    const [pooled = [], own = [], stored = []] = await Promise.all(
      [{}, { consigned: 'false' }, { consigned: 'true' }].map(async (params) =>
        list((await market.get(path, params)).json, 'variants'),
      ),
    );
    expect(pooled.every((row) => !('consigned' in row))).toBe(true);
    expect(own.every((row) => row['consigned'] === false)).toBe(true);
    const ask = (rows: typeof pooled, size: number): number =>
      Number(
        at(
          rows.find(
            (row) =>
              row['size'] === size &&
              row['product_condition'] === NEW_GOOD.product_condition &&
              row['packaging_condition'] === NEW_GOOD.packaging_condition,
          ),
          'availability.lowest_listing_price_cents',
        ),
      );
    for (const size of [9, 9.5, 10, 11]) {
      const both = [ask(own, size), ask(stored, size)].filter((cents) => cents > 0);
      expect(ask(pooled, size)).toBe(Math.min(...both));
    }
  });

  test('the global indicator comes with a region only, and a region never asks less than the world', async () => {
    const path = `/pricing_insights/availabilities/${dunk}`;
    const world = list((await market.get(path)).json, 'variants');
    const region = list((await market.get(path, { region_id: 3 })).json, 'variants');
    const indicator = (row: Record<string, unknown>): number =>
      Number(at(row, 'availability.global_indicator_price_cents'));
    expect(world.every((row) => indicator(row) === 0)).toBe(true);
    expect(region.some((row) => indicator(row) > 0)).toBe(true);
    const ask = (row: Record<string, unknown> | undefined): number =>
      Number(at(row, 'availability.lowest_listing_price_cents'));
    const same = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
      ['size', 'product_condition', 'packaging_condition'].every((key) => a[key] === b[key]);
    const pairs = region
      .map((row) => [ask(row), ask(world.find((one) => same(one, row)))] as const)
      .filter(([there]) => there > 0);
    expect(pairs.length).toBeGreaterThan(10);
    for (const [there, everywhere] of pairs) expect(there).toBeGreaterThanOrEqual(everywhere);
  });

  test('an empty region is refused', async () => {
    expect(await market.get(`/pricing_insights/availabilities/${dunk}`, { region_id: '' })).toMatchObject({
      status: 400,
    });
  });

  test('an unknown product is 503', async () => {
    expect(await market.get('/pricing_insights/availabilities/no-such-shoe')).toMatchObject({
      status: 503,
      json: { code: 14 },
    });
    expect(await market.get('/catalog/no-such-shoe')).toMatchObject({ status: 503, json: { code: 14, details: [] } });
  });
});

describe('one availability', () => {
  const path = '/pricing_insights/availability';
  const one = { catalog_id: dunk, size: 10 };

  test('needs both conditions', async () => {
    expect(await market.get(path, one)).toMatchObject({ status: 400, json: { code: 3, details: [] } });
  });

  test('takes names or numbers, but not 0', async () => {
    const named = await market.get(path, { ...one, ...NEW_GOOD });
    const numbered = await market.get(path, { ...one, product_condition: 1, packaging_condition: 1 });
    expect(numbered.json).toEqual(named.json);
    expect((await market.get(path, { ...one, product_condition: 0, packaging_condition: 1 })).status).toBe(400);
  });

  test("the listings' condition names are not taken", async () => {
    expect((await market.get(path, { ...one, ...NEW_GOOD, product_condition: 'CONDITION_NEW' })).status).toBe(400);
  });

  test('agrees with the row of the whole list', async () => {
    const rows = list((await market.get(`/pricing_insights/availabilities/${dunk}`)).json, 'variants');
    const row = rows.find(
      (one_) =>
        one_['size'] === 10 &&
        one_['product_condition'] === NEW_GOOD.product_condition &&
        one_['packaging_condition'] === NEW_GOOD.packaging_condition,
    );
    expect(at((await market.get(path, { ...one, ...NEW_GOOD })).json, 'availability')).toEqual(row?.['availability']);
  });
});

describe('recent sales', () => {
  const path = '/pricing_insights/recent_sales';
  const all = { catalog_id: dunk, size: 10, consigned: 'false', region_id: 3, ...NEW_GOOD };

  test('without a size: the recorded refusal', async () => {
    const answer = await market.get(path, { catalog_id: dunk, consigned: 'false' });
    expect(answer).toMatchObject({
      status: 400,
      json: { code: 3, message: 'Missing parameter: input.Size', details: [] },
    });
  });

  test('10 unless all filters are given, then up to 200', async () => {
    const count = async (params: Record<string, string | number>): Promise<number> =>
      list((await market.get(path, params)).json, 'recent_sales').length;
    expect(await count({ catalog_id: dunk, size: 10 })).toBe(10);
    expect(await count({ catalog_id: dunk, size: 10, limit: 200, ...NEW_GOOD })).toBe(10);
    expect(await count({ ...all, limit: 500 })).toBeGreaterThan(50);
    expect(await count({ ...all, limit: 500 })).toBeLessThanOrEqual(200);
    expect(await count({ ...all, limit: 3 })).toBe(3);
  });

  test('one condition alone narrows as well', async () => {
    const times = async (condition: string): Promise<unknown[]> => {
      const params = { catalog_id: dunk, size: 10, product_condition: `PRODUCT_CONDITION_${condition}` };
      return list((await market.get(path, params)).json, 'recent_sales').map((sale) => sale['purchased_at']);
    };
    const [used, unworn] = [await times('USED'), new Set(await times('NEW'))];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((time) => unworn.has(time))).toEqual([]);
  });

  test('newest first, with milliseconds, no id, no region, no condition', async () => {
    const sales = list((await market.get(path, { ...all, limit: 200 })).json, 'recent_sales');
    const times = sales.map((sale) => String(sale['purchased_at']));
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times.every((time) => /\.\d{3}Z$/.test(time))).toBe(true);
    for (const sale of sales)
      expect(Object.keys(sale)).toEqual(['purchased_at', 'price_cents', 'size', 'consigned', 'catalog_id']);
  });
});

describe('the offer histogram', () => {
  test('its top is the highest offer; high to low, strings', async () => {
    const question = { catalog_id: dunk, size: 10, ...NEW_GOOD };
    const bins = list((await market.get('/pricing_insights/offer_histogram', question)).json, 'offer_histogram.bins');
    const offer = at(
      (await market.get('/pricing_insights/availability', question)).json,
      'availability.highest_offer_price_cents',
    );
    expect(bins[0]?.['offer_price_cents'] ?? '0').toBe(offer);
    expect(bins.length).toBeGreaterThan(1);
    for (const bin of bins)
      expect(bin).toEqual({
        offer_price_cents: expect.stringMatching(/^\d+00$/),
        count: expect.stringMatching(/^\d+$/),
      });
    const cents = bins.map((bin) => Number(bin['offer_price_cents']));
    expect(cents).toEqual([...new Set(cents)].toSorted((a, b) => b - a));
  });
});
