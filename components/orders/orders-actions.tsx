import type { OrderList } from '@/lib/queries/orders-list';
import { TrackerItem } from '../bridge/tracker-item';
import { ListMenu } from '../ui/list-menu';
import { NextTask } from './next-task';
import type { OrderTask } from './order-actions';

interface OrdersActionsProps {
  /** The orders of a list that waits for the seller; null: it does not, or is being read. */
  readonly list: Pick<OrderList, 'rows' | 'total' | 'ids'> | null;
  readonly marking: boolean;
  readonly onTask: (task: OrderTask | 'print', ids: readonly string[]) => void;
  readonly onMark: () => void;
  readonly onHelp: () => void;
}

/** What comes next for all of them, and what is wanted less often. While some are marked, the bar acts on those instead. */
export function OrdersActions({ list, marking, onTask, onMark, onHelp }: OrdersActionsProps) {
  return (
    <>
      {list === null || marking ? null : (
        <NextTask rows={list.rows} isAll={list.rows.length === list.total} onTask={(task) => onTask(task, list.ids)} />
      )}
      <ListMenu marking={marking} onMark={onMark} onHelp={onHelp} testId="orders-more">
        <TrackerItem />
      </ListMenu>
    </>
  );
}
