import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { LISTING_POSITIONS, listListings, type ListingPosition, type ListingRow } from '@/lib/queries/list-listings';
import { LISTING_SORTS, type ListingSort } from '@/lib/queries/listing-order';
import type { Valuation } from '@/lib/queries/valuation';
import { SellingTabs } from '../bridge/selling-tabs';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { Chips } from '../ui/chips';
import { DataList } from '../ui/data-list';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { ListingCompact } from './listing-compact';
import { listingColumns } from './listing-columns';
import { PricesAge } from './prices-age';

const VIEWS = ['live', 'off', 'gone'] as const;

/** What is for sale, against the market. */
export function SellingScreen() {
  const valuation = useValuation();
  return valuation === null ? (
    <Screen title={t('nav.selling')} tools={<SellingTabs />} fixed>
      <SkeletonRows />
    </Screen>
  ) : (
    <Selling valuation={valuation} />
  );
}

function Selling({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const view = VIEWS.find((each) => each === route.view) ?? 'live';
  const [sort, setSort] = useState<Sort>({ by: 'changed', down: true });
  const position = LISTING_POSITIONS.find((each) => each === route.filter);
  const listKey = `${view}|${position}|${route.query}|${sort.by}|${sort.down}`;
  const [offset, onRange] = useWindow(listKey);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listListings(books, {
        show: view,
        ...(position === undefined ? {} : { position }),
        search: route.query,
        sort: { by: sortBy(sort.by), descending: sort.down },
        offset,
        limit: WINDOW,
        valuation,
      })),
    }),
    [listKey, offset, valuation],
  );
  const narrowed = route.query !== '' || position !== undefined;
  const words = { live: t('selling.live'), off: t('selling.off'), gone: t('selling.gone') };
  const tools = (
    <>
      <SellingTabs />
      <SearchBox label={t('inventory.search')} value={route.query} onChange={(query) => change({ query }, 'quiet')} />
      <Chips
        label={t('inventory.show')}
        value={view}
        onChange={(next) => change({ view: next === 'live' ? null : next, filter: null }, 'quiet')}
        choices={VIEWS.map((value) => ({ value, label: words[value], count: live.value?.counts[value] }))}
      />
      {view === 'live' ? (
        <Chips
          label={t('selling.position')}
          value={position ?? 'all'}
          onChange={(next) => change({ filter: next === 'all' ? null : next }, 'quiet')}
          choices={positionChoices(live.value?.positions)}
        />
      ) : null}
    </>
  );
  const open = (row: ListingRow) => {
    if (row.pair !== null) change({ pair: row.pair.id });
  };
  return (
    <Screen title={t('nav.selling')} aside={<PricesAge />} tools={tools} fixed>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && live.value.total === 0 ? (
        <EmptyState
          icon={IconTag}
          title={narrowed ? t('selling.noMatch') : t('selling.empty')}
          text={narrowed ? t('selling.noMatchText') : t('selling.emptyText')}
        />
      ) : null}
      {live.state === 'ready' && live.value.total > 0 ? (
        <DataList<ListingRow>
          label={t('nav.selling')}
          listKey={listKey}
          tableFrom={1020}
          total={live.value.total}
          offset={live.value.offset}
          rows={live.value.rows}
          keyOf={(row) => row.listing.id}
          columns={listingColumns(view)}
          renderCompact={(row) => <ListingCompact row={row} />}
          onOpen={open}
          selectedKey={
            live.value.rows.find((row) => row.pair?.id === route.pair && route.pair !== null)?.listing.id ?? null
          }
          sort={sort}
          onSort={(by) => setSort(nextSort(sort, by, (each) => each !== 'name'))}
          onRange={onRange}
        />
      ) : null}
    </Screen>
  );
}

function sortBy(column: string): ListingSort {
  return LISTING_SORTS.find((each) => each === column) ?? 'changed';
}

const POSITIONS: Record<ListingPosition, () => string> = {
  lowest: () => t('selling.lowest'),
  undercut: () => t('selling.undercut'),
  'below-floor': () => t('selling.belowFloor'),
  none: () => t('selling.noMarket'),
};

function positionChoices(counts: Partial<Record<ListingPosition, number>> | undefined) {
  return [
    { value: 'all' as const, label: t('inventory.all') },
    ...LISTING_POSITIONS.map((value) => ({ value, label: POSITIONS[value](), count: counts?.[value] })),
  ];
}
