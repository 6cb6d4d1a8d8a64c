import type { NextLook } from '@/lib/domain/watch-schedule/plan-readings';
import type { AgainstMedian } from '@/lib/queries/watch-medians';
import type { WatchRow } from '@/lib/queries/watch-row';
import type { Column } from '../ui/data-list';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { LookCell, MedianCell } from './market-cells';
import { NoteField } from './note-field';
import { RowAlerts } from './row-alerts';
import { TargetField } from './target-field';
import { AgeOf, DistanceOf, nameOfWatched, sizeOfWatched, SpreadOf, WatchedFigure } from './watch-figures';

/** What a row is shown with beside itself. */
export interface RowGround {
  readonly medians: ReadonlyMap<string, AgainstMedian>;
  /** null: nothing is read now. */
  readonly looks: ReadonlyMap<string, NextLook> | null;
  readonly onAlerts: (row: WatchRow) => void;
}

/** Pixels all columns need. */
export const COLUMNS_WIDTH = 1064;

export function watchColumns({ medians, looks, onAlerts }: RowGround): readonly Column<WatchRow>[] {
  const right = { align: 'right', width: '56px', sortable: true } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(156px, 1fr)',
      sortable: true,
      cell: (row) => (
        <NameCell
          picture={<PairPicture url={row.product?.pictureUrl ?? null} size={26} />}
          name={nameOfWatched(row)}
          href={routeHref({ screen: 'market', product: row.item.catalogId })}
          code={row.product?.styleCode ?? row.product?.rawSku ?? null}
        />
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '84px',
      cell: (row) => <span className="archvd-figure">{sizeOfWatched(row)}</span>,
    },
    { id: 'ask', header: t('watch.askHeader'), ...right, cell: (row) => <WatchedFigure row={row} what="lowestAsk" /> },
    {
      id: 'offer',
      header: t('watch.offerHeader'),
      ...right,
      cell: (row) => <WatchedFigure row={row} what="highestOffer" />,
    },
    {
      id: 'last',
      header: t('column.lastSale'),
      ...right,
      width: '60px',
      cell: (row) => <WatchedFigure row={row} what="lastSale" />,
    },
    { id: 'spread', header: t('watch.spread'), ...right, width: '50px', cell: (row) => <SpreadOf row={row} /> },
    {
      id: 'median',
      header: t('watch.median'),
      align: 'right',
      width: '60px',
      cell: (row) => <MedianCell against={medians.get(row.item.id)} />,
    },
    { id: 'target', header: t('watch.target'), ...right, width: '64px', cell: (row) => <TargetField row={row} /> },
    { id: 'distance', header: t('watch.distance'), ...right, width: '66px', cell: (row) => <DistanceOf row={row} /> },
    {
      id: 'alerts',
      header: t('watch.alerts'),
      ...right,
      width: '58px',
      cell: (row) => <RowAlerts row={row} onOpen={onAlerts} />,
    },
    { id: 'age', header: t('watch.age'), ...right, width: '46px', cell: (row) => <AgeOf row={row} /> },
    {
      id: 'look',
      header: t('watch.nextLook'),
      width: 'minmax(66px, 0.3fr)',
      cell: (row) => <LookCell look={looks?.get(row.item.catalogId)} />,
    },
    { id: 'note', header: t('watchMany.note'), width: '34px', cell: (row) => <NoteField row={row} /> },
  ];
}
