import type { PairRow } from '@/lib/queries/list-pairs';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { CostField } from '../bridge/cost-field';
import { explainNet, explainProfit, missingText } from '../bridge/estimate-words';
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
          code={pair.styleCode}
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
      id: 'ask',
      header: t('column.ask'),
      width: '64px',
      align: 'right',
      cell: (row) => <AskOf row={row} />,
    },
    { id: 'net', header: t('column.net'), width: '64px', align: 'right', cell: (row) => <NetOf row={row} /> },
    { id: 'profit', header: t('column.profit'), width: '84px', align: 'right', cell: (row) => <ProfitOf row={row} /> },
  ];
}

/** What the pair is listed at. */
export function AskOf({ row }: { readonly row: PairRow }) {
  const price = row.pair.status === 'listed' ? (row.listing?.price ?? null) : null;
  return <MoneyFigure amount={price} unknown={t('inventory.notListed')} inList />;
}

/** What a sale at that price would bring. */
export function NetOf({ row }: { readonly row: PairRow }) {
  const { estimate } = row;
  if (estimate === null) return <Unknown why={t('inventory.notListed')} inList />;
  return (
    <MoneyFigure
      amount={estimate.net}
      unknown={missingText(estimate.missing)}
      explain={explainNet(estimate)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}

/** What would remain of it after the cost. */
export function ProfitOf({ row }: { readonly row: PairRow }) {
  const { estimate, pair } = row;
  if (estimate === null) return <Unknown why={t('inventory.notListed')} inList />;
  return (
    <ProfitFigure
      amount={estimate.profit}
      unknown={missingText(estimate.missing)}
      explain={explainProfit(estimate, pair.cost, pair.otherCosts)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}
