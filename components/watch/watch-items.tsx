import { Button, Menu } from '@mantine/core';
import { IconEye, IconList, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { WatchList } from '@/lib/queries/watch-list';
import type { Live } from '../bridge/use-live';
import type { ListHandle } from '../ui/data-list';
import { KeysHelp } from '../ui/keys-help';
import { Screen } from '../ui/screen';
import type { Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useRoute } from '../ui/use-route';
import { useSelection } from '../ui/use-selection';
import { AddWatch } from './add-watch';
import { AlertDrawer } from './alerts/alert-drawer';
import { exportWatched } from './export-watched';
import { ListSwitch } from './list-switch';
import { ManyDrawer } from './many/many-drawer';
import { SearchStrip } from './many/search-strip';
import { useWatched } from './use-watched';
import { useWatchPlace } from './use-watch-view';
import { WatchBar } from './watch-bar';
import { WatchCost } from './watch-cost';
import { WatchTable } from './watch-table';
import { WatchTabs } from './watch-tabs';
import { WatchTools } from './watch-tools';

/** What the seller has an eye on, against the targets. */
export function WatchItems() {
  const { route, change } = useRoute();
  const place = useWatchPlace();
  const [sort, setSort] = useState<Sort>({ by: 'distance', down: false });
  const [adding, setAdding] = useState<'one' | 'many' | null>(null);
  const [alerting, setAlerting] = useState<readonly string[] | null>(null);
  const live = useWatched(sort);
  const { list, current, marks, clear, inCompact, startMarking, keys } = useMarked(live, place.listId);
  const add = <AddMenu named={list?.total === 0} onAdd={setAdding} />;
  const total = list?.total ?? 0;
  const pick = (listId: string | null) => {
    marks.clear();
    change({ item: listId, product: null }, 'quiet');
  };
  const rows = list?.rows ?? [];
  return (
    <Screen
      title={t('nav.watch')}
      aside={list === null || total === 0 ? null : <WatchCost products={list.products} />}
      action={total === 0 ? null : add}
      tools={
        <>
          <WatchTabs />
          {list === null || (total === 0 && list.lists.length < 2) ? null : (
            <>
              <ListSwitch
                lists={list.lists}
                total={total}
                current={current}
                onPick={pick}
                onMark={startMarking}
                onExport={() => exportWatched(rows, list.lists.find(({ id }) => id === current)?.name ?? null)}
              />
              <WatchTools counts={list.counts} sort={sort} onSort={setSort} search={keys.search} />
            </>
          )}
        </>
      }
      fixed
    >
      <SearchStrip />
      <States live={live} add={add} isWhole={current === null} isShown={place.show !== 'all'} query={route.query} />
      {rows.length > 0 ? (
        <WatchTable
          rows={rows}
          listKey={`${current}|${place.show}|${route.query}|${sort.by}|${sort.down}`}
          sort={sort}
          onSort={setSort}
          marks={marks}
          inCompact={inCompact}
          onAlerts={(row) => setAlerting([row.item.id])}
          handle={keys.list}
        />
      ) : null}
      {!inCompact || list === null ? null : (
        <WatchBar
          marks={marks}
          matching={rows.length}
          lists={list.lists}
          current={current}
          onAlert={setAlerting}
          onClear={clear}
        />
      )}
      <AddWatch opened={adding === 'one'} lists={list?.lists ?? []} current={current} onClose={() => setAdding(null)} />
      <ManyDrawer
        opened={adding === 'many'}
        lists={list?.lists ?? []}
        current={current}
        onClose={() => setAdding(null)}
      />
      <AlertDrawer itemIds={alerting} onClose={() => setAlerting(null)} />
      <KeysHelp opened={keys.help} onClose={keys.closeHelp} />
    </Screen>
  );
}

/** The rows with their marks and keys. */
function useMarked(live: Live<WatchList | null>, listId: string | null) {
  const list = live.value;
  const found = useMemo(() => list?.rows.map(({ item }) => item.id) ?? [], [list]);
  const known = useMemo(() => new Set(found), [found]);
  const exists = useMemo(() => (id: string) => known.has(id), [known]);
  const marks = useSelection(found, exists);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const handle = useRef<ListHandle>(null);
  const [marking, setMarking] = useState(false);
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
  return {
    list,
    // A list that is gone shows all of them.
    current: list?.lists.some(({ id }) => id === listId) === true ? listId : null,
    marks,
    clear,
    inCompact: marking || marks.ids.length > 0,
    startMarking: () => setMarking(true),
    keys: { search, list: handle, help, closeHelp: () => setHelp(false) },
  };
}

function AddMenu({ named, onAdd }: { readonly named: boolean; readonly onAdd: (what: 'one' | 'many') => void }) {
  return (
    <Menu position="bottom-end" width={220} withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />} aria-label={t('watch.add')} data-testid="add-watch">
          {named ? t('watch.add') : t('watch.addShort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSearch size={14} />} onClick={() => onAdd('one')}>
          {t('watch.addOne')}
        </Menu.Item>
        <Menu.Item leftSection={<IconList size={14} />} onClick={() => onAdd('many')} data-testid="add-many">
          {t('watch.addMany')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface StatesProps {
  readonly live: Live<WatchList | null>;
  readonly add: React.ReactNode;
  /** All lists are shown. */
  readonly isWhole: boolean;
  readonly isShown: boolean;
  readonly query: string;
}

/** Everything but the list itself. */
function States({ live, add, isWhole, isShown, query }: StatesProps) {
  const { change } = useRoute();
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value === null) return <SkeletonRows />;
  const { total, rows, counts } = live.value;
  if (total === 0)
    return <EmptyState icon={IconEye} title={t('watch.empty')} text={t('watch.emptyText')} action={add} />;
  if (rows.length > 0) return null;
  if (counts.all === 0 && !isWhole)
    return <EmptyState icon={IconEye} title={t('watch.emptyList')} text={t('watch.emptyListText')} />;
  if (query !== '') return <EmptyState icon={IconEye} title={t('inventory.noMatch')} text={t('watch.noMatchText')} />;
  const all = (
    <Button variant="default" onClick={() => change({ filter: null }, 'quiet')}>
      {t('watch.showAll')}
    </Button>
  );
  return isShown ? (
    <EmptyState icon={IconEye} title={t('watch.noneShown')} text={t('watch.noneShownText')} action={all} />
  ) : null;
}
