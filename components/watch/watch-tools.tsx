import { NativeSelect } from '@mantine/core';
import type { RefObject } from 'react';
import { WATCH_SHOWS, type WatchList, type WatchShow } from '@/lib/queries/watch-list';
import type { WatchSort } from '@/lib/queries/watch-order';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { SearchBox } from '../ui/search-box';
import type { Sort } from '../ui/sort';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { useWide } from '../ui/use-wide';
import { useWatchPlace } from './use-watch-view';

export const WATCH_SORTS: readonly WatchSort[] = [
  'name',
  'ask',
  'offer',
  'last',
  'spread',
  'target',
  'distance',
  'alerts',
  'age',
  'added',
];

/** Sorted by these, the largest stand first at first. */
export const STARTS_DOWN: readonly string[] = ['age', 'added', 'alerts'];

const SHOWS: Record<WatchShow, () => string> = {
  all: () => t('watch.showAll'),
  alerts: () => t('watch.showAlerts'),
  rang: () => t('watch.showRang'),
  near: () => t('watch.showNear'),
};

const SELECT = { input: { height: 28, minHeight: 28, fontSize: 'var(--archvd-base)' } };

interface WatchToolsProps {
  readonly counts: WatchList['counts'] | undefined;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Words, what is shown, and the order where there are no headings. */
export function WatchTools({ counts, sort, onSort, search }: WatchToolsProps) {
  const { route, change } = useRoute();
  const { show } = useWatchPlace();
  const wide = useWide();
  const pick = (next: WatchShow) => change({ filter: next === 'all' ? null : next }, 'quiet');
  const words = (
    <SearchBox
      label={t('watch.search')}
      value={route.query}
      onChange={(query) => change({ query }, 'quiet')}
      inputRef={search}
    />
  );
  return (
    <>
      {wide ? (
        <>
          {words}
          <Chips
            label={t('watch.show')}
            value={show}
            onChange={pick}
            choices={WATCH_SHOWS.map((value) => ({ value, label: SHOWS[value](), count: counts?.[value] }))}
          />
        </>
      ) : (
        <>
          <NativeSelect
            size="xs"
            aria-label={t('watch.show')}
            value={show}
            onChange={(event) => pick(WATCH_SHOWS.find((each) => each === event.currentTarget.value) ?? 'all')}
            data={WATCH_SHOWS.map((value) => ({
              value,
              label: counts === undefined ? SHOWS[value]() : `${SHOWS[value]()} (${countText(counts[value])})`,
            }))}
            styles={SELECT}
            style={{ flex: '1 1 100px' }}
          />
          {words}
          <SortChoice sort={sort} onSort={onSort} />
        </>
      )}
    </>
  );
}

function SortChoice({ sort, onSort }: Pick<WatchToolsProps, 'sort' | 'onSort'>) {
  const words: Record<WatchSort, string> = {
    name: t('watch.byName'),
    ask: t('column.lowestAsk'),
    offer: t('column.highestOffer'),
    last: t('column.lastSale'),
    spread: t('watch.spread'),
    target: t('watch.target'),
    distance: t('watch.distance'),
    alerts: t('watch.alerts'),
    age: t('watch.age'),
    added: t('watch.byAdded'),
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={t('watch.sortBy')}
      value={sort.by}
      data={WATCH_SORTS.map((value) => ({ value, label: words[value] }))}
      onChange={(event) => {
        const by = event.currentTarget.value;
        onSort({ by, down: STARTS_DOWN.includes(by) });
      }}
      styles={SELECT}
      style={{ flex: '0 0 136px' }}
    />
  );
}
