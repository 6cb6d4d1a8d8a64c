import { expect, test } from 'vitest';
import { enterOn } from './enter-on';
import type { CatalogHit, CatalogSearchResult } from './use-catalog-search';

const SAMBA = { catalogId: 'samba' } as CatalogHit;
const GAZELLE = { catalogId: 'gazelle' } as CatalogHit;

function found(given: Partial<CatalogSearchResult>): CatalogSearchResult {
  return { hits: [], known: 0, current: true, state: 'asking', message: '', more: null, retry: () => {}, ...given };
}

test.each<[string, Partial<CatalogSearchResult>, number, unknown]>([
  ['the hit pointed at', { hits: [SAMBA, GAZELLE] }, 1, GAZELLE],
  ['a hit of the books, while alias is asked', { hits: [SAMBA], state: 'asking' }, 0, SAMBA],
  ['hits for other words: those to come', { hits: [GAZELLE], current: false }, 0, 'wait'],
  ['none yet: the first to come, never "by hand"', { hits: [], state: 'asking' }, 0, 'wait'],
  ['a place in the list for other words', { hits: [GAZELLE, SAMBA], current: false }, 1, 'nothing'],
  ['"by hand" pointed at, while alias is asked', { hits: [SAMBA], state: 'asking' }, 1, 'by-hand'],
  ['nothing was found', { hits: [], state: 'answered' }, 0, 'by-hand'],
  ['alias did not answer', { hits: [], state: 'failed' }, 0, 'by-hand'],
])('Enter is about %s', (_, given, active, expected) => {
  expect(enterOn(found(given), active)).toBe(expected);
});
