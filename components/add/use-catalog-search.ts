import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { findProducts } from '@/lib/queries/find-products';
import { ask } from '../bridge/ask';
import { useLive } from '../bridge/use-live';
import { fromBooks, fromSearch, type AddProduct } from './add-product';

export interface CatalogSearch {
  /** Known here, at once. */
  readonly own: readonly AddProduct[];
  /** What alias adds to them, a moment later. */
  readonly others: readonly AddProduct[];
  readonly searching: boolean;
  /** Why alias could not be searched; null when it was. */
  readonly problem: string | null;
}

const NOTHING = { query: '', products: [] as readonly AddProduct[], problem: null as string | null };

/** Asked only when the typing rests: alias may be asked twice a second, and the sync wants its share. */
const REST_MS = 350;
const OWN = 6;

export function useCatalogSearch(text: string): CatalogSearch {
  const query = text.trim().slice(0, 100);
  const [rested] = useDebouncedValue(query, REST_MS);
  const [answer, setAnswer] = useState(NOTHING);
  const live = useLive((books) => findProducts(books, query, OWN), [query]);
  useEffect(() => {
    if (rested.length < 2) return;
    let alive = true;
    void ask('catalog/search', { query: rested, token: null }).then((asked) => {
      if (!alive) return;
      if (!asked.ok) return setAnswer({ query: rested, products: [], problem: asked.message });
      const found = asked.value.ok ? asked.value.products : [];
      setAnswer({ query: rested, products: found.map(fromSearch), problem: null });
    });
    return () => {
      alive = false;
    };
  }, [rested]);
  const own = query === '' ? [] : (live.value ?? []).map(fromBooks);
  const known = new Set(own.map(({ catalogId }) => catalogId));
  const current = answer.query === query && query !== '';
  return {
    own,
    others: current ? answer.products.filter(({ catalogId }) => !known.has(catalogId)) : [],
    searching: query.length >= 2 && !current,
    problem: current ? answer.problem : null,
  };
}
