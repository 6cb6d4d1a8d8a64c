import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { allAlerts, type AlertLine } from '@/lib/queries/alert-subjects';
import { createMatcher } from '@/lib/queries/match-text';
import { useLive } from '../../bridge/use-live';
import { DataList } from '../../ui/data-list';
import { countText } from '../../ui/format';
import { routeHref } from '../../ui/route';
import { Screen } from '../../ui/screen';
import { SearchBox } from '../../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states';
import { t } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { useRoute } from '../../ui/use-route';
import { WatchTabs } from '../watch-tabs';
import { AlertCompact, alertColumns } from './alert-columns';
import { AlertDrawer } from './alert-drawer';

/** Every alert there is, with how it stands. */
export function AlertList() {
  const { route, change } = useRoute();
  const now = instant(useNow(MINUTE_MS));
  const live = useLive((books) => allAlerts(books, now), [now]);
  const [open, setOpen] = useState<AlertLine | null>(null);
  const matches = createMatcher(route.query);
  const rows = (live.value ?? []).filter(({ product, item }) =>
    matches({
      styleCode: product?.rawSku ?? item.catalogId,
      name: product?.name ?? item.catalogId,
      brand: product?.brand ?? '',
      size: item.usSize,
    }),
  );
  const columns = useMemo(() => alertColumns(setOpen), []);
  return (
    <Screen
      title={t('nav.watch')}
      aside={live.value === null ? null : <span className="archvd-figure">{countText(live.value.length)}</span>}
      tools={
        <>
          <WatchTabs />
          <SearchBox
            label={t('watchAlert.search')}
            value={route.query}
            onChange={(query) => change({ query }, 'quiet')}
          />
        </>
      }
      fixed
    >
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && rows.length === 0 ? (
        <EmptyState
          icon={IconBell}
          title={live.value.length === 0 ? t('watchAlert.allNone') : t('inventory.noMatch')}
          text={live.value.length === 0 ? t('watchAlert.allNoneText') : t('watch.noMatchText')}
          action={
            live.value.length === 0 ? (
              <Button component="a" variant="default" href={routeHref({ screen: 'watch' })}>
                {t('watchAlert.toWatched')}
              </Button>
            ) : null
          }
        />
      ) : null}
      {rows.length === 0 ? null : (
        <DataList<AlertLine>
          label={t('watch.alerts')}
          listKey={route.query}
          tableFrom={780}
          total={rows.length}
          offset={0}
          rows={rows}
          keyOf={(row) => row.alert.id}
          columns={columns}
          renderCompact={(row) => <AlertCompact row={row} onEdit={() => setOpen(row)} />}
          onOpen={setOpen}
        />
      )}
      <AlertDrawer
        itemIds={open === null ? null : [open.item.id]}
        alertId={open?.alert.id ?? null}
        onClose={() => setOpen(null)}
      />
    </Screen>
  );
}
