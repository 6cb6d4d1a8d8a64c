import { Button } from '@mantine/core';
import { orderStage } from '@/lib/domain/orders/order-stage';
import { instant } from '@/lib/domain/time/instant';
import type { SaleStory } from '@/lib/queries/pair-story';
import { FeesOf, PayoutOf, SaleNet, SaleProfit } from '../bridge/sale-figures';
import { platformText } from '../bridge/sale-platform';
import { reversalText } from '../bridge/sale-stage-words';
import { stageText } from '../bridge/words';
import { dateText, exactTimeText, whenText } from '../ui/format';
import { MoneyFigure } from '../ui/money';
import { t } from '../ui/text';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';
import { FactList, type Fact } from './fact-list';
import styles from './pair.module.css';

/** What the pair was sold for, what of it arrived and remained, and where the order stands. */
export function SaleFacts({ story: { sale, order, line } }: { readonly story: SaleStory }) {
  const now = useNow(60_000);
  const { change } = useRoute();
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
  const { reversal, paid } = sale;
  if (paid !== null) facts.push([t('editSale.paidOn'), dateText(paid.at)]);
  if (reversal !== null) {
    facts.push([t('reverseSale.reason'), reversalText(reversal.reason)], [t('reverseSale.on'), dateText(reversal.at)]);
    if (reversal.penalty !== null)
      facts.push([t('reverseSale.penalty'), <MoneyFigure key="penalty" amount={reversal.penalty} />]);
    if (reversal.note !== '') facts.push([t('reverseSale.note'), reversal.note]);
  }
  return (
    <>
      <FactList title={reversed ? t('pair.reversed') : t('pair.sale')} facts={facts} />
      <div className={styles['saleActions']}>
        <Button variant="default" size="compact-sm" onClick={() => change({ add: `sale:${sale.id}` })}>
          {t('editSale.open')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change({ add: `reverse:${sale.id}` })}>
          {reversed ? t('reverseSale.change') : t('reverseSale.open')}
        </Button>
      </div>
    </>
  );
}
