import { Button } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { bankPage, type BankPage, type BankShow } from '@/lib/queries/bank-page';
import { instant, MINUTE_MS } from '@/lib/domain/time/instant';
import { ExpenseTabs } from '../bridge/expense-tabs';
import { localOffset } from '../bridge/local-time';
import { useLive, type Live } from '../bridge/use-live';
import { Chips } from '../ui/chips';
import type { ListHandle } from '../ui/data-list';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { useWindow, WINDOW } from '../ui/use-window';
import { AccountChoice } from './account-choice';
import { AccountsDrawer } from './accounts-drawer';
import { BankActions, type BankDrawer } from './bank-actions';
import { BankLines, type BankView } from './bank-lines';
import { ImportStatement } from './import-statement';
import { LineDrawer } from './line-drawer';
import { PayoutDrawer } from './payout-form';
import { WaitingPayouts } from './waiting-payouts';

const SHOWS: readonly BankShow[] = ['open', 'matched', 'ignored', 'all'];

/** Statements of the bank: every line with what it is, and payouts that are still waited for. */
export function BankScreen() {
  const { route, change } = useRoute();
  const now = useNow(5 * MINUTE_MS);
  const view: BankView = route.view === 'payouts' ? 'payouts' : (SHOWS.find((each) => each === route.view) ?? 'open');
  const show = view === 'payouts' ? 'open' : view;
  const accountId = route.filter;
  const listKey = `${show}|${accountId ?? ''}|${route.query}`;
  const [offset, onRange] = useWindow(listKey);
  const [drawer, setDrawer] = useState<BankDrawer | null>(null);
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
      action={<BankActions onDrawer={setDrawer} />}
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
              <Chips<BankView>
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
        {page === null ? null : <BankLines page={page} listKey={listKey} onRange={onRange} handle={list} view={view} />}
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
  readonly view: BankView;
  readonly isEmpty: boolean;
  readonly onDrawer: (drawer: BankDrawer) => void;
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
