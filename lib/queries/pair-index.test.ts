import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import { makePair, makeProduct, NOON, usd } from '@/tests/fixtures/builders';
import { createMatcher } from './match-text';
import { daysHeld, toPairEntry, type PairEntry } from './pair-entry';
import type { PairFilter } from './pair-filter';
import type { PairFigure, PairFigures } from './pair-figures';
import { countPairs, facetsOf, selectPairs, type PairIndex } from './pair-index';
import { PAIR_SORTS } from './pair-order';

const ago = (days: number) => instant(NOON - days * DAY_MS);
const indexOf = (pairs: readonly Pair[]): PairIndex => ({ entries: pairs.map((pair) => toPairEntry(pair, null)) });
const figure = (given: Partial<PairFigure>): PairFigure => ({
  price: null,
  ask: null,
  net: null,
  profit: null,
  cost: null,
  roi: null,
  ...given,
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyPair = fc.record({
  status: fc.constantFrom<Pair['status']>('in-stock', 'listed', 'sold', 'returned', 'written-off'),
  name: fc.constantFrom('Dunk Low Panda', 'Samba OG', '990v6 Grey', ''),
  brand: fc.constantFrom('Nike', 'adidas', 'New Balance'),
  size: fc.record({ value: fc.constantFrom(9, 9.5, 10), system: fc.constantFrom('US', 'UK') }),
  cost: maybe(fc.integer({ min: 0, max: 300 }).map((dollars) => usd(dollars))),
  boughtAt: maybe(fc.integer({ min: 0, max: 300 }).map(ago)),
  tags: fc.subarray(['keep', 'gift']),
  location: maybe(fc.constantFrom('A1', 'A2')),
  supplier: maybe(fc.constantFrom('SNKRS', 'Kith')),
});
const anyFilter: fc.Arbitrary<PairFilter> = fc.record(
  {
    search: fc.constantFrom('', 'panda', 'nike 10', 'dd1391100', 'samba', 'keep', 'a2', '9.5'),
    statuses: fc.subarray<Pair['status']>(['in-stock', 'sold', 'listed']),
    brands: fc.subarray(['Nike', 'adidas']),
    sizes: fc.subarray(['US 10', 'UK 9.5']),
    ages: fc.subarray(['0-30', '30-90', '90-180', '180+'] as const),
    profits: fc.subarray(['loss', 'gain', 'unknown'] as const),
    profitFrom: fc.integer({ min: -5000, max: 5000 }),
    profitTo: fc.integer({ min: -5000, max: 5000 }),
    missingCost: fc.boolean(),
    stale: fc.boolean(),
    tags: fc.subarray(['keep', 'gift']),
    locations: fc.subarray(['A1', 'A2']),
    suppliers: fc.subarray(['SNKRS']),
  },
  { requiredKeys: [] },
);

/** The same question asked the plain way, of the pair itself. */
function fits(pair: Pair, filter: PairFilter, profit: number | null): boolean {
  const among = (wanted: readonly unknown[] | undefined, value: unknown) =>
    wanted === undefined || wanted.length === 0 || wanted.includes(value);
  const days = daysHeld(pair, NOON);
  const band = days === null ? null : days <= 30 ? '0-30' : days <= 90 ? '30-90' : days <= 180 ? '90-180' : '180+';
  const words = { ...pair, brand: [pair.brand, ...pair.tags, pair.location, pair.supplier].join(' ') };
  const held = ['in-stock', 'listed', 'returned'].includes(pair.status);
  return (
    createMatcher(filter.search ?? '')({ ...words, name: pair.name || pair.styleCode || '', size: pair.size.value }) &&
    among(filter.statuses, pair.status) &&
    among(filter.brands, pair.brand) &&
    among(filter.sizes, `${pair.size.system} ${pair.size.value}`) &&
    among(filter.ages, band) &&
    among(filter.profits, profit === null ? 'unknown' : profit < 0 ? 'loss' : 'gain') &&
    (filter.profitFrom === undefined || (profit !== null && profit >= filter.profitFrom)) &&
    (filter.profitTo === undefined || (profit !== null && profit <= filter.profitTo)) &&
    (filter.missingCost !== true || (pair.cost === null && pair.status !== 'written-off')) &&
    (filter.stale !== true || (held && (days ?? 0) > 90)) &&
    (filter.tags === undefined || filter.tags.length === 0 || pair.tags.some((tag) => filter.tags?.includes(tag))) &&
    among(filter.locations, pair.location) &&
    among(filter.suppliers, pair.supplier)
  );
}

test('finds what looking at each pair would find, whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyPair, maybe(fc.integer({ min: -5000, max: 5000 }))), { maxLength: 25 }),
      anyFilter,
      fc.constantFrom(...PAIR_SORTS),
      fc.boolean(),
      (drafts, filter, by, descending) => {
        const pairs = drafts.map(([draft]) => makePair({ ...draft, soldAt: draft.status === 'sold' ? NOON : null }));
        const figures: PairFigures = new Map(
          pairs.map((pair, place) => [pair.id, figure({ profit: drafts[place]?.[1] ?? null })]),
        );
        const found = selectPairs(indexOf(pairs), { filter, sort: { by, descending }, now: NOON, figures });
        const wanted = pairs.filter((pair) => fits(pair, filter, figures.get(pair.id)?.profit ?? null));
        expect([...found].toSorted()).toEqual(wanted.map((pair) => pair.id).toSorted());
      },
    ),
    { numRuns: 300, seed: 11 },
  );
});

test('views are counted and values gathered', () => {
  const index = indexOf([
    makePair({ boughtAt: ago(91), tags: ['keep'], location: 'A1' }),
    makePair({ boughtAt: ago(90), status: 'listed', size: { value: 9.5, system: 'US' } }),
    makePair({ boughtAt: ago(200), status: 'sold', soldAt: NOON, brand: 'adidas', cost: null }),
    makePair({ boughtAt: ago(200), status: 'written-off', cost: null, tags: ['keep', 'gift'] }),
  ]);
  expect(countPairs(index, NOON)).toEqual({
    all: 4,
    byStatus: { 'in-stock': 1, listed: 1, sold: 1, returned: 0, consigned: 0, 'written-off': 1 },
    missingCost: 1,
    stale: 1,
  });
  expect(facetsOf(index)).toMatchObject({
    brands: [
      { value: 'Nike', pairs: 3 },
      { value: 'adidas', pairs: 1 },
    ],
    sizes: [
      { value: 'US 9.5', pairs: 1 },
      { value: 'US 10', pairs: 3 },
    ],
    tags: [
      { value: 'keep', pairs: 2 },
      { value: 'gift', pairs: 1 },
    ],
    locations: [{ value: 'A1', pairs: 1 }],
  });
});

test('a nameless pair goes by its product, and the size says whose run it is', () => {
  const entry: PairEntry = toPairEntry(makePair({ name: '', brand: '' }), makeProduct({ sizeRun: 'women' }));
  expect(entry).toMatchObject({ name: 'Dunk Low Panda', brand: 'Nike', sizeText: 'US 10W', code: 'dd1391100' });
});
