import { orderStage } from '@/lib/domain/orders/order-stage';
import { instant } from '@/lib/domain/time/instant';
import type { SaleStory } from '@/lib/queries/pair-story';
import { FeesOf, PayoutOf, SaleNet, SaleProfit } from '../bridge/sale-figures';
import { platformText } from '../bridge/sale-platform';
import { stageText } from '../bridge/words';
import { dateText, exactTimeText, whenText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { FactList, type Fact } from './fact-list';

/** What the pair was sold for, what of it arrived and remained, and where the order stands. */
export function SaleFacts({ story: { sale, order, line } }: { readonly story: SaleStory }) {
  const now = useNow(60_000);
  const stage = order === null ? null : orderStage(order, instant(now));
  const waits = stage === 'to-confirm' || stage === 'to-ship';
  const reversed = sale.status === 'reversed';
  const told = sale.marketplace !== 'alias';
  const figures = { row: { sale, line, reversed }, inList: false };
  const facts: Fact[] = [
    [t('column.soldAt'), told ? dateText(sale.soldAt) : exactTimeText(sale.soldAt)],
    [t('pair.platform'), platformText(sale.marketplace)],
    [t('column.price'), <MoneyFigure key="price" amount={sale.price} />],
    ...(reversed
      ? []
      : [
          [t('sales.fees'), <FeesOf key="fees" {...figures} />] as const,
          [t('column.payout'), <PayoutOf key="payout" {...figures} />] as const,
          // What arrived of a sale elsewhere is what remains: there is no cash-out after it.
          ...(told ? [] : [[t('pair.netAfter'), <SaleNet key="net" {...figures} />] as const]),
          [t('column.profit'), <SaleProfit key="profit" {...figures} />] as const,
        ]),
    ...(sale.orderNumber === '' ? [] : [[told ? t('pair.orderOrNote') : t('pair.order'), sale.orderNumber] as const]),
  ];
  if (stage !== null) facts.push([t('column.stage'), stageText(stage)]);
  if (waits && order?.cancelsAt) facts.push([t('pair.cancels'), whenText(order.cancelsAt, now)]);
  return <FactList title={reversed ? t('pair.reversed') : t('pair.sale')} facts={facts} />;
}
