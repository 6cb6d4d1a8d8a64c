import type { Order } from '@/lib/domain/orders/order';
import { orderStage } from '@/lib/domain/orders/order-stage';
import type { Sale } from '@/lib/domain/sales/sale';
import { instant } from '@/lib/domain/time/instant';
import { stageText } from '../bridge/words';
import { exactTimeText, whenText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { FactList, type Fact } from './fact-list';

export interface SaleFactsProps {
  readonly sale: Sale;
  readonly order: Order | null;
}

/** What the pair was sold for and where the order stands. */
export function SaleFacts({ sale, order }: SaleFactsProps) {
  const now = useNow(60_000);
  const stage = order === null ? null : orderStage(order, instant(now));
  const waits = stage === 'to-confirm' || stage === 'to-ship';
  const facts: Fact[] = [
    [t('column.soldAt'), exactTimeText(sale.soldAt)],
    [t('column.price'), <MoneyFigure key="price" amount={sale.price} />],
    [t('column.payout'), <MoneyFigure key="payout" amount={sale.payout} unknown={t('sales.payoutUnknown')} />],
    [t('pair.order'), sale.orderNumber],
  ];
  if (stage !== null) facts.push([t('column.stage'), stageText(stage)]);
  if (waits && order?.cancelsAt) facts.push([t('pair.cancels'), whenText(order.cancelsAt, now)]);
  return <FactList title={sale.status === 'reversed' ? t('pair.reversed') : t('pair.sale')} facts={facts} />;
}
