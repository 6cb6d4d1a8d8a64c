import { useMemo, useState } from 'react';
import type { PairFilter } from '@/lib/queries/pair-filter';
import type { PairSort } from '@/lib/queries/pair-order';
import { useSetting } from '../bridge/use-setting';
import type { Navigation } from '../ui/use-route';
import { cleanColumns, DEFAULT_COLUMNS, type ColumnId } from './column-ids';
import { bothFilters, BUILT_IN_IDS, decodeView, encodeView, type BuiltIn, type ListView } from './list-view';

export interface ListViewState {
  readonly view: BuiltIn;
  /** What was added to the view's own filter. */
  readonly added: PairFilter;
  /** Both, and the text as it is typed. */
  readonly filter: PairFilter;
  readonly sort: PairSort;
  readonly columns: readonly ColumnId[];
  readonly narrowed: boolean;
  readonly setView: (view: BuiltIn) => void;
  readonly setAdded: (filter: PairFilter) => void;
  readonly setSort: (sort: PairSort) => void;
  /** null: the usual ones. */
  readonly setColumns: (columns: readonly ColumnId[] | null) => void;
  readonly setTyped: (text: string) => void;
  readonly showAll: () => void;
}

/** What the address says the list shows. Typing is answered at once; the address follows. */
export function useListView({ route, change }: Navigation): ListViewState {
  const [remembered, remember] = useSetting('inventoryColumns');
  const [typed, setTyped] = useTyped(route.query);
  const view = BUILT_IN_IDS.find((id) => id === route.view) ?? 'all';
  const shown = useMemo(() => decodeView(route.filter), [route.filter]);
  const filter = useMemo(() => bothFilters(view, shown.filter, typed), [view, shown, typed]);
  const columns = useMemo(
    () => shown.columns ?? (remembered === null ? DEFAULT_COLUMNS : cleanColumns(remembered)),
    [shown, remembered],
  );
  const put = (part: Partial<ListView>) => change({ filter: encodeView({ ...shown, ...part }) }, 'quiet');
  return {
    view,
    added: shown.filter,
    filter,
    sort: shown.sort,
    columns,
    narrowed: view !== 'all' || route.query !== '' || typed !== '' || Object.keys(shown.filter).length > 0,
    setView: (next) => change({ view: next === 'all' ? null : next }, 'quiet'),
    setAdded: (added) => put({ filter: added }),
    setSort: (sort) => put({ sort }),
    // A saved view has columns of its own: they change there; else what is chosen is remembered.
    setColumns: (next) =>
      shown.columns === null ? remember(next === null ? null : [...next]) : put({ columns: next }),
    setTyped,
    showAll: () => {
      setTyped('');
      change({ view: null, query: '', filter: encodeView({ ...shown, filter: {} }) }, 'quiet');
    },
  };
}

/** The text that is searched: as typed, until the address says something else. */
function useTyped(query: string): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(query);
  const [told, setTold] = useState(query);
  if (query !== told) {
    setTold(query);
    setTyped(query);
  }
  return [typed, setTyped];
}
