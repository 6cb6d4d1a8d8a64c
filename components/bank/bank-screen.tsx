import { Button, Menu, NativeSelect } from '@mantine/core';
import { IconBuildingBank, IconChecks, IconDots, IconFileImport, IconListDetails, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { bankPage, type BankPage, type BankRow, type BankShow } from '@/lib/queries/bank-page';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { localOffset } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import { DataList, type ListHandle } from '../ui/data-list';
import { countText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { AccountsDrawer } from './accounts-drawer';
import { acceptCertain } from './bank-commands';
import { BankCompact, bankColumns } from './bank-columns';
import { accountText } from './bank-words';
import styles from './bank.module.css';
import { ImportStatement } from './import-statement';
import { LineDrawer } from './line-drawer';
import { PayoutDrawer } from './payout-form';
import { WaitingPayouts } from './waiting-payouts';

const SHOWS: readonly BankShow[] = ['open', 'matched', 'ignored', 'all'];
type View = BankShow | 'payouts';
type Drawer = 'import' | 'accounts' | 'payout';

/** Statements of the bank: every line with what it is, and payouts that are still waited for. */
export function BankScreen() {
  const { route, change } = useRoute();
  const now = useNow(5 * MINUTE_MS);
  const view: View = route.view === 'payouts' ? 'payouts' : (SHOWS.find((each) => each === route.view) ?? 'open');
  const show = view === 'payouts' ? 'open' : view;
  const accountId = route.filter;
  const listKey = `${show}|${accountId ?? ''}|${route.query}`;
  const [offset, onRange] = useWindow(listKey);
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const live = useLive(
    (books) =>
      bankPage(books, {
        accountId,
        show,
        search: route.query,
        offset,
        limit: WINDOW,
        now: instant(now),
        offsetAt: localOffset,
      }),
    [listKey, offset, now],
  );
  const page = live.value;
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  useListKeys({ search, list, onHelp: () => {}, onAll: () => {}, onEscape: null });
  const isEmpty = page !== null && page.accounts.length === 0 && page.waiting.length === 0;
  return (
    <Screen
      title={t('nav.bank')}
      action={<Actions onDrawer={setDrawer} />}
      tools={
        <>
          <ExpenseTabs />
          {isEmpty ? null : (
            <>
              <SearchBox
                label={t('bank.search')}
                value={route.query}
                onChange={(query) => change({ query }, 'quiet')}
                inputRef={search}
              />
              <Chips<View>
                label={t('bank.show')}
                value={view}
                onChange={(next) => change({ view: next === 'open' ? null : next, item: null })}
                choices={[
                  { value: 'open', label: t('bank.open'), count: page?.counts.open },
                  { value: 'matched', label: t('bank.matched'), count: page?.counts.matched },
                  { value: 'ignored', label: t('bank.ignored'), count: page?.counts.ignored },
                  { value: 'all', label: t('bank.all'), count: page?.counts.all },
                  { value: 'payouts', label: t('bank.waiting'), count: page?.waiting.length },
                ]}
              />
              <AccountChoice page={page} value={accountId} onChange={(filter) => change({ filter }, 'quiet')} />
            </>
          )}
        </>
      }
      fixed={view !== 'payouts' && !isEmpty}
    >
      <Body live={live} view={view} isEmpty={isEmpty} onDrawer={setDrawer}>
        {page === null ? null : <Lines page={page} listKey={listKey} onRange={onRange} handle={list} view={view} />}
      </Body>
      <LineDrawer id={route.item} onClose={() => change({ item: null })} />
      <ImportStatement opened={drawer === 'import'} onClose={() => setDrawer(null)} />
      <AccountsDrawer opened={drawer === 'accounts'} page={page} onClose={() => setDrawer(null)} />
      <PayoutDrawer opened={drawer === 'payout'} onClose={() => setDrawer(null)} />
    </Screen>
  );
}

interface BodyProps {
  readonly live: Live<BankPage>;
  readonly view: View;
  readonly isEmpty: boolean;
  readonly onDrawer: (drawer: Drawer) => void;
  readonly children: React.ReactNode;
}

function Body({ live, view, isEmpty, onDrawer, children }: BodyProps) {
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value === null) return <SkeletonRows />;
  if (isEmpty)
    return (
      <EmptyState
        icon={IconBuildingBank}
        title={t('bank.empty')}
        text={t('bank.emptyText')}
        action={
          <Button variant="default" onClick={() => onDrawer('import')}>
            {t('bank.import')}
          </Button>
        }
      />
    );
  if (view === 'payouts') return <WaitingPayouts waiting={live.value.waiting} onAdd={() => onDrawer('payout')} />;
  return children;
}

interface LinesProps {
  readonly page: BankPage;
  readonly view: View;
  readonly listKey: string;
  readonly onRange: (first: number, last: number) => void;
  readonly handle: React.Ref<ListHandle>;
}

function Lines({ page, view, listKey, onRange, handle }: LinesProps) {
  const { route, change } = useRoute();
  const onOpen = ({ line }: BankRow) => change({ item: line.id });
  if (page.total === 0)
    return (
      <EmptyState
        icon={IconChecks}
        title={view === 'open' && route.query === '' ? t('bank.allDone') : t('bank.noMatch')}
        text={view === 'open' && route.query === '' ? t('bank.allDoneText') : t('bank.noMatchText')}
      />
    );
  return (
    <>
      <Totals page={page} view={view} />
      <DataList<BankRow>
        label={t('bank.lines')}
        listKey={listKey}
        tableFrom={820}
        compactHeight={56}
        total={page.total}
        offset={page.offset}
        rows={page.rows}
        keyOf={({ line }) => line.id}
        columns={bankColumns({ ...page, onOpen })}
        renderCompact={(row) => <BankCompact row={row} things={page.things} onOpen={onOpen} />}
        onOpen={onOpen}
        selectedKey={route.item}
        onRange={onRange}
        handle={handle}
      />
    </>
  );
}

/** What the lines of the list come to, each currency by itself, and what waits for a word. */
function Totals({ page, view }: { readonly page: BankPage; readonly view: View }) {
  return (
    <div className={styles['totals']} data-testid="bank-totals">
      {page.totals.map(({ currency, came, went }) => (
        <span key={currency}>
          {t('bank.came')} <MoneyFigure amount={came} /> {t('bank.went')} <MoneyFigure amount={went} />
        </span>
      ))}
      {view !== 'open' || page.unexplained === 0 ? null : (
        <span>{t('bank.unexplained', page.unexplained, [countText(page.unexplained)])}</span>
      )}
      {view !== 'open' || page.certain === 0 ? null : (
        <Button
          size="compact-xs"
          h={24}
          leftSection={<IconChecks size={14} aria-hidden="true" />}
          onClick={() => void acceptCertain()}
        >
          {t('bank.acceptCertain', page.certain, [countText(page.certain)])}
        </Button>
      )}
    </div>
  );
}

interface AccountChoiceProps {
  readonly page: BankPage | null;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function AccountChoice({ page, value, onChange }: AccountChoiceProps) {
  if (page === null || page.accounts.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('bank.account')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('bank.everyAccount') },
        ...page.accounts.map(({ account }) => ({ value: account.id, label: accountText(account) })),
      ]}
    />
  );
}

function Actions({ onDrawer }: { readonly onDrawer: (drawer: Drawer) => void }) {
  return (
    <>
      <Button leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={() => onDrawer('import')}>
        {t('bank.import')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t('bank.more')}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => onDrawer('payout')}>
            {t('bank.addPayout')}
          </Menu.Item>
          <Menu.Item leftSection={<IconListDetails size={14} />} onClick={() => onDrawer('accounts')}>
            {t('bank.accounts')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
