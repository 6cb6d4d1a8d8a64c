import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  makeWireAvailability,
  makeWireCatalogItem,
  makeWireListing,
  makeWireOrder,
  makeWireVariant,
} from '@/tests/fakes/alias-answers';
import type { HttpRequest } from '../http/exchange';
import { readRows, type RecordReader } from './parse';
import {
  batchOperationReader,
  batchReader,
  listingReader,
  orderReader,
  productReader,
  recentSaleReader,
} from './readers';
import { variantSchema } from './schemas';
import { toVariantQuote } from './to-market';

const REQUEST: HttpRequest = { method: 'GET', operation: '/listings', path: '/listings' };
const CONTEXT = { catalogId: 'dunk', consigned: null, regionId: null };

/** Whatever JSON can hold in place of a field, with the values that have cost shops money. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '0',
    0,
    -1,
    1.5,
    null,
    true,
    [],
    {},
    'NaN',
    '1e3',
    ' 5',
    '-0',
    '99999999999999999999',
    1e21,
    [null],
    { a: 1 },
  ),
  fc.jsonValue(),
);

const KINDS: readonly (readonly [string, () => Record<string, unknown>, RecordReader<never, unknown>])[] = [
  ['listing', makeWireListing, listingReader as never],
  ['order', makeWireOrder, orderReader as never],
  ['catalogue item', makeWireCatalogItem, productReader as never],
  [
    'variant',
    makeWireVariant,
    { schema: variantSchema, toDomain: (wire: never) => toVariantQuote(wire, CONTEXT) } as never,
  ],
  [
    'availability in a variant',
    () => makeWireVariant({ availability: makeWireAvailability({ lowest_listing_price_cents: 1 }) }),
    { schema: variantSchema, toDomain: (wire: never) => toVariantQuote(wire, CONTEXT) } as never,
  ],
  [
    'recent sale',
    () => ({
      purchased_at: '2025-12-09T18:24:08.701Z',
      price_cents: '6500',
      size: 10,
      consigned: true,
      catalog_id: 'd',
    }),
    recentSaleReader as never,
  ],
  [
    'batch',
    () => ({ id: 'b', status: 'BATCH_STATUS_PENDING', type: 'X', queued: '1', processed: '0', failed: '0' }),
    batchReader as never,
  ],
  [
    'operation',
    () => ({ type: 'BATCH_TYPE_UPDATE', status: 'S', success: true, errors: [], update_listing_request: { id: 'l' } }),
    batchOperationReader as never,
  ],
];

const read = (row: unknown, reader: RecordReader<never, unknown>) => readRows(REQUEST, [row], reader);

/** Every number of money in a mapped record. */
function amounts(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('currency' in value && 'minor' in value) return [value.minor];
  return Object.values(value).flatMap(amounts);
}

describe('I13 a poisoned record is set aside and nothing else happens', () => {
  test.each(KINDS)('%s: whole', (_name, make, reader) => {
    expect(read(make(), reader).rejected).toEqual([]);
  });

  test.each(KINDS)('%s: any field dropped, added or of another type', (_name, make, reader) => {
    const fields = Object.keys(make());
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.option(junk, { nil: undefined }),
        fc.string(),
        junk,
        (name, value, extra, more) => {
          const row: Record<string, unknown> = { ...make(), [`x_${extra}`]: more };
          if (value === undefined) Reflect.deleteProperty(row, name);
          else row[name] = value;
          const { items, rejected } = read(row, reader);
          expect(items.length + rejected.length).toBe(1);
          expect(rejected.every(({ issues, raw }) => issues.length > 0 && raw.length <= 4000)).toBe(true);
          expect(items.flatMap(amounts).every((amount) => Number.isSafeInteger(amount) && amount !== 0)).toBe(true);
        },
      ),
      { numRuns: 120, seed: 13 },
    );
  });

  test.each(KINDS)('%s: anything at all', (_name, _make, reader) => {
    fc.assert(
      fc.property(fc.jsonValue(), (row) => {
        const { items, rejected } = read(row, reader);
        expect(items.length + rejected.length).toBe(1);
      }),
      { numRuns: 60, seed: 13 },
    );
  });
});

describe('prices that are none', () => {
  test.each(['', '0', 0, null, '14200.5', 14_200.5, ' 14200', '1e4', '-100', true, [], '99999999999999999999'])(
    'a listing for %o is not a listing for nothing',
    (price) => {
      expect(read(makeWireListing({ price_cents: price }), listingReader as never).items).toEqual([]);
    },
  );

  test.each(['', '0', 0, null, undefined])('a payout of %o is not known', (payout) => {
    expect(read(makeWireOrder({ price_cents_after_take: payout }), orderReader as never).items).toMatchObject([
      { payout: null },
    ]);
  });
});

test('metadata cannot reach a prototype', () => {
  const metadata: unknown = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"c","n":1}');
  const { items } = readRows(REQUEST, [makeWireListing({ metadata })], listingReader);
  expect(Object.getPrototypeOf(items[0]?.metadata)).toBe(Object.prototype);
  expect(Object.entries(items[0]?.metadata ?? {})).toEqual([
    ['constructor', 'c'],
    ['n', '1'],
  ]);
});
