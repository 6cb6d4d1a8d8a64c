import type { KeyboardEvent } from 'react';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Valuer } from '@/lib/queries/valuation';
import { DataList, type Column } from '../ui/data-list';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import styles from './listing.module.css';
import { QuickAsk, QuickNet, QuickProfit } from './quick-figures';
import { QuickWhy } from './quick-why';
import { isListed, type Included, type PlannedListing } from './plan-listings';

export interface QuickTableProps {
  readonly plan: readonly PlannedListing[];
  /** null: fees and rates are being read. */
  readonly valuer: Valuer | null;
  readonly included: Included;
  readonly typed: ReadonlyMap<string, string>;
  readonly onPrice: (pairId: string, text: string) => void;
  readonly onOpen: (pairId: string) => void;
}

/** Each pair with its price, what comes of it, and what is still to be done before it can be listed. */
export function QuickTable(props: QuickTableProps) {
  const { plan } = props;
  return (
    <DataList<PlannedListing>
      label={t('listing.titleMany', plan.length, [String(plan.length)])}
      listKey="quick-list"
      tableFrom={680}
      total={plan.length}
      offset={0}
      rows={plan}
      keyOf={({ draft }) => draft.pair.id}
      columns={columns(props)}
      renderCompact={(planned) => (
        <TwoLine
          title={<Name planned={planned} included={props.included} />}
          subtitle={<QuickWhy planned={planned} {...props} />}
          top={<PriceInput planned={planned} {...props} />}
          bottom={
            <>
              <QuickNet planned={planned} valuer={props.valuer} />{' '}
              <QuickProfit planned={planned} valuer={props.valuer} />
            </>
          }
        />
      )}
    />
  );
}

function columns(props: QuickTableProps): readonly Column<PlannedListing>[] {
  const right = { align: 'right', width: '72px' } as const;
  return [
    {
      id: 'name',
      header: t('column.pair'),
      width: 'minmax(120px, 1fr)',
      cell: (planned) => <Name planned={planned} included={props.included} />,
    },
    { id: 'ask', header: t('column.lowestAsk'), ...right, cell: ({ draft }) => <QuickAsk draft={draft} /> },
    {
      id: 'price',
      header: t('column.price'),
      ...right,
      width: '84px',
      cell: (planned) => <PriceInput planned={planned} {...props} />,
    },
    {
      id: 'net',
      header: t('column.net'),
      ...right,
      width: '64px',
      cell: (planned) => <QuickNet planned={planned} valuer={props.valuer} />,
    },
    {
      id: 'profit',
      header: t('column.profit'),
      ...right,
      width: '84px',
      cell: (planned) => <QuickProfit planned={planned} valuer={props.valuer} />,
    },
    {
      id: 'why',
      header: t('bulkPrice.note'),
      width: 'minmax(160px, 1.2fr)',
      cell: (planned) => <QuickWhy planned={planned} {...props} />,
    },
  ];
}

interface RowProps {
  readonly planned: PlannedListing;
}

function Name({ planned, included }: RowProps & { readonly included: Included }) {
  const { pair, product } = planned.draft;
  return (
    <span className={isListed(planned, included) ? 'archvd-clip' : `archvd-clip ${styles['blocked'] ?? ''}`}>
      {formatSize(pair.size, product?.sizeRun ?? null)} {pair.name}
    </span>
  );
}

/** A price to be typed over; Enter and the arrows go to the next row's. */
function PriceInput({ planned, typed, onPrice }: RowProps & Pick<QuickTableProps, 'typed' | 'onPrice'>) {
  const { draft, price, typo } = planned;
  const { id, name } = draft.pair;
  const shown = price === null ? '' : String(price.minor / minorPerUnit(price.currency));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = Number(event.currentTarget.closest<HTMLElement>('[data-index]')?.dataset['index']) + step;
    const list = event.currentTarget.closest('[role="table"]');
    list?.querySelector<HTMLInputElement>(`[data-index="${at}"] input`)?.focus();
  };
  return (
    <input
      className={styles['priceCell']}
      aria-label={t('listing.priceOf', [name])}
      aria-invalid={typo !== null}
      title={typo ?? undefined}
      inputMode="numeric"
      autoComplete="off"
      value={typed.get(id) ?? shown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onPrice(id, event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
