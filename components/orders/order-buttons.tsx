import { Button } from '@mantine/core';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { t } from '../ui/text';
import { fitFor, type OrderTask } from './order-actions';
import styles from './orders.module.css';

export interface OrderButtonsProps {
  readonly row: OrderRow;
  readonly onTask: (task: OrderTask | 'print') => void;
}

const TASKS: readonly (readonly [OrderTask | 'print', () => string])[] = [
  ['confirm-label', () => t('orders.confirmAndLabel')],
  ['confirm', () => t('orders.confirm')],
  ['label', () => t('orders.label')],
  ['print', () => t('labels.title')],
  ['ship', () => t('orders.ship')],
  ['relabel', () => t('orders.relabel')],
  ['cancel', () => t('orders.cancel')],
];

/** What can be done to this order now, the most likely first. */
export function OrderButtons({ row, onTask }: OrderButtonsProps) {
  const canConfirm = row.allowed.confirm === null;
  const possible = TASKS.filter(([task]) => {
    if (task === 'print') return row.order.label?.url != null;
    // Before it is confirmed a label alone cannot be made, and after it there is nothing to confirm.
    if (task === 'confirm-label') return canConfirm && row.writes.pending === null;
    return fitFor(task, [row]).length > 0;
  });
  return (
    <div className={styles['actions']}>
      {possible.map(([task, text], nth) => (
        <Button
          key={task}
          size="compact-sm"
          {...(nth === 0 ? {} : { variant: 'default' })}
          onClick={() => onTask(task)}
          data-testid={`order-${task}`}
        >
          {text()}
        </Button>
      ))}
    </div>
  );
}
