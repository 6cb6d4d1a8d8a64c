import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LOOK_CONDITIONS,
  LOOK_PACKAGINGS,
  LOOK_PLACES,
  lookOf,
  parseView,
  RANGES,
  regionName,
  SIZE_SORTS,
  START,
  viewFilter,
} from './market-view';

describe('a view in the address', () => {
  test('nothing is the start, and the start is nothing', () => {
    expect(parseView(null)).toEqual(START);
    expect(viewFilter(START)).toBeNull();
  });

  test('what it does not know is as at the start', () => {
    expect(parseView('c=eaten&b=&h=moon&r=a b&t=1h&s=-beauty&z=-4')).toEqual(START);
    expect(parseView('z=Infinity').size).toBeNull();
  });

  test('comes back as it went', () => {
    const view = fc.record({
      condition: fc.constantFrom(...LOOK_CONDITIONS),
      packaging: fc.constantFrom(...LOOK_PACKAGINGS),
      place: fc.constantFrom(...LOOK_PLACES),
      region: fc.constantFrom('own', 'global', '3', '224'),
      range: fc.constantFrom(...RANGES),
      sort: fc.record({ by: fc.constantFrom(...SIZE_SORTS), down: fc.boolean() }),
      size: fc.constantFrom(null, 10, 10.5),
    });
    fc.assert(
      fc.property(view, (given) => {
        expect(parseView(viewFilter(given))).toEqual(given);
      }),
      { seed: 1 },
    );
  });
});

test.each([
  ['own', '3', '3'],
  ['own', null, null],
  ['global', '3', null],
  ['2', '3', '2'],
])('region %s of a seller in %s', (region, own, expected) => {
  expect(lookOf({ ...START, region }, own).regionId).toBe(expected);
  if (expected !== own || region === 'own') expect(regionName(expected, own)).toBe(region);
});

test('where the pairs lie', () => {
  expect(LOOK_PLACES.map((place) => lookOf({ ...START, place }, null).consigned)).toEqual([null, false, true]);
});
