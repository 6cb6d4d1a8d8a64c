import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAIR_SORTS } from '@/lib/queries/pair-order';
import { cleanColumns, COLUMN_IDS, DEFAULT_COLUMNS, moveColumn, tableWidth, toggleColumn } from './column-ids';
import { bothFilters, countFilters, decodeView, encodeView, PLAIN_VIEW, toggleValue, type ListView } from './list-view';

const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
const anyView: fc.Arbitrary<ListView> = fc.record({
  filter: fc.record(
    {
      statuses: fc.constantFrom(['listed'] as const, ['sold', 'returned'] as const),
      brands: words,
      sizes: words,
      ages: fc.constant(['90-180', '180+'] as const),
      profits: fc.constant(['loss'] as const),
      profitFrom: fc.integer({ min: -100_000, max: 100_000 }),
      profitTo: fc.integer({ min: -100_000, max: 100_000 }),
      missingCost: fc.constant(true),
      stale: fc.constant(true),
      tags: words,
      locations: words,
      suppliers: words,
    },
    { requiredKeys: [] },
  ),
  sort: fc.record({ by: fc.constantFrom(...PAIR_SORTS), descending: fc.boolean() }),
  columns: fc.option(fc.shuffledSubarray([...COLUMN_IDS]).map(cleanColumns), { nil: null }),
});

test('an address brings back the very view it was made from', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(decodeView(encodeView(view))).toEqual(view);
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('the plain view needs no address', () => {
  expect(encodeView(PLAIN_VIEW)).toBeNull();
  expect(decodeView(null)).toEqual(PLAIN_VIEW);
});

test.each(['s=gone&a=old&p=none', 'pf=1e9&pt=', 'o=--profit', 'o=constructor', 'x=1', 'nc=0'])(
  'what nobody knows is left out: %s',
  (text) => expect(decodeView(text)).toEqual(PLAIN_VIEW),
);

test('columns of an address: unknown and repeated ones go, the pair comes first', () => {
  expect(decodeView('c=size+cost+size+price__+name').columns).toEqual(['name', 'size', 'cost']);
});

describe('filters', () => {
  test('a value goes in and out; an empty field is no field', () => {
    const once = toggleValue({ tags: ['keep'] }, 'brands', 'Nike');
    expect(once).toEqual({ tags: ['keep'], brands: ['Nike'] });
    expect(toggleValue(once, 'brands', 'Nike')).toEqual({ tags: ['keep'] });
    expect(countFilters({ ...once, profitFrom: 0, profitTo: 100, missingCost: true })).toBe(4);
  });

  test('a view keeps its own word whatever is added to it', () => {
    expect(bothFilters('listed', { statuses: ['sold'], brands: ['Nike'] }, 'x')).toEqual({
      statuses: ['listed'],
      brands: ['Nike'],
      search: 'x',
    });
  });
});

describe('columns', () => {
  test('the usual ones fit where the table begins', () => expect(tableWidth(DEFAULT_COLUMNS)).toBeLessThanOrEqual(880));

  test('one moves by a place, but never before the pair', () => {
    expect(moveColumn(['name', 'size', 'cost'], 'cost', -1)).toEqual(['name', 'cost', 'size']);
    expect(moveColumn(['name', 'size'], 'size', -1)).toEqual(['name', 'size']);
    expect(moveColumn(['name', 'size'], 'name', 1)).toEqual(['name', 'size']);
    expect(moveColumn(['name', 'size'], 'size', 1)).toEqual(['name', 'size']);
  });

  test('one that is switched on stands where it usually does', () => {
    expect(toggleColumn(['name', 'size', 'cost'], 'status')).toEqual(['name', 'size', 'status', 'cost']);
    expect(toggleColumn(['name', 'size', 'cost'], 'size')).toEqual(['name', 'cost']);
    expect(toggleColumn(['name'], 'name')).toEqual(['name']);
  });
});
