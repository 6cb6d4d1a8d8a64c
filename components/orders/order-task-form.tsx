import type { LateCost } from '@/lib/domain/orders/late-terms';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { LabelSheet } from './label-sheet';
import type { OrderTask } from './order-actions';
import { OrderDialog } from './order-dialog';

/** What was chosen to be done, and with which orders. */
export interface AskedTask {
  readonly task: OrderTask | 'print';
  readonly rows: readonly OrderRow[];
}

interface OrderTaskFormProps {
  /** null: closed. */
  readonly asked: AskedTask | null;
  readonly late: LateCost | null;
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Labels are printed from a sheet of their own; everything else is asked of alias. */
export function OrderTaskForm({ asked, late, onClose, onSent }: OrderTaskFormProps) {
  if (asked === null) return null;
  const { task, rows } = asked;
  return task === 'print' ? (
    <LabelSheet rows={rows} onClose={onClose} />
  ) : (
    <OrderDialog task={task} rows={rows} late={late} onClose={onClose} onSent={onSent} />
  );
}
