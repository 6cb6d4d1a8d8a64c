import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { MINUTE_MS, instant } from '@/lib/domain/time/instant';
import { allAlerts, type AlertLine } from '@/lib/queries/alert-subjects';
import { createMatcher } from '@/lib/queries/match-text';
import { useLive } from '../../bridge/use-live';
import { pairWords } from '../../ui/alert-sentence';
import { DataList, type Column } from '../../ui/data-list';
import { countText } from '../../ui/format';
import { PairPicture } from '../../ui/picture';
import { routeHref } from '../../ui/route';
import { RowButton } from '../../ui/row-button';
import { Screen } from '../../ui/screen';
import { SearchBox } from '../../ui/search-box';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states';
import { t } from '../../ui/text';
import { TwoLine } from '../../ui/two-line';
import { useNow } from '../../ui/use-now';
import { useRoute } from '../../ui/use-route';
import { WatchTabs } from '../watch-tabs';
import watch from '../watch.module.css';
import { AlertActions, AlertSwitch } from './alert-controls';
import { AlertDrawer } from './alert-drawer';
import { triggerText } from './alert-words';
import { StandingText } from './standing-text';

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
          renderCompact={(row) => <Compact row={row} onEdit={() => setOpen(row)} />}
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

function nameOf({ product, item }: AlertLine): string {
  return product === null ? item.catalogId : pairWords(product, item.usSize);
}

function alertColumns(onEdit: (row: AlertLine) => void): readonly Column<AlertLine>[] {
  return [
    {
      id: 'pair',
      header: t('column.pair'),
      width: 'minmax(180px, 1fr)',
      cell: (row) => <RowButton onClick={() => onEdit(row)}>{nameOf(row)}</RowButton>,
    },
    {
      id: 'when',
      header: t('watchAlert.when'),
      width: 'minmax(200px, 1.2fr)',
      cell: ({ alert }) => (
        <span className="archvd-clip" title={triggerText(alert.trigger)}>
          {triggerText(alert.trigger)}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('column.status'),
      width: 'minmax(120px, 0.8fr)',
      cell: ({ standing }) => <StandingText standing={standing} />,
    },
    {
      id: 'on',
      header: t('watchAlert.on'),
      width: '48px',
      cell: ({ alert }) => <AlertSwitch alert={alert} words={triggerText(alert.trigger)} />,
    },
    {
      id: 'more',
      header: t('inventory.actions'),
      width: '64px',
      align: 'right',
      cell: (row) => <AlertActions {...row} words={triggerText(row.alert.trigger)} onEdit={() => onEdit(row)} />,
    },
  ];
}

function Compact({ row, onEdit }: { readonly row: AlertLine; readonly onEdit: () => void }) {
  const words = triggerText(row.alert.trigger);
  return (
    <div className={watch['compact']} role="presentation">
      <TwoLine
        picture={<PairPicture url={row.product?.pictureUrl ?? null} size={36} />}
        title={<RowButton onClick={onEdit}>{nameOf(row)}</RowButton>}
        subtitle={<span title={words}>{words}</span>}
        top={<AlertSwitch alert={row.alert} words={words} />}
        bottom={<StandingText standing={row.standing} short />}
      />
      <div role="cell">
        <AlertActions {...row} words={words} onEdit={onEdit} />
      </div>
    </div>
  );
}
