import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Valuer } from '@/lib/queries/valuation';
import { EstimatedNet, EstimatedProfit } from '../bridge/estimate-figures';
import { DataList, type Column } from '../ui/data-list';
import { moneyText } from '../ui/format';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import { nameOf } from './listing-columns';
import { FloorOf } from './listing-figures';
import type { Included, PlannedPrice } from './price-plan';
import { PriceWhy } from './price-why';
import styles from './selling.module.css';

export interface PricePreviewProps {
  readonly plan: readonly PlannedPrice[];
  readonly valuer: Valuer;
  readonly included: Included;
}

/** Room for the rows there are, as far as the screen has it. */
const HEADER = 36;
const ROW = 52;

/** Old price to new price, what it brings, and what speaks against it, listing by listing. */
export function PricePreview({ plan, valuer, included }: PricePreviewProps) {
  return (
    <div className={styles['preview']} style={{ height: HEADER + plan.length * ROW }}>
      <DataList<PlannedPrice>
        label={t('bulkPrice.title', plan.length, [String(plan.length)])}
        listKey="price-preview"
        tableFrom={640}
        total={plan.length}
        offset={0}
        rows={plan}
        keyOf={({ row }) => row.listing.id}
        columns={columns(valuer, included)}
        renderCompact={(planned) => (
          <TwoLine
            title={titleOf(planned)}
            subtitle={<PriceWhy planned={planned} included={included} />}
            top={<Change planned={planned} />}
            bottom={
              <>
                <NetOf planned={planned} valuer={valuer} /> <ProfitOf planned={planned} valuer={valuer} />
              </>
            }
          />
        )}
      />
    </div>
  );
}

function columns(valuer: Valuer, included: Included): readonly Column<PlannedPrice>[] {
  const right = { align: 'right', width: '72px' } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(120px, 1fr)',
      cell: (planned) => <span className="archvd-clip">{titleOf(planned)}</span>,
    },
    {
      id: 'change',
      header: t('bulkPrice.next'),
      ...right,
      width: '104px',
      cell: (planned) => <Change planned={planned} />,
    },
    { id: 'net', header: t('column.net'), ...right, cell: (planned) => <NetOf planned={planned} valuer={valuer} /> },
    {
      id: 'profit',
      header: t('column.profit'),
      ...right,
      width: '84px',
      cell: (planned) => <ProfitOf planned={planned} valuer={valuer} />,
    },
    { id: 'floor', header: t('column.floor'), ...right, cell: ({ row }) => <FloorOf row={row} /> },
    {
      id: 'why',
      header: t('bulkPrice.note'),
      width: 'minmax(140px, 1fr)',
      cell: (planned) => <PriceWhy planned={planned} included={included} />,
    },
  ];
}

function titleOf({ row }: PlannedPrice): string {
  return `${formatSize(row.listing.size, row.product?.sizeRun ?? null)} ${nameOf(row)}`;
}

function Change({ planned: { row, to } }: { readonly planned: PlannedPrice }) {
  const now = moneyText(row.listing.price);
  return (
    <span className="archvd-figure">
      {to === null ? (
        now
      ) : (
        <>
          <span className="archvd-quiet">{now} →</span> <strong>{moneyText(to)}</strong>
        </>
      )}
    </span>
  );
}

interface FigureProps {
  readonly planned: PlannedPrice;
  readonly valuer: Valuer;
}

function NetOf({ planned: { row, to }, valuer }: FigureProps) {
  return <EstimatedNet estimate={valuer.estimate(to ?? row.listing.price, row.pair)} />;
}

function ProfitOf({ planned: { row, to }, valuer }: FigureProps) {
  return <EstimatedProfit estimate={valuer.estimate(to ?? row.listing.price, row.pair)} pair={row.pair} />;
}
