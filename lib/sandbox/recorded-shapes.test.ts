import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeTestMarket, NEW_GOOD } from './make-test-market';

/**
 * The sandbox's answers against genuine recorded ones: same keys, same JSON types. The recordings are read in place and
 * are no part of this repository; without them these tests skip.
 */
const folder = fileURLToPath(new URL('../../../shared/data/recorded/alias/', import.meta.url));
const there = existsSync(folder);
if (!there) console.warn(`recorded answers are not at ${folder}: shapes are not compared`);

/** `path: type` of every value; list items share one path, so that a shape is what all of them have together. */
function shapeOf(value: unknown, path = '$', shape = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    shape.add(`${path}: array`);
    for (const one of value) shapeOf(one, `${path}[]`, shape);
  } else if (typeof value === 'object' && value !== null) {
    shape.add(`${path}: object`);
    for (const [key, one] of Object.entries(value)) shapeOf(one, `${path}.${key}`, shape);
  } else shape.add(`${path}: ${value === null ? 'null' : typeof value}`);
  return shape;
}

function sorted(shape: Set<string>): string[] {
  return [...shape].toSorted();
}

function recorded(file: string): unknown {
  return JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as unknown;
}

interface RecordedSearch {
  readonly status: number;
  readonly body: { readonly catalog_items: readonly Record<string, unknown>[] };
}

function recordedSearches(): RecordedSearch[] {
  const lines = readFileSync(`${folder}style-catalog-alias-mapping.extracted.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedSearch);
}

const dunk = 'dunk-low-black-white-dd1391-100';
const market = makeTestMarket({ listings: 0, orders: 0 });

describe.skipIf(!there)('shapes of recorded answers', () => {
  test.each([
    ['api3_pricing_global.json', {}],
    ['api4_pricing_us_region.json', { region_id: 1 }],
    ['api5_pricing_non_consigned.json', { consigned: 'false' }],
    ['api6_pricing_consigned.json', { consigned: 'true' }],
  ] as const)('%s', async (file, params) => {
    const ours = (await market.get(`/pricing_insights/availabilities/${dunk}`, params)).json;
    const theirs = recorded(file);
    expect(sorted(shapeOf(ours))).toEqual(sorted(shapeOf(theirs)));
    const rowKeys = (value: unknown): string[] => Object.keys((value as { variants: object[] }).variants[0] ?? {});
    expect(rowKeys(ours)).toEqual(rowKeys(theirs));
  });

  test('recent sales, refused without a size', async () => {
    const answer = await market.get('/pricing_insights/recent_sales', {
      catalog_id: dunk,
      consigned: 'false',
      limit: 10,
    });
    expect(answer.json).toEqual(recorded('api7_recent_sales_ERROR.json'));
  });

  test('offer histogram', async () => {
    const answer = await market.get('/pricing_insights/offer_histogram', { catalog_id: dunk, size: 10, ...NEW_GOOD });
    expect(sorted(shapeOf(answer.json))).toEqual(sorted(shapeOf(recorded('api8_offer_histogram.json'))));
  });

  test('recent sales', async () => {
    const answer = await market.get('/pricing_insights/recent_sales', { catalog_id: dunk, size: 10 });
    expect(sorted(shapeOf(answer.json))).toEqual(sorted(shapeOf(recorded('api9_recent_sales_WORKING.json'))));
  });

  test('catalogue search, every model', async () => {
    const theirs = recordedSearches().map((one) => one.body);
    for (const query of ['jordan', 'nike', 'yeezy', 'ugg', 'samba', '0560771']) {
      const ours = await market.get('/catalog', { query });
      expect(sorted(shapeOf(ours.json))).toEqual(sorted(shapeOf(theirs[0])));
    }
    const keys = Object.keys(theirs[0]?.catalog_items[0] ?? {});
    const { catalog_items: items } = (await market.get('/catalog', { query: 'jordan' })).json as RecordedSearch['body'];
    expect(Object.keys(items[0] ?? {})).toEqual(keys);
  });

  test('release dates, SKUs and requested pictures are written as recorded', async () => {
    const theirs = recordedSearches().flatMap((one) => one.body.catalog_items);
    const form = (item: Record<string, unknown>): string => String(item['release_date']).replace(/\d/g, '9');
    const forms = new Set(theirs.map(form));
    const { catalog_items: ours } = (await market.get('/catalog', { query: 'jordan' })).json as RecordedSearch['body'];
    for (const item of ours) {
      expect(forms).toContain(form(item));
      expect(item['requested_pictures']).toEqual(theirs[0]?.['requested_pictures']);
    }
    const same = theirs.find((item) => item['catalog_id'] === dunk);
    const mine = (await market.get(`/catalog/${dunk}`)).json as { catalog_item: Record<string, unknown> };
    for (const key of [
      'sku',
      'name',
      'brand',
      'gender',
      'retail_price_cents',
      'release_date',
      'minimum_listing_price_cents',
    ]) {
      expect(mine.catalog_item[key]).toBe(same?.[key]);
    }
  });
});
