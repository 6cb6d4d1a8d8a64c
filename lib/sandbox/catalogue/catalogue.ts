import { adidasEntries } from './adidas';
import { airJordanEntries } from './air-jordan';
import { airJordan1Entries } from './air-jordan-1';
import { makeCatalogueItem, type CatalogueItem } from './item';
import { nikeEntries } from './nike';
import { otherEntries } from './others';

export interface Catalogue {
  readonly items: readonly CatalogueItem[];
  get(catalogId: string): CatalogueItem | undefined;
  /** Best match first; fuzzy like alias's: the exact code leads, near misses follow. */
  search(query: string): readonly CatalogueItem[];
}

/** All models of the demo market, ready to be asked. */
export function createCatalogue(): Catalogue {
  const items = [...airJordan1Entries, ...airJordanEntries, ...nikeEntries, ...adidasEntries, ...otherEntries].map(
    makeCatalogueItem,
  );
  const byId = new Map(items.map((item) => [item.catalogId, item]));
  return {
    items,
    get: (catalogId) => byId.get(catalogId),
    search: (query) => searchItems(items, query),
  };
}

function searchItems(items: readonly CatalogueItem[], query: string): CatalogueItem[] {
  // Composite ids of other marketplaces ("315122-111/CW2288-111") find nothing on alias.
  if (query.includes('/')) return [];
  const plain = query.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const words = query
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  if (plain === '') return [];
  return items
    .map((item) => ({ item, score: scoreOf(item, plain, words) }))
    .filter((hit) => hit.score > 0)

    .toSorted((a, b) => b.score - a.score)
    .map((hit) => hit.item);
}

function scoreOf(item: CatalogueItem, plain: string, words: readonly string[]): number {
  if (item.plainCode === plain) return 100;
  const found = words.filter((word) => item.words.some((own) => own.startsWith(word))).length;
  // Half of the words are enough, which is how near misses (same model, other colour) get in.
  return found * 2 >= words.length ? found / words.length : 0;
}
