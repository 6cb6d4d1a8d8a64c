import { useMemo, type Ref } from 'react';
import { PAIR_SORTS } from '@/lib/queries/pair-order';
import type { PairRow } from '@/lib/queries/pair-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { DataList, type ListHandle, type ListSelection } from '../ui/data-list';
import { nextSort } from '../ui/sort';
import { t } from '../ui/text';
import type { Navigation } from '../ui/use-route';
import { tableWidth } from './column-ids';
import { PairCompact } from './pair-compact';
import { hrefFrom, pairColumns } from './pair-columns';
import type { ListViewState } from './use-list-view';
import type { PairWindow } from './use-pair-list';
import type { RowSelection } from '../ui/use-selection';

/** Below this width the columns have no room. */
const TABLE_FROM = 880;

export interface PairTableProps {
  readonly window: PairWindow;
  readonly valuation: Valuation;
  readonly view: ListViewState;
  readonly navigation: Navigation;
  readonly marks: RowSelection;
  /** Boxes in two-line rows too. */
  readonly inCompact: boolean;
  readonly onRange: (first: number) => void;
  readonly handle: Ref<ListHandle>;
}

/** The pairs of a window, as a table or in two lines each. */
export function PairTable({ window, valuation, view, navigation, marks, inCompact, onRange, handle }: PairTableProps) {
  const { route, change } = navigation;
  const { sort, columns, setSort } = view;
  const hrefOf = useMemo(() => hrefFrom(route), [route]);
  const tableColumns = useMemo(() => pairColumns(columns, valuation.now, hrefOf), [columns, valuation, hrefOf]);
  const renderCompact = useMemo(() => (row: PairRow) => <PairCompact row={row} hrefOf={hrefOf} />, [hrefOf]);
  const onOpen = useMemo(() => (row: PairRow) => change({ pair: row.pair.id }), [change]);
  const { has, all, onAll, pick } = marks;
  const selection = useMemo(
    (): ListSelection<PairRow> => ({
      has,
      all,
      onAll,
      pick,
      labelOf,
      allLabel: t('inventory.markEverything'),
      inCompact,
    }),
    [has, all, onAll, pick, inCompact],
  );
  return (
    <DataList<PairRow>
      label={t('nav.inventory')}
      listKey={window.listKey}
      tableFrom={TABLE_FROM}
      minWidth={tableWidth(columns)}
      total={window.total}
      offset={window.offset}
      rows={window.rows}
      keyOf={keyOf}
      columns={tableColumns}
      renderCompact={renderCompact}
      onOpen={onOpen}
      selectedKey={route.pair}
      sort={{ by: sort.by, down: sort.descending }}
      onSort={(column) => {
        const by = PAIR_SORTS.find((each) => each === column);
        if (by === undefined) return;
        const next = nextSort({ by: sort.by, down: sort.descending }, by, startsDown);
        setSort({ by, descending: next.down });
      }}
      onRange={onRange}
      selection={selection}
      handle={handle}
    />
  );
}

const keyOf = (row: PairRow): string => row.pair.id;

const labelOf = ({ pair }: PairRow): string => t('inventory.mark', [pair.name]);

/** Money, dates and ages begin with the most. */
function startsDown(by: string): boolean {
  return ['bought', 'age', 'cost', 'price', 'ask', 'net', 'profit', 'roi'].includes(by);
}
