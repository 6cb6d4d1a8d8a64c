import { useMemo, type Ref } from 'react';
import type { OrderList } from '@/lib/queries/orders-list';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { DataList, type ListHandle, type ListSelection } from '../ui/data-list';
import { t } from '../ui/text';
import type { RowSelection } from '../ui/use-selection';
import { OrderCompact, orderColumns } from './order-columns';
import type { Place } from './order-words';

/** Below this width the columns have no room. */
const TABLE_FROM = 920;

export interface OrderTableProps {
  readonly listKey: string;
  readonly list: OrderList & { readonly offset: number };
  readonly here: Place;
  readonly onRange: (first: number) => void;
  readonly marks: RowSelection;
  /** Boxes in two-line rows too. */
  readonly inCompact: boolean;
  readonly openOrder: string | null;
  readonly onOpen: (orderId: string) => void;
  readonly handle: Ref<ListHandle>;
}

/** The orders of a window, as a table or in two lines each. */
export function OrderTable(props: OrderTableProps) {
  const { list, marks, inCompact, openOrder, onOpen } = props;
  const { view, query } = props.here;
  const columns = useMemo(() => orderColumns({ view, query }), [view, query]);
  const renderCompact = useMemo(
    () => (row: OrderRow) => <OrderCompact row={row} here={{ view, query }} />,
    [view, query],
  );
  const selection = useMemo(
    (): ListSelection<OrderRow> => ({
      has: marks.has,
      all: marks.all,
      onAll: marks.onAll,
      pick: marks.pick,
      labelOf: ({ order }) => t('inventory.mark', [`${order.name}, ${order.orderNumber}`]),
      allLabel: t('orders.markAll'),
      inCompact,
    }),
    [marks, inCompact],
  );
  return (
    <DataList<OrderRow>
      label={t('nav.orders')}
      listKey={props.listKey}
      tableFrom={TABLE_FROM}
      total={list.total}
      offset={list.offset}
      rows={list.rows}
      keyOf={({ order }) => order.id}
      columns={columns}
      renderCompact={renderCompact}
      onOpen={({ order }) => onOpen(order.id)}
      selectedKey={openOrder}
      onRange={props.onRange}
      selection={selection}
      handle={props.handle}
    />
  );
}
