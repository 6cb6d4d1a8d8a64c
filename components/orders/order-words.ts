import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { formatSize } from '@/lib/domain/sizes/format-size';
import { humanised } from '../ui/format';
import { routeHref, type Route } from '../ui/route';
import { t } from '../ui/text';

/** What of the address stays when an order is opened. */
export type Place = Pick<Route, 'view' | 'query'>;

/** The address of an order's detail over the list. */
export function orderHref({ order }: Pick<OrderRow, 'order'>, here: Place): string {
  return routeHref({ screen: 'orders', ...here, item: order.id });
}

/** `US 10` */
export function sizeText({ size, run }: Pick<OrderRow, 'size' | 'run'>): string {
  return formatSize(size, run);
}

/**
 * How much time is left, in the two largest units.
 *
 * @example `leftText(27 h 40 min)` is `1 d 3 h`; below nothing, that it has passed
 */
export function leftText(left: number): string {
  if (left <= 0) return t('orders.passed');
  if (left < HOUR_MS) return t('orders.minutesLeft', [Math.max(1, Math.floor(left / MINUTE_MS))]);
  if (left < DAY_MS)
    return t('orders.hoursLeft', [Math.floor(left / HOUR_MS), Math.floor((left % HOUR_MS) / MINUTE_MS)]);
  return t('orders.daysLeft', [Math.floor(left / DAY_MS), Math.floor((left % DAY_MS) / HOUR_MS)]);
}

export function labelTypeText(type: string | null): string {
  if (type === 'drop-off') return t('orders.dropOff');
  return type === 'shipping' ? t('orders.shipping') : t('orders.labelAny');
}

/** Couriers go by their letters: `ups` is `UPS`; longer words as alias writes them. */
export function courierText(courier: string): string {
  return courier.length <= 5 ? courier.toUpperCase() : humanised(courier);
}
