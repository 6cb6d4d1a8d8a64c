import { saleStage } from '@/lib/domain/sales/sale-stage';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { SaleRow } from '@/lib/queries/list-sales';
import { platformText } from '../bridge/sale-platform';
import { saleStageText } from '../bridge/sale-stage-words';
import type { Column } from '../ui/data-list';
import { dateText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { Pill } from '../ui/pill';
import { routeHref, type Route } from '../ui/route';
import { RowLink } from '../ui/row-link';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { FeesOf, PayoutOf, SaleProfit } from '../bridge/sale-figures';

function saleHref({ pair }: SaleRow, here: Place): string | null {
  return pair === null ? null : routeHref({ screen: 'sales', ...here, pair: pair.id });
}

/** What of the address stays when a sale is opened. */
type Place = Pick<Route, 'view' | 'filter' | 'query'>;

/** Where the order stands; how the sale ended where that says more. */
function stageOf({ sale, stage, pair }: SaleRow): string {
  return saleStageText(saleStage(sale, stage, pair?.status ?? null));
}

/** The number the order names, in the system its product is made in: orders carry no unit. */
function sizeOf({ sale, pair, product }: SaleRow): string {
  const size = { value: sale.sizeValue, system: product?.sizeSystem ?? pair?.size.system ?? 'US' };
  return formatSize(size, product?.sizeRun ?? null);
}

function StatusPill({ row }: { readonly row: SaleRow }) {
  const { stage } = row;
  const waits = stage === 'to-confirm' || stage === 'to-ship';
  return <Pill tone={waits ? 'needs-you' : row.sale.status === 'pending' ? 'accent' : 'plain'}>{stageOf(row)}</Pill>;
}

export function saleColumns(here: Place): readonly Column<SaleRow>[] {
  const right = { align: 'right', width: '76px', sortable: true } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(176px, 1fr)',
      sortable: true,
      cell: (row) => (
        <NameCell
          picture={<PairPicture url={row.product?.pictureUrl ?? null} size={26} />}
          name={row.sale.name}
          href={saleHref(row, here)}
          code={row.pair?.styleCode ?? row.sale.rawSku}
        />
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '72px',
      sortable: true,
      cell: (row) => <span className="archvd-figure">{sizeOf(row)}</span>,
    },
    {
      id: 'sold',
      header: t('column.soldAt'),
      width: '96px',
      sortable: true,
      cell: ({ sale }) => <span className="archvd-figure">{dateText(sale.soldAt)}</span>,
    },
    {
      id: 'platform',
      header: t('sales.platform'),
      width: '60px',
      cell: ({ sale }) => <span className="archvd-quiet">{platformText(sale.marketplace)}</span>,
    },
    { id: 'stage', header: t('column.stage'), width: '88px', cell: (row) => <StatusPill row={row} /> },
    {
      id: 'price',
      header: t('column.price'),
      ...right,
      width: '72px',
      cell: ({ sale }) => <MoneyFigure amount={sale.price} inList />,
    },
    { id: 'fees', header: t('sales.fees'), ...right, cell: (row) => <FeesOf row={row} /> },
    { id: 'payout', header: t('column.payout'), ...right, cell: (row) => <PayoutOf row={row} /> },
    {
      id: 'cost',
      header: t('column.cost'),
      ...right,
      cell: ({ pair }) => <MoneyFigure amount={pair?.cost ?? null} unknown={t('missing.cost')} cents="fixed" inList />,
    },
    { id: 'profit', header: t('column.profit'), ...right, width: '96px', cell: (row) => <SaleProfit row={row} /> },
  ];
}

/** A sale in two lines. */
export function SaleCompact({ row, here }: { readonly row: SaleRow; readonly here: Place }) {
  const { sale, product } = row;
  const href = saleHref(row, here);
  return (
    <TwoLine
      picture={<PairPicture url={product?.pictureUrl ?? null} size={36} />}
      title={href === null ? sale.name : <RowLink href={href}>{sale.name}</RowLink>}
      subtitle={[
        sizeOf(row),
        stageOf(row),
        ...(sale.marketplace === 'alias' ? [] : [platformText(sale.marketplace)]),
        dateText(sale.soldAt),
      ].join(' · ')}
      top={<MoneyFigure amount={sale.price} inList />}
      bottom={<SaleProfit row={row} />}
    />
  );
}
