import type { WatchRow } from '@/lib/queries/watch-list';
import type { Column } from '../ui/data-list';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { TargetField } from './target-field';
import {
  AgeOf,
  DistanceOf,
  nameOfWatched,
  RemoveWatched,
  sizeOfWatched,
  SpreadOf,
  WatchedFigure,
} from './watch-figures';

export function watchColumns(): readonly Column<WatchRow>[] {
  const right = { align: 'right', width: '72px', sortable: true } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(160px, 1fr)',
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
      width: '112px',
      cell: (row) => <span className="archvd-figure">{sizeOfWatched(row)}</span>,
    },
    { id: 'ask', header: t('column.lowestAsk'), ...right, cell: (row) => <WatchedFigure row={row} what="lowestAsk" /> },
    {
      id: 'offer',
      header: t('column.highestOffer'),
      ...right,
      cell: (row) => <WatchedFigure row={row} what="highestOffer" />,
    },
    { id: 'last', header: t('column.lastSale'), ...right, cell: (row) => <WatchedFigure row={row} what="lastSale" /> },
    { id: 'spread', header: t('watch.spread'), ...right, width: '64px', cell: (row) => <SpreadOf row={row} /> },
    { id: 'target', header: t('watch.target'), ...right, width: '92px', cell: (row) => <TargetField row={row} /> },
    { id: 'distance', header: t('watch.distance'), ...right, width: '80px', cell: (row) => <DistanceOf row={row} /> },
    { id: 'age', header: t('watch.age'), ...right, width: '56px', cell: (row) => <AgeOf row={row} /> },
    {
      id: 'remove',
      header: t('watch.removeHeader'),
      align: 'right',
      width: '56px',
      cell: (row) => <RemoveWatched row={row} />,
    },
  ];
}
