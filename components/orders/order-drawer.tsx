import { Anchor } from '@mantine/core';
import type { LateCost } from '@/lib/domain/orders/late-terms';
import { orderDetail, type OrderDetail } from '@/lib/queries/order-detail';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import type { Valuation } from '@/lib/queries/valuation';
import { FeesOf, PayoutOf, SaleProfit } from '../bridge/sale-figures';
import { SideDrawer } from '../bridge/side-drawer';
import { useLive } from '../bridge/use-live';
import { FactLines, type FactLine } from '../ui/fact-lines';
import { exactTimeText, humanised } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { routeHref } from '../ui/route';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { OrderButtons } from './order-buttons';
import { StageOf, TimeLeft } from './order-columns';
import { OrderHistory } from './order-history';
import { ParcelFacts } from './parcel-facts';
import type { OrderTask } from './order-actions';
import { sizeText } from './order-words';
import styles from './orders.module.css';

export interface OrderDrawerProps {
  /** null: closed. */
  readonly orderId: string | null;
  readonly valuation: Valuation;
  readonly late: LateCost | null;
  readonly onTask: (task: OrderTask | 'print', row: OrderRow) => void;
  readonly onClose: () => void;
}

/** One order in full: how long there is, the parcel, what it brings, and what happened so far. */
export function OrderDrawer({ orderId, valuation, onTask, onClose }: OrderDrawerProps) {
  const live = useLive(
    async (books) => (orderId === null ? null : orderDetail(books, orderId, valuation)),
    [orderId, valuation],
  );
  const detail = live.value;
  return (
    <SideDrawer
      title={orderId === null ? null : (detail?.row.order.name ?? t('nav.orders'))}
      onClose={onClose}
      testId="order-drawer"
    >
      {live.state === 'loading' ? <SkeletonRows count={5} /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' && detail === null ? (
        <ErrorState title={t('orders.gone')} text={t('orders.goneText')} />
      ) : null}
      {detail === null ? null : (
        <div className={styles['detail']}>
          <OrderButtons row={detail.row} onTask={(task) => onTask(task, detail.row)} />
          <FactLines lines={factsOf(detail)} />
          <ParcelFacts order={detail.row.order} />
          <OrderHistory detail={detail} />
        </div>
      )}
    </SideDrawer>
  );
}

function factsOf({ row, line }: OrderDetail): readonly FactLine[] {
  const { order, sale, pair } = row;
  const figures = sale === null ? null : { sale, line, reversed: sale.status === 'reversed' };
  return [
    [t('pair.order'), order.orderNumber],
    [t('column.stage'), <StageOf key="stage" row={row} />],
    ...(row.stage === 'to-confirm' || row.stage === 'to-ship'
      ? [[t('orders.left'), <TimeLeft key="left" row={row} />] as const]
      : []),
    [t('orders.status'), humanised(order.status)],
    ...(order.fulfillment === null ? [] : [[t('orders.parcel'), humanised(order.fulfillment)] as const]),
    [t('column.size'), sizeText(row)],
    [t('column.soldAt'), exactTimeText(order.soldAt)],
    [t('orders.channel'), order.salesChannel],
    [t('column.price'), <MoneyFigure key="price" amount={order.price} />],
    ...(figures === null
      ? []
      : ([
          [t('sales.fees'), <FeesOf key="fees" row={figures} inList={false} />],
          [t('column.payout'), <PayoutOf key="payout" row={figures} inList={false} />],
          [t('column.profit'), <SaleProfit key="profit" row={figures} inList={false} />],
        ] as const)),
    ...(pair === null
      ? []
      : [
          [
            t('column.pair'),
            <Anchor key="pair" href={routeHref({ screen: 'inventory', pair: pair.id })}>
              {t('orders.openPair')}
            </Anchor>,
          ] as const,
        ]),
  ];
}
