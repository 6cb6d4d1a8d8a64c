import type { NextLook } from '@/lib/domain/watch-schedule/plan-readings';
import type { AgainstMedian } from '@/lib/queries/watch-medians';
import type { WatchRow } from '@/lib/queries/watch-row';
import type { Column } from '../ui/data-list';
import { t } from '../ui/text';
import { LookCell, MedianCell } from './market-cells';
import { NoteField } from './note-field';
import { RowAlerts } from './row-alerts';
import { TargetField } from './target-field';
import { AgeOf, DistanceOf, SpreadOf, WatchedFigure } from './watch-figures';
import { WatchedName } from './watched-name';

/** What a row is shown with beside itself. */
export interface RowGround {
  readonly medians: ReadonlyMap<string, AgainstMedian>;
  /** null: nothing is read now. */
  readonly looks: ReadonlyMap<string, NextLook> | null;
  readonly onAlerts: (row: WatchRow) => void;
  /** There is room for columns that names come before. */
  readonly isRoomy: boolean;
}

/** Pixels the columns need that stand there in any case. */
export const COLUMNS_WIDTH = 1036;

export function watchColumns({ medians, looks, onAlerts, isRoomy }: RowGround): readonly Column<WatchRow>[] {
  const right = { align: 'right', width: '56px', sortable: true } as const;
  const spread: Column<WatchRow> = {
    id: 'spread',
    header: t('watch.spread'),
    ...right,
    width: '50px',
    cell: (row) => <SpreadOf row={row} />,
  };
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(212px, 1fr)',
      sortable: true,
      cell: (row) => <WatchedName row={row} />,
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
    ...(isRoomy ? [spread] : []),
    {
      id: 'median',
      header: t('watch.median'),
      align: 'right',
      width: '84px',
      cell: (row) => <MedianCell against={medians.get(row.item.id)} />,
    },
    { id: 'target', header: t('watch.target'), ...right, width: '64px', cell: (row) => <TargetField row={row} /> },
    { id: 'distance', header: t('watch.distance'), ...right, width: '100px', cell: (row) => <DistanceOf row={row} /> },
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
