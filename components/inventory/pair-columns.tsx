import type { PairRow } from '@/lib/queries/list-pairs';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { CostField } from '../bridge/cost-field';
import { explainNet, explainProfit, missingProps } from '../bridge/estimate-words';
import { SaleNet, SaleProfit } from '../bridge/sale-figures';
import { pairStatusText } from '../bridge/words';
import type { Column } from '../ui/data-list';
import { dateText } from '../ui/format';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { PairPicture } from '../ui/picture';
import { Pill } from '../ui/pill';
import { NameCell } from '../ui/name-cell';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';

/** The address of a pair's detail beside the inventory. */
export function pairHref(id: string): string {
  return routeHref({ screen: 'inventory', pair: id });
}

/** What the inventory shows of a pair where there is room for columns. */
export function pairColumns(): readonly Column<PairRow>[] {
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(200px, 1fr)',
      sortable: true,
      cell: ({ pair, product }) => (
        <NameCell
          picture={<PairPicture url={product?.pictureUrl ?? null} size={26} />}
          name={pair.name}
          href={pairHref(pair.id)}
          code={pair.styleCode ?? product?.rawSku ?? null}
        />
      ),
    },
    {
      id: 'size',
      header: t('column.size'),
      width: '72px',
      sortable: true,
      cell: ({ pair, product }) => (
        <span className="archvd-figure">{formatSize(pair.size, product?.sizeRun ?? null)}</span>
      ),
    },
    {
      id: 'status',
      header: t('column.status'),
      width: '84px',
      sortable: true,
      cell: ({ pair }) => (
        <Pill tone={pair.status === 'listed' ? 'accent' : 'plain'}>{pairStatusText(pair.status)}</Pill>
      ),
    },
    {
      id: 'bought',
      header: t('column.bought'),
      width: '108px',
      sortable: true,
      cell: ({ pair }) =>
        pair.boughtAt === null ? (
          <Unknown why={t('inventory.boughtUnknown')} inList />
        ) : (
          <span className="archvd-figure">{dateText(pair.boughtAt)}</span>
        ),
    },
    {
      id: 'cost',
      header: t('column.cost'),
      width: '92px',
      align: 'right',
      cell: ({ pair }) => <CostField pair={pair} />,
    },
    {
      id: 'price',
      header: t('column.priceOf'),
      width: '88px',
      align: 'right',
      cell: (row) => <PriceOf row={row} />,
    },
    { id: 'net', header: t('column.net'), width: '76px', align: 'right', cell: (row) => <NetOf row={row} /> },
    { id: 'profit', header: t('column.profit'), width: '92px', align: 'right', cell: (row) => <ProfitOf row={row} /> },
  ];
}

interface RowProps {
  readonly row: PairRow;
}

/** A sold pair's sale as the figures of sales take it. */
function soldRow({ sold }: PairRow) {
  return sold === null ? null : { ...sold, reversed: false };
}

/** Why a pair that is neither listed nor sold has no figure. */
function NoPrice({ row }: RowProps) {
  return <Unknown why={row.pair.status === 'sold' ? t('inventory.noSale') : t('inventory.notListed')} inList />;
}

/** What the pair is listed at, or was sold for. */
export function PriceOf({ row }: RowProps) {
  const listed = row.pair.status === 'listed' ? (row.listing?.price ?? null) : null;
  const price = row.sold?.sale.price ?? listed;
  if (price !== null) return <MoneyFigure amount={price} inList />;
  if (row.unlisted === null) return <NoPrice row={row} />;
  return (
    <span className="archvd-quiet">
      <MoneyFigure
        amount={row.unlisted.price}
        explain={{ source: t('selling.source'), at: row.market.readAt }}
        estimate={t('inventory.asIfListed')}
        inList
      />
    </span>
  );
}

/** What arrived, or what a sale at the own ask would bring. */
export function NetOf({ row }: RowProps) {
  const estimate = row.estimate ?? row.unlisted?.estimate ?? null;
  const sold = soldRow(row);
  if (sold !== null) return <SaleNet row={sold} />;
  if (estimate === null) return <NoPrice row={row} />;
  return (
    <MoneyFigure
      amount={estimate.net}
      {...missingProps(estimate.missing)}
      explain={explainNet(estimate)}
      estimate={row.unlisted === null ? t('lines.estimate') : t('inventory.asIfListed')}
      inList
    />
  );
}

/** What remained of it after the cost, or would. */
export function ProfitOf({ row }: RowProps) {
  const { pair } = row;
  const estimate = row.estimate ?? row.unlisted?.estimate ?? null;
  const sold = soldRow(row);
  if (sold !== null) return <SaleProfit row={sold} />;
  if (estimate === null) return <NoPrice row={row} />;
  return (
    <ProfitFigure
      amount={estimate.profit}
      {...missingProps(estimate.missing)}
      explain={explainProfit(estimate, pair.cost, pair.otherCosts)}
      estimate={row.unlisted === null ? t('lines.estimate') : t('inventory.asIfListed')}
      inList
    />
  );
}
