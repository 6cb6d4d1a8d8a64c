import type { OrderAction } from '@/lib/domain/orders/allowed-actions';
import type { LabelType } from '@/lib/domain/outbox/order-write';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { commandOrders } from './order-commands';

/** What the screen offers; each asks once more before anything is sent. */
export type OrderTask = 'confirm' | 'confirm-label' | 'label' | 'relabel' | 'ship' | 'cancel';

const NEEDS: Readonly<Record<OrderTask, readonly OrderAction[]>> = {
  confirm: ['confirm'],
  'confirm-label': ['confirm', 'label'],
  label: ['label'],
  relabel: ['relabel'],
  ship: ['ship'],
  cancel: ['cancel'],
};

/** Those of the orders it can be done to now, as far as the books know, and about which nothing is on its way. */
export function fitFor(task: OrderTask, rows: readonly OrderRow[]): readonly OrderRow[] {
  return rows.filter(
    ({ allowed, writes }) => writes.pending === null && NEEDS[task].some((action) => allowed[action] === null),
  );
}

/** Answers whether it was taken. */
export async function carryOut(task: OrderTask, orderIds: string[], labelType: LabelType): Promise<boolean> {
  switch (task) {
    case 'confirm':
      return commandOrders('orders/confirm', { orderIds }, 'order-confirm');
    case 'confirm-label':
      return commandOrders('orders/confirm', { orderIds, label: { type: labelType } }, 'order-confirm-label');
    case 'label':
      return commandOrders('orders/label', { orderIds, labelType, again: false }, 'order-label');
    case 'relabel':
      return commandOrders('orders/label', { orderIds, labelType, again: true }, 'order-label');
    case 'ship':
      return commandOrders('orders/ship', { orderIds }, 'order-ship');
    case 'cancel':
      return commandOrders('orders/cancel', { orderIds }, 'order-cancel');
  }
}
