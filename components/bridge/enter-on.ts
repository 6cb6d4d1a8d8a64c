import type { CatalogHit, CatalogSearchResult } from './use-catalog-search';

/** What Enter is about: a hit, going on by hand, what is still to be found, or a place in a list for other words. */
export type EnterOn = CatalogHit | 'by-hand' | 'wait' | 'nothing';

/**
 * Enter takes nothing that is for other words, nor "by hand" for a product that is about to be found.
 *
 * @param active the option pointed at; the one after the last hit is "by hand"
 */
export function enterOn({ hits, current, state }: CatalogSearchResult, active: number): EnterOn {
  // Whoever pointed at a place in the old list did not mean what stands there in the next one.
  if (!current) return active === 0 ? 'wait' : 'nothing';
  if (hits.length === 0 && state === 'asking') return 'wait';
  return hits[active] ?? 'by-hand';
}
