import type { RefObject } from 'react';
import { LISTING_POSITIONS, type ListingList, type ListingPosition } from '@/lib/queries/list-listings';
import { SellingTabs } from '../bridge/selling-tabs';
import { Chips } from '../ui/chips';
import { SearchBox } from '../ui/search-box';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';

export const SHOWS = ['live', 'off', 'gone'] as const;

export interface SellingToolsProps {
  readonly view: (typeof SHOWS)[number];
  readonly position: ListingPosition | undefined;
  readonly counts: ListingList['counts'] | undefined;
  readonly positions: ListingList['positions'] | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Other listings are shown: what was marked is left behind. */
  readonly onView: () => void;
}

/** What the list shows: which listings, how they stand against the market, words. */
export function SellingTools({ view, position, counts, positions, search, onView }: SellingToolsProps) {
  const { route, change } = useRoute();
  const words = { live: t('selling.live'), off: t('selling.off'), gone: t('selling.gone') };
  return (
    <>
      <SellingTabs />
      <SearchBox
        label={t('inventory.search')}
        value={route.query}
        onChange={(query) => change({ query }, 'quiet')}
        inputRef={search}
      />
      <Chips
        label={t('inventory.show')}
        value={view}
        onChange={(next) => {
          onView();
          change({ view: next === 'live' ? null : next, filter: null }, 'quiet');
        }}
        choices={SHOWS.map((value) => ({ value, label: words[value], count: counts?.[value] }))}
      />
      {view === 'live' ? (
        <Chips
          label={t('selling.position')}
          value={position ?? 'all'}
          onChange={(next) => change({ filter: next === 'all' ? null : next }, 'quiet')}
          choices={positionChoices(positions)}
        />
      ) : null}
    </>
  );
}

const POSITIONS: Record<ListingPosition, () => string> = {
  lowest: () => t('selling.lowest'),
  undercut: () => t('selling.undercut'),
  'below-floor': () => t('selling.belowFloor'),
  none: () => t('selling.noMarket'),
};

function positionChoices(counts: Partial<Record<ListingPosition, number>> | undefined) {
  return [
    { value: 'all' as const, label: t('inventory.all') },
    ...LISTING_POSITIONS.map((value) => ({ value, label: POSITIONS[value](), count: counts?.[value] })),
  ];
}
