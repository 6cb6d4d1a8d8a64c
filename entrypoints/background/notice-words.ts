import { i18n } from '#i18n';
import { formatMoney } from '@/lib/domain/money/format-money';
import { profitOf, totalCost } from '@/lib/domain/pnl/profit';
import type { OrderEvent } from '@/lib/sync/merge-orders';

interface Words {
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

/** What a notification says of a sale or a cancellation. Its id is the event's: the same event rings once. */
export function orderNotice(event: OrderEvent): Words {
  const { order } = event;
  if (event.kind === 'cancelled') {
    return {
      id: `cancelled:${order.externalId}`,
      title: i18n.t('notice.cancelledTitle', [order.name]),
      message: i18n.t('notice.cancelled', [order.orderNumber]),
    };
  }
  return {
    id: `sold:${order.externalId}`,
    title: i18n.t('notice.soldTitle', [order.name]),
    message: soldMessage(event),
  };
}

/**
 * Says what is known: the payout once alias states it, and what it leaves after all costs of the pair once those are
 * known in the same currency. Whether and when the payout is withdrawn is not known here, so the words say "before".
 */
function soldMessage({ order, pair }: OrderEvent): string {
  const size = String(order.sizeValue);
  const price = formatMoney(order.price, { whole: 'exact' });
  if (order.payout === null) return i18n.t('notice.sold', [size, price]);
  const payout = formatMoney(order.payout, { whole: 'exact' });
  const { currency } = order.payout;
  const told = [pair.cost, pair.otherCosts].every((amount) => amount === null || amount.currency === currency);
  const left = told ? profitOf(order.payout, totalCost(pair.cost, pair.otherCosts)) : null;
  if (left === null) return i18n.t('notice.soldNet', [size, price, payout]);
  const profit = formatMoney(left, { sign: 'always', whole: 'exact' });
  return i18n.t('notice.soldProfit', [size, price, payout, profit]);
}

/** Words for the events that are told as one. */
export function summaryNotice(count: number): { readonly title: string; readonly message: string } {
  return { title: i18n.t('notice.summaryTitle', [String(count)]), message: i18n.t('notice.summary') };
}

export function refusedNotice(): { readonly title: string; readonly message: string } {
  return { title: i18n.t('notice.refusedTitle'), message: i18n.t('notice.refused') };
}
