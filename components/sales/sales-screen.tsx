import { IconReceipt2 } from '@tabler/icons-react';
import { listSales, type SaleRow } from '@/lib/queries/list-sales';
import type { Valuation } from '@/lib/queries/valuation';
import { localOffset, PERIODS, periodOf } from '../bridge/local-time';
import { periodText } from '../bridge/period-words';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { Chips } from '../ui/chips';
import { DataList } from '../ui/data-list';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { SaleCompact, saleColumns } from './sale-columns';

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

function Sales({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const choice = PERIODS.find((each) => each === route.view) ?? 'all';
  const listKey = `${choice}|${route.query}`;
  const [offset, onRange] = useWindow(listKey);
  const live = useLive(
    async (books) => ({
      offset,
      ...(await listSales(books, {
        period: periodOf(choice, valuation.now, localOffset),
        search: route.query,
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
      <Chips
        label={t('pnl.period')}
        value={choice}
        onChange={(next) => change({ view: next === 'all' ? null : next }, 'quiet')}
        choices={PERIODS.map((value) => ({ value, label: periodText(value) }))}
      />
    </>
  );
  const narrowed = choice !== 'all' || route.query !== '';
  return (
    <Screen title={t('nav.sales')} tools={tools} fixed>
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
        <DataList<SaleRow>
          label={t('nav.sales')}
          listKey={listKey}
          tableFrom={820}
          total={live.value.total}
          offset={live.value.offset}
          rows={live.value.rows}
          keyOf={(row) => row.sale.id}
          columns={saleColumns(route.view)}
          renderCompact={(row) => <SaleCompact row={row} view={route.view} />}
          onOpen={(row) => row.pair !== null && change({ pair: row.pair.id })}
          selectedKey={
            live.value.rows.find((row) => route.pair !== null && row.pair?.id === route.pair)?.sale.id ?? null
          }
          onRange={onRange}
        />
      ) : null}
    </Screen>
  );
}
