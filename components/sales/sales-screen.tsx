import { IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import { listSales, type SaleRow } from '@/lib/queries/list-sales';
import type { SaleSort } from '@/lib/queries/sort-sales';
import type { Valuation } from '@/lib/queries/valuation';
import { localOffset, periodChoice, periodOf } from '../bridge/local-time';
import { PeriodPicker } from '../bridge/period-picker';
import { parseSaleFilter } from '../bridge/sale-filter';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { DataList } from '../ui/data-list';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { AddSaleMenu } from './add-sale-menu';
import { SaleCompact, saleColumns } from './sale-columns';
import { SaleFilters } from './sale-filters';
import { TotalsLine } from './totals-line';

/** What was sold, what it truly paid, what it earned. */
export function SalesScreen() {
  const valuation = useValuation();
  return valuation === null ? (
    <Screen title={t('nav.sales')} fixed>
      <SkeletonRows />
    </Screen>
  ) : (
    <Sales valuation={valuation} />
  );
}

const SORTS: readonly SaleSort[] = ['sold', 'name', 'size', 'price', 'fees', 'payout', 'cost', 'profit'];

function Sales({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const choice = periodChoice(route.view) ?? 'all';
  const filter = parseSaleFilter(route.filter);
  const [sort, setSort] = useState<Sort>({ by: 'sold', down: true });
  const listKey = `${choice}|${route.filter}|${route.query}|${sort.by}|${sort.down}`;
  const [offset, onRange] = useWindow(listKey);
  const period = periodOf(choice, valuation.now, localOffset);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listSales(books, {
        period,
        search: route.query,
        filter,
        sort: { by: SORTS.find((each) => each === sort.by) ?? 'sold', descending: sort.down },
        offset,
        limit: WINDOW,
        valuation,
      })),
    }),
    [listKey, offset, valuation],
  );
  const tools = (
    <>
      <SearchBox label={t('sales.search')} value={route.query} onChange={(query) => change({ query }, 'quiet')} />
      <PeriodPicker value={choice} onChange={(next) => change({ view: next === 'all' ? null : next }, 'quiet')} />
      <SaleFilters filter={filter} onChange={(next) => change({ filter: next }, 'quiet')} />
    </>
  );
  const narrowed = choice !== 'all' || route.query !== '' || route.filter !== null;
  const here = { view: route.view, filter: route.filter, query: route.query };
  return (
    <Screen title={t('nav.sales')} action={<AddSaleMenu />} tools={tools} fixed>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && live.value.total === 0 ? (
        <EmptyState
          icon={IconReceipt2}
          title={narrowed ? t('sales.noMatch') : t('sales.empty')}
          text={narrowed ? t('sales.noMatchText') : t('sales.emptyText')}
        />
      ) : null}
      {live.state === 'ready' && live.value.total > 0 ? (
        <>
          <TotalsLine question={{ period, search: route.query, filter }} valuation={valuation} />
          <DataList<SaleRow>
            label={t('nav.sales')}
            listKey={listKey}
            tableFrom={900}
            total={live.value.total}
            offset={live.value.offset}
            rows={live.value.rows}
            keyOf={(row) => row.sale.id}
            columns={saleColumns(here)}
            renderCompact={(row) => <SaleCompact row={row} here={here} />}
            onOpen={(row) => row.pair !== null && change({ pair: row.pair.id })}
            selectedKey={
              live.value.rows.find((row) => route.pair !== null && row.pair?.id === route.pair)?.sale.id ?? null
            }
            sort={sort}
            onSort={(by) => setSort(nextSort(sort, by, (each) => each !== 'name'))}
            onRange={onRange}
          />
        </>
      ) : null}
    </Screen>
  );
}
