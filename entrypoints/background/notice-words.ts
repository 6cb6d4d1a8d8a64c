import { whenText } from '@/components/ui/format';
import { t } from '@/components/ui/text';
import type { NoticeRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import { formatMoney } from '@/lib/domain/money/format-money';
import type { Money } from '@/lib/domain/money/money';
import type { NoticeGroup, NoticeKind } from '@/lib/domain/notices/decide-ringing';
import type { Order } from '@/lib/domain/orders/order';
import { orderStage } from '@/lib/domain/orders/order-stage';
import type { BreakerReason } from '@/lib/domain/repricing/plan-run';
import { formatSize } from '@/lib/domain/sizes/format-size';
import type { Instant } from '@/lib/domain/time/instant';
import type { DeadlineNews } from '@/lib/jobs/remind-of-deadlines';
import type { AlertRinging } from '@/lib/jobs/ring-notices';
import type { OrderNews, OrderNotice } from '@/lib/sync/commit-orders';

interface Words {
  readonly title: string;
  readonly message: string;
}

/** What a notification says of a sale or a cancellation. Its id is the event's: the same event rings once. */
export function orderNotice(news: OrderNews, now: Instant): OrderNotice {
  const { order } = news;
  const pair = nameAndSize(order, news.product);
  if (news.kind === 'cancelled') {
    return {
      id: `cancelled:${order.externalId}`,
      title: t('notice.cancelledTitle', [pair]),
      message: t('notice.cancelled', [order.orderNumber]),
      route: `/sales?pair=${encodeURIComponent(news.pair.id)}`,
    };
  }
  return {
    id: `sold:${order.externalId}`,
    title: t('notice.soldTitle', [pair, exact(order.price)]),
    message: news.soldTwice === undefined ? soldMessage(news, now) : t('notice.soldTwice', [order.orderNumber]),
    route: `/sales?pair=${encodeURIComponent(news.pair.id)}`,
  };
}

/**
 * Says what is known, and what to do until when. Net is what arrives after cash-out, as everywhere else; profit only
 * when the pair's cost is known.
 */
function soldMessage({ order, line }: OrderNews, now: Instant): string {
  const net = line?.net ?? null;
  const profit = line?.profit ?? null;
  const figures = [
    ...(net === null ? [] : [t('notice.net', [exact(net)])]),
    ...(profit === null ? [] : [t('notice.profit', [exact(profit, 'always')])]),
    ...(net !== null && profit === null ? [t('notice.costUnknown')] : []),
  ].join(', ');
  return [figures, toDo(order, now)].filter((part) => part !== '').join('; ');
}

function toDo(order: Order, now: Instant): string {
  if (order.cancelsAt === null) return t('notice.lookAt', [order.orderNumber]);
  const by = whenText(order.cancelsAt, now);
  return orderStage(order, now) === 'to-ship' ? t('notice.shipBy', [by]) : t('notice.confirmBy', [by]);
}

/** An order whose deadline comes near. */
export function deadlineNotice({ order, product, reminder }: DeadlineNews, now: Instant): Words {
  const pair = nameAndSize(order, product);
  const by = order.cancelsAt === null ? '' : whenText(order.cancelsAt, now);
  const ship = orderStage(order, now) === 'to-ship';
  const title = ship ? t('notice.shipTitle', [by, pair]) : t('notice.confirmTitle', [by, pair]);
  return {
    title,
    message:
      reminder === 'last' ? t('notice.lastHours', [order.orderNumber]) : t('notice.dayLeft', [order.orderNumber]),
  };
}

/** What alerts say that were kept back, and the buttons of one that rings. */
export const alertNotices: AlertRinging = {
  deferred: ({ message, at }, now) => t('notice.seenAt', [message, whenText(at, now)]),
  passed: (notices, now) => ({
    title: t('notice.passedTitle', notices.length, [notices.length]),
    message: notices
      .slice(-3)
      .toReversed()
      .map(({ title, at }) => t('notice.passed', [title, whenText(at, now)]))
      .join(' · '),
  }),
  buttons: () => [t('notice.open'), t('notice.snooze')],
};

export function troubleNotice(message: string): Words {
  return { title: t('notice.troubleTitle'), message: t('notice.trouble', [message]) };
}

const STOPPED: Record<BreakerReason, () => string> = {
  'many-large-moves': () => t('notice.stoppedMoves'),
  'market-fell': () => t('notice.stoppedMarket'),
};

/** The breaker stopped the rules: what it saw, and that it is the person's turn. */
export function repricingStoppedNotice(reason: BreakerReason): Words {
  return { title: t('notice.stoppedTitle'), message: STOPPED[reason]() };
}

export function refusedNotice(): Words {
  return { title: t('notice.refusedTitle'), message: t('notice.refused') };
}

export function testNotice(): Words {
  return { title: t('notice.testTitle'), message: t('notice.test') };
}

const GROUP_TITLES: Record<NoticeKind, (count: string) => string> = {
  sales: (count) => t('notice.groupSales', [count]),
  deadlines: (count) => t('notice.groupDeadlines', [count]),
  targets: (count) => t('notice.groupTargets', [count]),
  releases: (count) => t('notice.groupReleases', [count]),
  trouble: (count) => t('notice.groupTrouble', [count]),
};

/** Said when repricing was paused with a key, which shows on no page. */
export function pausedNotice(): Words {
  return { title: t('repricing.noticeTitle'), message: t('repricing.pausedNow') };
}

/** Words for the notices that are told as one: how many, and what the newest say. */
export function groupNotice({ kind, notices }: NoticeGroup<NoticeRow>): Words {
  const newest = notices.slice(-3).toReversed();
  return {
    title: GROUP_TITLES[kind](String(notices.length)),
    message: newest.map((notice) => notice.title).join(' · '),
  };
}

/** alias sends no unit with orders; once the product is known, its own system says what the number means. */
function nameAndSize(order: Order, product: Product | null): string {
  if (product === null) return t('notice.pairBare', [order.name, String(order.sizeValue)]);
  const size = formatSize({ value: order.sizeValue, system: product.sizeSystem }, product.sizeRun);
  return t('notice.pair', [order.name, size]);
}

function exact(amount: Money, sign: 'negative' | 'always' = 'negative'): string {
  return formatMoney(amount, { sign, whole: 'exact' });
}
