import { Anchor, Button } from '@mantine/core';
import { IconShoe } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { countPairs, facetsOf, type PairIndex } from '@/lib/queries/pair-index';
import type { Valuation } from '@/lib/queries/valuation';
import { SyncedText } from '../bridge/synced-text';
import { useValuation } from '../bridge/use-valuation';
import type { ListHandle } from '../ui/data-list';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Screen } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { BulkBar } from './bulk-bar';
import { HeaderActions } from './header-actions';
import { KeysHelp } from '../ui/keys-help';
import { PairTable } from './pair-table';
import { Tools } from './tools';
import { useListKeys } from '../ui/use-list-keys';
import { useListKey } from './use-list-key';
import { useListView } from './use-list-view';
import { usePairIndex } from './use-pair-index';
import { usePairList } from './use-pair-list';
import { useSelection } from '../ui/use-selection';

/** Every pair the seller has or had. */
export function InventoryScreen() {
  const valuation = useValuation();
  const { state, index, message } = usePairIndex();
  if (state === 'failed')
    return (
      <Screen title={t('nav.inventory')} fixed>
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [message])} />
      </Screen>
    );
  return valuation === null || index === null ? <Waiting /> : <Inventory valuation={valuation} index={index} />;
}

function Waiting() {
  return (
    <Screen title={t('nav.inventory')} aside={<SyncedText />} fixed>
      <SkeletonRows />
    </Screen>
  );
}

interface InventoryProps {
  readonly valuation: Valuation;
  readonly index: PairIndex;
}

function Inventory({ valuation, index }: InventoryProps) {
  const navigation = useRoute();
  const { route, change } = navigation;
  const shown = useListView(navigation);
  const list = usePairList({ index, filter: shown.filter, sort: shown.sort, valuation });
  const counts = useMemo(() => countPairs(index, valuation.now), [index, valuation]);
  const facets = useMemo(() => facetsOf(index), [index]);
  const known = useMemo(() => new Set(index.entries.map((entry) => entry.id)), [index]);
  const exists = useMemo(() => (id: string) => known.has(id), [known]);
  const marks = useSelection(list.found, exists);
  const [marking, setMarking] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const handle = useRef<ListHandle>(null);
  const clear = () => {
    marks.clear();
    setMarking(false);
  };
  useListKeys({
    search,
    list: handle,
    onHelp: () => setHelp(true),
    onAll: marks.onAll,
    onEscape: marks.ids.length > 0 || marking ? clear : null,
  });
  useListKey(list.found, marks.ids);
  const inCompact = marking || marks.ids.length > 0;
  const summary = list.working
    ? t('inventory.workingOut')
    : shown.narrowed
      ? t('inventory.found', [countText(list.found.length), countText(index.entries.length)])
      : null;
  const { window } = list;
  const total = window.value?.total ?? 0;
  return (
    <Screen
      title={t('nav.inventory')}
      aside={
        <>
          {summary === null ? null : (
            <span className="archvd-figure" role="status">
              {summary}
            </span>
          )}
          <SyncedText />
        </>
      }
      action={
        <HeaderActions
          marking={inCompact}
          onMark={() => (inCompact ? clear() : setMarking(true))}
          onHelp={() => setHelp(true)}
        />
      }
      tools={
        <Tools
          view={shown}
          route={route}
          change={change}
          counts={counts}
          facets={facets}
          currency={valuation.currency}
          search={search}
        />
      }
      fixed
    >
      {window.state === 'loading' || (list.working && total === 0) ? <SkeletonRows /> : null}
      {window.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [window.message])} />
      ) : null}
      {window.state === 'ready' && total === 0 && !list.working ? (
        <Nothing narrowed={shown.narrowed} onShowAll={shown.showAll} />
      ) : null}
      {window.state === 'ready' && total > 0 ? (
        <PairTable
          window={window.value}
          valuation={valuation}
          view={shown}
          navigation={navigation}
          marks={marks}
          inCompact={inCompact}
          onRange={list.onRange}
          handle={handle}
        />
      ) : null}
      {inCompact ? (
        <BulkBar
          ids={marks.ids}
          hidden={marks.hidden}
          matching={list.found.length}
          facets={facets}
          valuation={valuation}
          onAll={marks.onAll}
          onClear={clear}
          onSell={(pair) => change({ pair, add: 'sell' })}
        />
      ) : null}
      <KeysHelp opened={help} onClose={() => setHelp(false)} />
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
