import type { Order } from '../orders/order';
import { needsAction } from '../orders/order-stage';
import { HOUR_MS, type Instant } from '../time/instant';

/** Which of the reminders of an order's deadline is due: one a day before, one when little time is left. */
export type Reminder = 'day' | 'last';

const DAY_BEFORE_MS = 24 * HOUR_MS;
const LITTLE_MS = 3 * HOUR_MS;
/** The sale itself has just rung and named the deadline: no second bell right after it. */
const JUST_SOLD_MS = HOUR_MS;

/**
 * The reminder an order is due at `now`, or null. A deadline that has passed reminds of nothing any more.
 *
 * @example confirm by 14:00 tomorrow, known since yesterday: `day` from 14:00 today, `last` from 11:00 tomorrow
 */
export function decideReminder(order: Order, now: Instant): Reminder | null {
  const { cancelsAt, createdAt } = order;
  if (cancelsAt === null || cancelsAt <= now || !needsAction(order, now)) return null;
  const left = cancelsAt - now;
  if (left <= LITTLE_MS) return 'last';
  return left <= DAY_BEFORE_MS && now - createdAt >= JUST_SOLD_MS ? 'day' : null;
}

/** One id a reminder: a deadline that alias moves is a new one. */
export function reminderId(order: Pick<Order, 'externalId' | 'cancelsAt'>, reminder: Reminder): string {
  return `deadline:${order.externalId}:${order.cancelsAt}:${reminder}`;
}
