import { formatSize } from '@/lib/domain/sizes/format-size';
import { daysHeld, isHeld } from '@/lib/queries/pair-entry';
import { STALE_AFTER_DAYS } from '@/lib/queries/pair-filter';
import type { PairRow } from '@/lib/queries/pair-rows';
import { CostField } from '../bridge/cost-field';
import { pairStatusText } from '../bridge/words';
import type { Column } from '../ui/data-list';
import { countText, dateText, humanised } from '../ui/format';
import { Unknown } from '../ui/money';
import { NameCell } from '../ui/name-cell';
import { PairPicture } from '../ui/picture';
import { Pill } from '../ui/pill';
import { routeHref, type Route } from '../ui/route';
import { t } from '../ui/text';
import { COLUMN_WIDTHS, type ColumnId } from './column-ids';
import styles from './inventory.module.css';
import { AskOf, NetOf, PriceOf, ProfitOf, RoiOf } from './pair-cells';

/** The address of a pair's detail beside the list as it stands. */
export type HrefOf = (pairId: string) => string;

export const hrefFrom = (route: Route): HrefOf => {
  return (pair) => routeHref({ ...route, pair, add: null });
};

export const COLUMN_WORDS: Record<ColumnId, () => string> = {
  name: () => t('column.pair'),
  size: () => t('column.size'),
  status: () => t('column.status'),
  condition: () => t('inventory.condition'),
  bought: () => t('column.bought'),
  age: () => t('inventory.age'),
  cost: () => t('column.cost'),
  price: () => t('column.priceOf'),
  ask: () => t('column.lowestAsk'),
  net: () => t('column.net'),
  profit: () => t('column.profit'),
  roi: () => t('inventory.roi'),
  location: () => t('inventory.location'),
  supplier: () => t('inventory.supplier'),
  tags: () => t('inventory.tags'),
};

const RIGHT: readonly ColumnId[] = ['age', 'cost', 'price', 'ask', 'net', 'profit', 'roi'];

/** What the inventory shows of a pair where there is room for columns, in the order asked for. */
export function pairColumns(ids: readonly ColumnId[], now: number, hrefOf: HrefOf): readonly Column<PairRow>[] {
  const cells = cellsOf(now, hrefOf);
  return ids.map((id) => ({
    id,
    header: COLUMN_WORDS[id](),
    width: id === 'name' ? `minmax(${COLUMN_WIDTHS.name}px, 1fr)` : `${COLUMN_WIDTHS[id]}px`,
    ...(RIGHT.includes(id) ? { align: 'right' as const } : {}),
    sortable: id !== 'tags',
    cell: cells[id],
  }));
}

function cellsOf(now: number, hrefOf: HrefOf): Record<ColumnId, Column<PairRow>['cell']> {
  return {
    name: ({ pair, product }) => (
      <NameCell
        picture={<PairPicture url={product?.pictureUrl ?? null} size={26} />}
        name={pair.name}
        href={hrefOf(pair.id)}
        code={pair.styleCode ?? product?.rawSku ?? null}
      />
    ),
    size: ({ pair, product }) => (
      <span className="archvd-figure">{formatSize(pair.size, product?.sizeRun ?? null)}</span>
    ),
    status: ({ pair }) => (
      <Pill tone={pair.status === 'listed' ? 'accent' : 'plain'}>{pairStatusText(pair.status)}</Pill>
    ),
    condition: ({ pair }) => humanised(pair.condition),
    bought: ({ pair }) =>
      pair.boughtAt === null ? (
        <Unknown why={t('inventory.boughtUnknown')} inList />
      ) : (
        <span className="archvd-figure">{dateText(pair.boughtAt)}</span>
      ),
    age: ({ pair }) => <AgeOf days={daysHeld(pair, now)} held={isHeld(pair.status)} />,
    cost: ({ pair }) => <CostField pair={pair} />,
    price: (row) => <PriceOf row={row} />,
    ask: (row) => <AskOf row={row} />,
    net: (row) => <NetOf row={row} />,
    profit: (row) => <ProfitOf row={row} />,
    roi: (row) => <RoiOf row={row} />,
    location: ({ pair }) => <Words text={pair.location} />,
    supplier: ({ pair }) => <Words text={pair.supplier} />,
    tags: ({ pair }) => (
      <span className={styles['tags']} title={pair.tags.join(', ')}>
        {pair.tags.map((tag) => (
          <Pill key={tag}>{tag}</Pill>
        ))}
      </span>
    ),
  };
}

/** Days in stock; amber once they are many and the pair is still here. */
function AgeOf({ days, held }: { readonly days: number | null; readonly held: boolean }) {
  if (days === null) return <Unknown why={t('inventory.boughtUnknown')} inList />;
  const stale = held && days > STALE_AFTER_DAYS;
  return (
    <span
      className={`archvd-figure ${stale ? (styles['stale'] ?? '') : ''}`}
      title={held ? t('inventory.ageHeld', [countText(days)]) : t('inventory.ageSold', [countText(days)])}
    >
      {t('age.days', [countText(days)])}
    </span>
  );
}

function Words({ text }: { readonly text: string | null }) {
  return <span title={text ?? undefined}>{text ?? ''}</span>;
}
