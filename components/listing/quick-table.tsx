import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { minorPerUnit } from '@/lib/domain/money/arithmetic';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Valuer } from '@/lib/queries/valuation';
import { CostField } from '../bridge/cost-field';
import { explainNet, explainProfit, missingProps } from '../bridge/estimate-words';
import { listingProblemText } from '../bridge/listing-problem-words';
import { DataList, type Column } from '../ui/data-list';
import { MoneyFigure, ProfitFigure, Unknown } from '../ui/money';
import { t } from '../ui/text';
import { TwoLine } from '../ui/two-line';
import styles from './listing.module.css';
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
          subtitle={<Why planned={planned} {...props} />}
          top={<PriceInput planned={planned} {...props} />}
          bottom={
            <>
              <Net planned={planned} valuer={props.valuer} /> <Profit planned={planned} valuer={props.valuer} />
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
    { id: 'ask', header: t('column.lowestAsk'), ...right, cell: ({ draft }) => <Ask draft={draft} /> },
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
      cell: (planned) => <Net planned={planned} valuer={props.valuer} />,
    },
    {
      id: 'profit',
      header: t('column.profit'),
      ...right,
      width: '84px',
      cell: (planned) => <Profit planned={planned} valuer={props.valuer} />,
    },
    {
      id: 'why',
      header: t('bulkPrice.note'),
      width: 'minmax(160px, 1.2fr)',
      cell: (planned) => <Why planned={planned} {...props} />,
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

function Ask({ draft: { lowestAsk, readAt } }: Pick<PlannedListing, 'draft'>) {
  const why = readAt === null ? t('selling.neverRead') : t('selling.none');
  return <MoneyFigure amount={lowestAsk} unknown={why} explain={{ source: t('selling.source'), at: readAt }} inList />;
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

interface FigureProps extends RowProps {
  readonly valuer: Valuer | null;
}

function Net({ planned: { draft, price }, valuer }: FigureProps) {
  if (valuer === null || price === null) return <Unknown why={t('price.none')} inList />;
  const estimate = valuer.estimate(price, draft.pair);
  return (
    <MoneyFigure
      amount={estimate.net}
      {...missingProps(estimate.missing)}
      explain={explainNet(estimate)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}

function Profit({ planned: { draft, price }, valuer }: FigureProps) {
  if (valuer === null || price === null) return <Unknown why={t('price.none')} inList />;
  const estimate = valuer.estimate(price, draft.pair);
  return (
    <ProfitFigure
      amount={estimate.profit}
      {...missingProps(estimate.missing)}
      explain={explainProfit(estimate, draft.pair.cost, draft.pair.otherCosts)}
      estimate={t('lines.estimate')}
      inList
    />
  );
}

/** What can only be said or shown on a form of its own. */
const NEEDS_FORM: ReadonlySet<string> = new Set([
  'pictures-missing',
  'defects-missing',
  'condition-unknown',
  'packaging-unknown',
  'already-off',
]);

/** Why it cannot be listed, or not without a word, and the field or the way that mends it. */
function Why({ planned, included, onOpen }: RowProps & Pick<QuickTableProps, 'included' | 'onOpen'>) {
  const { draft, given, problems, typo } = planned;
  const serious = problems.filter(({ severity }) => severity !== 'note');
  const [first] = serious;
  const noPrice = first?.code === 'price-missing' && given?.kind === 'none' ? strategyWords(given.missing) : null;
  const text = typo ?? noPrice ?? serious.map(listingProblemText).join(' ');
  if (serious.length === 0) return null;
  const quiet = isListed(planned, included);
  return (
    <span className={styles['why']}>
      {serious.some(({ code }) => code === 'cost-unknown') ? <CostField pair={draft.pair} /> : null}
      {serious.some(({ code }) => NEEDS_FORM.has(code)) ? (
        <Button variant="subtle" size="compact-xs" onClick={() => onOpen(draft.pair.id)}>
          {t('listing.details')}
        </Button>
      ) : null}
      <span className={`archvd-clip ${quiet ? 'archvd-quiet' : (styles['amber'] ?? '')}`} title={text}>
        {text}
      </span>
    </span>
  );
}

function strategyWords(missing: readonly string[]): string {
  if (missing.includes('lowest-ask')) return t('listing.noStrategyAsk');
  return missing.includes('cost') ? t('listing.noStrategyFloor') : t('listing.noStrategy');
}
