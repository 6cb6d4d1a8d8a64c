import type { RefObject } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { PairCounts, PairFacets } from '@/lib/queries/pair-index';
import { Chips } from '../ui/chips';
import type { Route } from '../ui/route';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import type { Navigation } from '../ui/use-route';
import { DisplayMenu } from './display-menu';
import { FilterChips } from './filter-chips';
import { FilterMenu } from './filter-menu';
import { viewText } from './filter-words';
import styles from './inventory.module.css';
import { BUILT_IN_IDS, encodeView } from './list-view';
import type { ListViewState } from './use-list-view';
import { countOf, ViewsMenu } from './views-menu';

export interface ToolsProps {
  readonly view: ListViewState;
  readonly route: Route;
  readonly change: Navigation['change'];
  readonly counts: PairCounts;
  readonly facets: PairFacets;
  readonly currency: CurrencyCode;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** What the list shows: search, views, filters, sorting and columns. */
export function Tools({ view, route, change, counts, facets, currency, search }: ToolsProps) {
  const { added, sort, columns } = view;
  return (
    <div className={styles['tools']}>
      <SearchBox
        label={t('inventory.search')}
        value={route.query}
        onTyping={view.setTyped}
        onChange={(query) => change({ query }, 'quiet')}
        inputRef={search}
      />
      <div className={styles['viewChips']}>
        <Chips
          label={t('inventory.show')}
          value={view.view}
          onChange={view.setView}
          choices={BUILT_IN_IDS.map((id) => ({ value: id, label: viewText(id), count: countOf(counts, id) }))}
        />
      </div>
      <ViewsMenu
        current={{
          view: route.view ?? '',
          query: route.query,
          filter: encodeView({ filter: added, sort, columns }) ?? '',
        }}
        counts={counts}
        onPick={(kept) =>
          change({ view: kept.view || null, query: kept.query, filter: kept.filter || null, pair: null }, 'quiet')
        }
      />
      <FilterMenu
        view={view.view}
        filter={added}
        onChange={view.setAdded}
        counts={counts}
        facets={facets}
        currency={currency}
      />
      <DisplayMenu sort={sort} onSort={view.setSort} columns={columns} onColumns={view.setColumns} />
      <FilterChips filter={added} currency={currency} onChange={view.setAdded} />
    </div>
  );
}
