import { useMemo, type Ref } from 'react';
import type { ListingList, ListingRequest, ListingRow } from '@/lib/queries/list-listings';
import { DataList, type ListHandle, type ListSelection } from '../ui/data-list';
import { nextSort, type Sort } from '../ui/sort';
import { t } from '../ui/text';
import type { RowSelection } from '../ui/use-selection';
import { ListingCompact } from './listing-compact';
import { listingColumns, nameOf } from './listing-columns';

/** Below this width the columns have no room. */
const TABLE_FROM = 1020;

export interface ListingTableProps {
  readonly listKey: string;
  readonly list: ListingList & { readonly offset: number };
  readonly view: ListingRequest['show'];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onRange: (first: number) => void;
  /** null: nothing can be done with these, so nothing is marked. */
  readonly marks: RowSelection | null;
  /** Boxes in two-line rows too. */
  readonly inCompact: boolean;
  readonly openPair: string | null;
  readonly onOpen: (pairId: string) => void;
  readonly handle: Ref<ListHandle>;
}

/** The listings of a window, as a table or in two lines each. */
export function ListingTable(props: ListingTableProps) {
  const { list, view, sort, marks, inCompact, openPair, onOpen } = props;
  const columns = useMemo(() => listingColumns(view), [view]);
  const renderCompact = useMemo(() => (row: ListingRow) => <ListingCompact row={row} view={view} />, [view]);
  const open = useMemo(() => (row: ListingRow) => row.pair !== null && onOpen(row.pair.id), [onOpen]);
  const selection = useMemo(
    (): ListSelection<ListingRow> | undefined =>
      marks === null
        ? undefined
        : {
            has: marks.has,
            all: marks.all,
            onAll: marks.onAll,
            pick: marks.pick,
            labelOf: (row) => t('inventory.mark', [nameOf(row)]),
            allLabel: t('inventory.markEverything'),
            inCompact,
          },
    [marks, inCompact],
  );
  return (
    <DataList<ListingRow>
      label={t('nav.selling')}
      listKey={props.listKey}
      tableFrom={TABLE_FROM}
      minWidth={1040}
      total={list.total}
      offset={list.offset}
      rows={list.rows}
      keyOf={(row) => row.listing.id}
      columns={columns}
      renderCompact={renderCompact}
      onOpen={open}
      selectedKey={list.rows.find((row) => row.pair?.id === openPair && openPair !== null)?.listing.id ?? null}
      sort={sort}
      onSort={(by) => props.onSort(nextSort(sort, by, (each) => each !== 'name'))}
      onRange={props.onRange}
      {...(selection === undefined ? {} : { selection })}
      handle={props.handle}
    />
  );
}
