import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { allAlerts, type AlertLine } from '@/lib/queries/alert-subjects';
import { countWatched } from '@/lib/queries/count-watched';
import { createMatcher } from '@/lib/queries/match-text';
import { useLive } from '../../bridge/use-live';
import { DataList } from '../../ui/data-list';
import { countText } from '../../ui/format';
import { Screen } from '../../ui/screen';
import { SearchBox } from '../../ui/search-box';
import { ErrorState, SkeletonRows } from '../../ui/states';
import { t } from '../../ui/text';
import { useNow } from '../../ui/use-now';
import { useRoute } from '../../ui/use-route';
import { WatchTabs } from '../watch-tabs';
import { AlertCompact, alertColumns } from './alert-columns';
import { AlertDrawer, NEW_ALERT } from './alert-drawer';
import { NoAlerts } from './no-alerts';
import { PickWatched } from './pick-watched';

/** What the drawer is about: an alert, a new one on a watched thing, or a new one on what is still to be chosen. */
interface Opened {
  readonly itemId: string | null;
  readonly alertId: string;
}

/** Every alert there is, with how it stands; a new one can be made here. */
export function AlertList() {
  const { route, change } = useRoute();
  const now = instant(useNow(MINUTE_MS));
  const live = useLive((books) => allAlerts(books, now), [now]);
  const isWatching = (useLive(countWatched, []).value ?? 0) > 0;
  const [open, setOpen] = useState<Opened | null>(null);
  const matches = createMatcher(route.query);
  const rows = (live.value ?? []).filter(({ product, item }) =>
    matches({
      styleCode: product?.rawSku ?? item.catalogId,
      name: product?.name ?? item.catalogId,
      brand: product?.brand ?? '',
      size: item.usSize,
    }),
  );
  const columns = useMemo(() => alertColumns((row) => setOpen(toOpened(row))), []);
  const add = (
    <Button
      leftSection={<IconPlus size={16} />}
      onClick={() => setOpen({ itemId: null, alertId: NEW_ALERT })}
      data-testid="add-alert"
    >
      {t('watchAlert.new')}
    </Button>
  );
  const total = live.value?.length ?? 0;
  return (
    <Screen
      title={t('nav.watch')}
      aside={live.value === null ? null : <span className="archvd-figure">{countText(live.value.length)}</span>}
      action={isWatching && total > 0 ? add : null}
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
        <NoAlerts others={total} isWatching={isWatching} add={add} />
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
          renderCompact={(row) => <AlertCompact row={row} onEdit={() => setOpen(toOpened(row))} />}
          onOpen={(row) => setOpen(toOpened(row))}
        />
      )}
      <AlertDrawer
        itemIds={open?.itemId == null ? null : [open.itemId]}
        alertId={open?.alertId ?? null}
        picker={open === null ? null : <PickWatched onPick={(itemId) => setOpen({ itemId, alertId: NEW_ALERT })} />}
        onClose={() => setOpen(null)}
      />
    </Screen>
  );
}

const toOpened = ({ item, alert }: AlertLine): Opened => ({ itemId: item.id, alertId: alert.id });
