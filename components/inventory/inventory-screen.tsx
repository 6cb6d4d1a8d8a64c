import { Anchor, Button } from '@mantine/core';
import { IconShoe } from '@tabler/icons-react';
import { useState } from 'react';
import { listPairs, type PairList, type PairRequest, type PairRow } from '@/lib/queries/list-pairs';
import type { Valuation } from '@/lib/queries/valuation';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { Chips } from '../ui/chips';
import { DataList } from '../ui/data-list';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { ImportCosts } from './import-costs';
import { PairCompact } from './pair-compact';
import { pairColumns } from './pair-columns';

const VIEWS = ['all', 'in-stock', 'listed', 'sold', 'without-cost'] as const;
type View = (typeof VIEWS)[number];

const FILTERS: Record<View, PairRequest['filter']> = {
  all: {},
  'in-stock': { status: 'in-stock' },
  listed: { status: 'listed' },
  sold: { status: 'sold' },
  'without-cost': { missingCost: true },
};

/** Every pair the seller has or had. */
export function InventoryScreen() {
  const valuation = useValuation();
  return valuation === null ? <Waiting /> : <Inventory valuation={valuation} />;
}

function Waiting() {
  return (
    <Screen title={t('nav.inventory')} fixed>
      <SkeletonRows />
    </Screen>
  );
}

function Inventory({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const view = VIEWS.find((each) => each === route.view) ?? 'all';
  const [sort, setSort] = useState<Sort>({ by: 'status', down: false });
  const listKey = `${view}|${route.query}|${sort.by}|${sort.down}`;
  const [offset, onRange] = useWindow(listKey);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listPairs(books, {
        filter: { ...FILTERS[view], search: route.query },
        sort: { by: sortBy(sort.by), descending: sort.down },
        offset,
        limit: WINDOW,
        valuation,
      })),
    }),
    [listKey, offset, valuation],
  );
  const tools = (
    <>
      <SearchBox label={t('inventory.search')} value={route.query} onChange={(query) => change({ query }, 'quiet')} />
      <Chips
        label={t('inventory.show')}
        value={view}
        onChange={(next) => change({ view: next === 'all' ? null : next }, 'quiet')}
        choices={VIEWS.map((value) => ({ value, label: viewText(value), count: countOf(live.value, value) }))}
      />
    </>
  );
  return (
    <Screen title={t('nav.inventory')} action={<ImportCosts />} tools={tools} fixed>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && live.value.total === 0 ? (
        <Nothing
          narrowed={view !== 'all' || route.query !== ''}
          onShowAll={() => change({ view: null, query: '' }, 'quiet')}
        />
      ) : null}
      {live.state === 'ready' && live.value.total > 0 ? (
        <DataList<PairRow>
          label={t('nav.inventory')}
          listKey={listKey}
          tableFrom={880}
          total={live.value.total}
          offset={live.value.offset}
          rows={live.value.rows}
          keyOf={(row) => row.pair.id}
          columns={pairColumns()}
          renderCompact={(row) => <PairCompact row={row} />}
          onOpen={(row) => change({ pair: row.pair.id })}
          selectedKey={route.pair}
          sort={sort}
          onSort={(by) => setSort(nextSort(sort, by, (each) => each === 'bought'))}
          onRange={onRange}
        />
      ) : null}
    </Screen>
  );
}

interface NothingProps {
  readonly narrowed: boolean;
  readonly onShowAll: () => void;
}

function Nothing({ narrowed, onShowAll }: NothingProps) {
  return narrowed ? (
    <EmptyState
      icon={IconShoe}
      title={t('inventory.noMatch')}
      text={t('inventory.noMatchText')}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t('inventory.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      icon={IconShoe}
      title={t('inventory.empty')}
      text={t('inventory.emptyText')}
      action={<Anchor href={routeHref({ screen: 'settings', view: 'connection' })}>{t('settings.connection')}</Anchor>}
    />
  );
}

function sortBy(column: string): PairRequest['sort']['by'] {
  return column === 'name' || column === 'size' || column === 'bought' ? column : 'status';
}

function viewText(view: View): string {
  if (view === 'all') return t('inventory.all');
  if (view === 'in-stock') return t('status.inStock');
  if (view === 'listed') return t('status.listed');
  return view === 'sold' ? t('status.sold') : t('inventory.withoutCost');
}

function countOf(list: PairList | null, view: View): number | undefined {
  if (list === null) return undefined;
  if (view === 'all') return list.counts.all;
  return view === 'without-cost' ? list.counts.missingCost : list.counts.byStatus[view];
}
