import { IconTag } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { LISTING_POSITIONS } from '@/lib/queries/list-listings';
import type { Valuation } from '@/lib/queries/valuation';
import { SellingTabs } from '../bridge/selling-tabs';
import { useVacation } from '../bridge/use-vacation';
import { useValuation } from '../bridge/use-valuation';
import type { ListHandle } from '../ui/data-list';
import { KeysHelp } from '../ui/keys-help';
import { Screen } from '../ui/screen';
import type { Sort } from '../ui/sort';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useListKeys } from '../ui/use-list-keys';
import { useRoute } from '../ui/use-route';
import { useSelection } from '../ui/use-selection';
import { HeldLink } from './held-link';
import { ListingTable } from './listing-table';
import { PricesAge } from './prices-age';
import { SellingBar } from './selling-bar';
import { SellingMenu } from './selling-menu';
import { SellingTools, SHOWS } from './selling-tools';
import { useListings } from './use-listings';

/** What is for sale, against the market. */
export function SellingScreen() {
  const valuation = useValuation();
  return valuation === null ? (
    <Screen title={t('nav.selling')} tools={<SellingTabs />} fixed>
      <SkeletonRows />
    </Screen>
  ) : (
    <Selling valuation={valuation} />
  );
}

function Selling({ valuation }: { readonly valuation: Valuation }) {
  const { route, change } = useRoute();
  const view = SHOWS.find((each) => each === route.view) ?? 'live';
  const [sort, setSort] = useState<Sort>({ by: 'changed', down: true });
  const position = LISTING_POSITIONS.find((each) => each === route.filter);
  const { listKey, live, onRange } = useListings({ valuation, view, position, query: route.query, sort });
  const marks = useSelection(live.value?.ids ?? NONE, known);
  const [marking, setMarking] = useState(false);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const handle = useRef<ListHandle>(null);
  const clear = () => {
    marks.clear();
    setMarking(false);
  };
  const markable = view !== 'gone';
  const inCompact = markable && (marking || marks.ids.length > 0);
  useListKeys({
    search,
    list: handle,
    onHelp: () => setHelp(true),
    onAll: () => markable && marks.onAll(),
    onEscape: inCompact ? clear : null,
  });
  const away = useVacation() !== null && view === 'live';
  const narrowed = route.query !== '' || position !== undefined;
  return (
    <Screen
      title={t('nav.selling')}
      aside={
        <>
          <HeldLink profile={valuation.profile} />
          <PricesAge />
        </>
      }
      action={
        <SellingMenu
          marking={inCompact}
          onMark={() => (inCompact ? clear() : setMarking(true))}
          onHelp={() => setHelp(true)}
        />
      }
      tools={
        <SellingTools
          view={view}
          position={position}
          counts={live.value?.counts}
          positions={live.value?.positions}
          search={search}
          onView={clear}
        />
      }
      fixed
    >
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && live.value.total === 0 ? (
        <EmptyState
          icon={IconTag}
          title={narrowed ? t('selling.noMatch') : away ? t('selling.away') : t('selling.empty')}
          text={narrowed ? t('selling.noMatchText') : away ? t('selling.awayText') : t('selling.emptyText')}
        />
      ) : null}
      {live.state === 'ready' && live.value.total > 0 ? (
        <ListingTable
          listKey={listKey}
          list={live.value}
          view={view}
          sort={sort}
          onSort={setSort}
          onRange={onRange}
          marks={markable ? marks : null}
          inCompact={inCompact}
          openPair={route.pair}
          onOpen={(pair) => change({ pair })}
          handle={handle}
        />
      ) : null}
      {inCompact ? (
        <SellingBar
          ids={marks.ids}
          hidden={marks.hidden}
          matching={live.value?.total ?? 0}
          view={view}
          valuation={valuation}
          onAll={marks.onAll}
          onClear={clear}
        />
      ) : null}
      <KeysHelp opened={help} onClose={() => setHelp(false)} />
    </Screen>
  );
}

const NONE: readonly string[] = [];

/** A listing that ended is told by the command that leaves it out. */
const known = () => true;
