import { formatSize } from '@/lib/domain/sizes/format-size';
import type { ListingRequest, ListingRow } from '@/lib/queries/list-listings';
import { listingStatusText } from '../bridge/words';
import type { Column } from '../ui/data-list';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { Pill } from '../ui/pill';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import { FloorOf, MarketOf, NetOfListing, OwnAsk, PositionOf, ProfitOfListing } from './listing-figures';

/** The address of the detail of a listing's pair beside the listings; null while it has none. */
export function listingHref({ pair }: ListingRow, view: ListingRequest['show']): string | null {
  return pair === null ? null : routeHref({ screen: 'selling', pair: pair.id, view: view === 'live' ? null : view });
}

/** A listing's name: the pair's, the product's, or at least the code alias wrote. */
export function nameOf({ pair, product, listing }: ListingRow): string {
  return product?.name ?? pair?.name ?? listing.rawSku;
}

export function listingColumns(view: ListingRequest['show']): readonly Column<ListingRow>[] {
  const right = { align: 'right', width: '68px', sortable: true } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(156px, 1fr)',
      sortable: true,
      cell: (row) => (
        <NameCell
          picture={<PairPicture url={row.product?.pictureUrl ?? null} size={26} />}
          name={nameOf(row)}
          href={listingHref(row, view)}
          code={row.listing.styleCode ?? row.listing.rawSku}
        />
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '60px',
      sortable: true,
      cell: ({ listing, product }) => (
        <span className="archvd-figure">{formatSize(listing.size, product?.sizeRun ?? null)}</span>
      ),
    },
    ...(view === 'live'
      ? []
      : [
          {
            id: 'status',
            header: t('column.status'),
            width: '92px',
            cell: ({ listing }: ListingRow) => <Pill>{listingStatusText(listing.status)}</Pill>,
          },
        ]),
    {
      id: 'price',
      header: t('column.yourAsk'),
      ...right,
      width: '112px',
      cell: (row) => <OwnAsk row={row} name={nameOf(row)} canChange={view !== 'gone'} />,
    },
    // What nobody can buy stands nowhere.
    ...(view === 'live'
      ? [
          {
            id: 'position',
            header: t('selling.position'),
            ...right,
            width: '84px',
            cell: (row: ListingRow) => <PositionOf row={row} />,
          },
        ]
      : []),
    { id: 'lowest', header: t('column.lowestAsk'), ...right, cell: (row) => <MarketOf row={row} what="lowestAsk" /> },
    {
      id: 'offer',
      header: t('column.highestOffer'),
      ...right,
      width: '58px',
      cell: (row) => <MarketOf row={row} what="highestOffer" />,
    },
    {
      id: 'last',
      header: t('column.lastSale'),
      ...right,
      width: '58px',
      cell: (row) => <MarketOf row={row} what="lastSale" />,
    },
    { id: 'floor', header: t('column.floor'), ...right, width: '72px', cell: (row) => <FloorOf row={row} /> },
    { id: 'net', header: t('column.net'), ...right, width: '64px', cell: (row) => <NetOfListing row={row} /> },
    { id: 'profit', header: t('column.profit'), ...right, width: '84px', cell: (row) => <ProfitOfListing row={row} /> },
    {
      id: 'listed',
      header: t('column.age'),
      ...right,
      width: '48px',
      cell: ({ daysListed }) => <span className="archvd-figure">{t('age.days', [daysListed])}</span>,
    },
  ];
}
