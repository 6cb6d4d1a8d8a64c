import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { listExpenses, type ExpenseEntry, type ExpenseList, type ExpenseSort } from '@/lib/queries/expenses';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { localOffset, periodOf } from '../bridge/local-time';
import { useAddExpense } from '../bridge/to-expense';
import { useLive, type Live } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { DataList, type ListSelection } from '../ui/data-list';
import { KeysHelp } from '../ui/keys-help';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { AddExpenseMenu } from './add-expense-menu';
import { ExpenseBar } from './expense-bar';
import { ExpenseCompact, expenseColumns } from './expense-columns';
import { exportExpenses } from './export-expenses';
import { ExpenseTools } from './expense-tools';
import { ExpenseTotals } from './expense-totals';
import { parseExpenseView } from './expense-view';
import { nameOfExpense } from './name-of-expense';
import { useMarkedExpenses } from './use-marked-expenses';

/** What was spent besides the pairs. */
export function ExpenseItems() {
  const [currency] = useSetting('displayCurrency');
  return currency === null ? (
    <Screen title={t('nav.expenses')} tools={<ExpenseTabs />} fixed>
      <SkeletonRows />
    </Screen>
  ) : (
    <Items currency={currency} />
  );
}

const SORTS: readonly ExpenseSort[] = ['spent', 'category', 'supplier', 'amount'];

function Items({ currency }: { readonly currency: CurrencyCode }) {
  const { route, change } = useRoute();
  const addExpense = useAddExpense();
  const [sort, setSort] = useState<Sort>({ by: 'spent', down: true });
  const live = useExpenses(currency, sort);
  const { marks, clear, inCompact, startMarking, keys } = useMarkedExpenses(live);
  const list = live.value;
  const entries = list?.entries ?? [];
  const add = <AddExpenseMenu onAdd={() => addExpense()} />;
  const selection: ListSelection<ExpenseEntry> = {
    has: marks.has,
    all: marks.all,
    onAll: marks.onAll,
    pick: marks.pick,
    labelOf: (row) => t('expenses.mark', [nameOfExpense(row)]),
    allLabel: t('expenses.markAll'),
    inCompact,
  };
  const { query, filter } = route;
  const hrefOf = (row: ExpenseEntry) =>
    routeHref({ screen: 'expenses', query, filter, add: 'expense', item: row.expense.id });
  const open = (row: ExpenseEntry) => change({ add: 'expense', item: row.expense.id });
  const listKey = `${route.filter}|${route.query}|${sort.by}|${sort.down}`;
  return (
    <Screen
      title={t('nav.expenses')}
      action={add}
      tools={
        <>
          <ExpenseTabs />
          {list === null || list.all === 0 ? null : (
            <ExpenseTools
              search={keys.search}
              pair={list.pair}
              onMark={startMarking}
              onExport={() => exportExpenses(entries)}
            />
          )}
        </>
      }
      fixed
    >
      <States live={live} add={add} />
      {entries.length === 0 || list === null ? null : (
        <>
          <ExpenseTotals list={list} />
          <DataList<ExpenseEntry>
            label={t('nav.expenses')}
            listKey={listKey}
            tableFrom={900}
            total={entries.length}
            offset={0}
            rows={entries}
            keyOf={(row) => row.expense.id}
            columns={expenseColumns(currency, hrefOf)}
            renderCompact={(row) => <ExpenseCompact row={row} hrefOf={hrefOf} />}
            onOpen={open}
            selectedKey={route.item}
            sort={sort}
            onSort={(by) => setSort(nextSort(sort, by, (each) => each === 'spent' || each === 'amount'))}
            selection={selection}
            handle={keys.list}
          />
        </>
      )}
      {inCompact ? <ExpenseBar marks={marks} matching={entries.length} onClear={clear} /> : null}
      <KeysHelp opened={keys.help} onClose={keys.closeHelp} />
    </Screen>
  );
}

function useExpenses(currency: CurrencyCode, sort: Sort): Live<ExpenseList> {
  const { route } = useRoute();
  const now = useNow(60 * MINUTE_MS);
  const { category, period, pairId } = parseExpenseView(route.filter);
  return useLive(
    async (books) =>
      listExpenses(books, {
        period: periodOf(period, instant(now), localOffset),
        search: route.query,
        category,
        pairId,
        sort: { by: SORTS.find((each) => each === sort.by) ?? 'spent', descending: sort.down },
        currency,
      }),
    [route.filter, route.query, sort, currency, now],
  );
}

/** Everything but the list itself. */
function States({ live, add }: { readonly live: Live<ExpenseList>; readonly add: React.ReactNode }) {
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value === null) return <SkeletonRows />;
  if (live.value.entries.length > 0) return null;
  return live.value.all === 0 ? (
    <EmptyState icon={IconReceipt} title={t('expenses.empty')} text={t('expenses.emptyText')} action={add} />
  ) : (
    <EmptyState icon={IconReceipt} title={t('expenses.noMatch')} text={t('expenses.noMatchText')} />
  );
}
