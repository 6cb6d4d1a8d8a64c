import { Button, NativeSelect } from '@mantine/core';
import { IconEye, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { watchList, type WatchList, type WatchRow, type WatchSort } from '@/lib/queries/watch-list';
import { useLive, type Live } from '../bridge/use-live';
import { useRegion } from '../bridge/use-region';
import { DataList } from '../ui/data-list';
import { countText } from '../ui/format';
import { Screen } from '../ui/screen';
import { SearchBox } from '../ui/search-box';
import { nextSort, type Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWide } from '../ui/use-wide';
import { AddWatch } from './add-watch';
import { watchColumns } from './watch-columns';
import { WatchCompact } from './watch-compact';

const SORTS: readonly WatchSort[] = ['name', 'ask', 'offer', 'last', 'spread', 'target', 'distance', 'age', 'added'];

/** Sorted by these, the largest stand first at first. */
const STARTS_DOWN: readonly string[] = ['age', 'added'];

/** What the seller has an eye on, against the targets. */
export function WatchScreen() {
  const { route, change, go } = useRoute();
  const regionId = useRegion();
  const [sort, setSort] = useState<Sort>({ by: 'distance', down: false });
  const [adding, setAdding] = useState(false);
  const live = useLive(
    async (books) =>
      regionId === undefined
        ? null
        : watchList(books, {
            search: route.query,
            sort: { by: SORTS.find((by) => by === sort.by) ?? 'name', descending: sort.down },
            regionId,
          }),
    [route.query, sort, String(regionId)],
  );
  const total = live.value?.total ?? 0;
  const add = (
    <Button leftSection={<IconPlus size={16} />} aria-label={t('watch.add')} onClick={() => setAdding(true)}>
      {total === 0 ? t('watch.add') : t('watch.addShort')}
    </Button>
  );
  return (
    <Screen
      title={t('nav.watch')}
      aside={total === 0 ? null : <span className="archvd-clip">{t('watch.count', total, [countText(total)])}</span>}
      action={total === 0 ? null : add}
      {...(total === 0
        ? {}
        : {
            tools: (
              <>
                <SearchBox
                  label={t('watch.search')}
                  value={route.query}
                  onChange={(query) => change({ query }, 'quiet')}
                />
                <SortChoice sort={sort} onSort={setSort} />
              </>
            ),
          })}
      fixed
    >
      <States live={live} add={add} searched={route.query !== ''} />
      {live.state === 'ready' && live.value !== null && live.value.rows.length > 0 ? (
        <DataList<WatchRow>
          label={t('nav.watch')}
          listKey={`${route.query}|${sort.by}|${sort.down}`}
          tableFrom={900}
          total={live.value.rows.length}
          offset={0}
          rows={live.value.rows}
          keyOf={(row) => row.item.id}
          columns={watchColumns()}
          renderCompact={(row) => <WatchCompact row={row} />}
          onOpen={(row) => go({ screen: 'market', product: row.item.catalogId })}
          selectedKey={live.value.rows.find((row) => row.item.catalogId === route.product)?.item.id ?? null}
          sort={sort}
          onSort={(by) => setSort(nextSort(sort, by, (each) => STARTS_DOWN.includes(each)))}
        />
      ) : null}
      <AddWatch opened={adding} onClose={() => setAdding(false)} />
    </Screen>
  );
}

interface StatesProps {
  readonly live: Live<WatchList | null>;
  readonly add: React.ReactNode;
  readonly searched: boolean;
}

/** Everything but the list itself. */
function States({ live, add, searched }: StatesProps) {
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.value === null) return <SkeletonRows />;
  if (live.value.total === 0)
    return <EmptyState icon={IconEye} title={t('watch.empty')} text={t('watch.emptyText')} action={add} />;
  if (live.value.rows.length > 0) return null;
  return searched ? <EmptyState icon={IconEye} title={t('inventory.noMatch')} text={t('watch.noMatchText')} /> : null;
}

/** Two-line rows have no headings to sort by. */
function SortChoice({ sort, onSort }: { readonly sort: Sort; readonly onSort: (sort: Sort) => void }) {
  const wide = useWide();
  if (wide) return null;
  const words: Record<WatchSort, string> = {
    name: t('watch.byName'),
    ask: t('column.lowestAsk'),
    offer: t('column.highestOffer'),
    last: t('column.lastSale'),
    spread: t('watch.spread'),
    target: t('watch.target'),
    distance: t('watch.distance'),
    age: t('watch.age'),
    added: t('watch.byAdded'),
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t('watch.sortBy')}
      value={sort.by}
      data={SORTS.map((value) => ({ value, label: words[value] }))}
      onChange={(event) => {
        const by = event.currentTarget.value;
        onSort({ by, down: STARTS_DOWN.includes(by) });
      }}
    />
  );
}
