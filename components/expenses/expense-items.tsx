import { Button, Menu } from '@mantine/core';
import { IconCar, IconPlus, IconReceipt, IconRepeat } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { listExpenses, type ExpenseEntry, type ExpenseList, type ExpenseSort } from '@/lib/queries/expenses';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { localOffset, periodOf } from '../bridge/local-time';
import { useAddExpense } from '../bridge/to-expense';
import { useLive, type Live } from '../bridge/use-live';
import { useSetting } from '../bridge/use-setting';
import { DataList, type ListHandle, type ListSelection } from '../ui/data-list';
import { KeysHelp } from '../ui/keys-help';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { useSelection } from '../ui/use-selection';
import { ExpenseBar } from './expense-bar';
import { ExpenseCompact, expenseColumns, nameOfExpense } from './expense-columns';
import { exportExpenses } from './export-expenses';
import { ExpenseTools } from './expense-tools';
import { ExpenseTotals } from './expense-totals';
import { parseExpenseView } from './expense-view';

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
  const { marks, clear, inCompact, startMarking, keys } = useMarked(live);
  const list = live.value;
  const entries = list?.entries ?? [];
  const add = <AddMenu onAdd={() => addExpense()} />;
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

/** The rows with their marks and keys. */
function useMarked(live: Live<ExpenseList>) {
  const found = useMemo(() => live.value?.entries.map(({ expense }) => expense.id) ?? [], [live.value]);
  const known = useMemo(() => new Set(found), [found]);
  const exists = useMemo(() => (id: string) => known.has(id), [known]);
  const marks = useSelection(found, exists);
  const [help, setHelp] = useState(false);
  const [marking, setMarking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const clear = () => {
    marks.clear();
    setMarking(false);
  };
  useListKeys({
    search,
    list,
    onHelp: () => setHelp(true),
    onAll: marks.onAll,
    onEscape: marks.ids.length > 0 || marking ? clear : null,
  });
  return {
    marks,
    clear,
    inCompact: marking || marks.ids.length > 0,
    startMarking: () => setMarking(true),
    keys: { search, list, help, closeHelp: () => setHelp(false) },
  };
}

function AddMenu({ onAdd }: { readonly onAdd: () => void }) {
  const { change } = useRoute();
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} data-testid="add-expense">
          {t('expenses.addShort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconReceipt size={14} aria-hidden="true" />} onClick={onAdd} data-testid="new-expense">
          {t('expenses.addOne')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCar size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'mileage', item: null })}
          data-testid="new-mileage"
        >
          {t('mileage.add')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRepeat size={14} aria-hidden="true" />}
          onClick={() => change({ add: 'recurring', item: null })}
        >
          {t('recurring.add')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
