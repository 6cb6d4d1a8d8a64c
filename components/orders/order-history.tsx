import { isOpenWrite } from '@/lib/domain/outbox/write';
import type { OrderDetail } from '@/lib/queries/order-detail';
import { problemText, writeStateText, writeText } from '../bridge/write-words';
import { exactTimeText, humanised } from '../ui/format';
import { t } from '../ui/text';
import styles from './orders.module.css';

interface Step {
  readonly at: number;
  readonly text: string;
  readonly more: string | null;
}

/** What happened to an order so far, the newest first: what alias dates, what was asked of it, and how that ended. */
export function OrderHistory({ detail }: { readonly detail: OrderDetail }) {
  const steps = stepsOf(detail);
  return (
    <section>
      <h3 className={styles['heading']}>{t('orders.history')}</h3>
      <ol className={styles['steps']} data-testid="order-history">
        {steps.map(({ at, text, more }, nth) => (
          <li key={`${at}-${nth}`}>
            <span>{text}</span>
            <span className="archvd-figure archvd-quiet">{exactTimeText(at)}</span>
            {more === null ? null : <small className={styles['trouble']}>{more}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function stepsOf({ row: { order, sale }, writes, activity }: OrderDetail): readonly Step[] {
  const plain = (at: number | null, text: string): Step[] => (at === null ? [] : [{ at, text, more: null }]);
  const asked = writes.map((write): Step => {
    const ended = isOpenWrite(write.state) || write.state === 'confirmed' ? null : write.problem;
    return {
      at: write.createdAt,
      text: `${writeText(write)}: ${writeStateText(write.state)}`,
      more: ended === null ? null : problemText(ended),
    };
  });
  const told = activity.filter(({ kind }) => !kind.startsWith('orders/') && kind !== 'sale/found');
  const isOver = order.status === 'completed' || order.status === 'cancelled';
  const reversal = sale?.reversal ?? null;
  return [
    ...plain(order.soldAt, t('orders.stepSold')),
    ...plain(order.labelGeneratedAt, t('orders.stepLabel')),
    ...plain(order.inTransitAt, t('orders.stepShipped')),
    ...plain(isOver ? order.changedAt : null, humanised(order.status)),
    ...(order.fulfillment === 'delivered' && !isOver ? plain(order.changedAt, t('orders.stepDelivered')) : []),
    ...(reversal === null || order.status === 'cancelled' ? [] : plain(reversal.at, t('orders.stepReversed'))),
    ...asked,
    ...told.map(({ at, summary }) => ({ at, text: summary, more: null })),
  ].toSorted((a, b) => b.at - a.at);
}
