import type { Money } from '../money/money';
import type { Instant } from '../time/instant';

/**
 * What an alert waits for. Asks and offers are those of new pairs in a good box; of a product watched whole, the lowest
 * ask of any size counts. Rates are basis points (1500 is 15 %).
 */
export type AlertTrigger =
  | { readonly kind: 'ask-at-or-below'; readonly price: Money }
  /** Bought at the lowest ask and sold for the last sale's price, after all fees. */
  | { readonly kind: 'net-at-or-above'; readonly profit: Money }
  | { readonly kind: 'roi-at-or-above'; readonly basisPoints: number }
  /** The lowest ask fell by so much within the last `hours`. */
  | { readonly kind: 'drop'; readonly basisPoints: number; readonly hours: number }
  /** The lowest ask is so far under the median sale of 30 days. */
  | { readonly kind: 'under-median'; readonly basisPoints: number }
  | { readonly kind: 'offer-at-or-above'; readonly price: Money }
  | { readonly kind: 'sales-per-week-above'; readonly count: number }
  /** So few sizes of the product have an ask, or fewer. */
  | { readonly kind: 'few-sizes-left'; readonly count: number }
  /** A pair of the size was sold at the price or below it. */
  | { readonly kind: 'sold-at-or-below'; readonly price: Money }
  | { readonly kind: 'release-tomorrow' };

export type AlertKind = AlertTrigger['kind'];

export interface AlertOptions {
  /** Must still be true at the next reading; a single low listing that is gone at once rings nobody. */
  readonly confirm: boolean;
  /** Minutes until it may ring again, once it was not true in between; null: rings once and is done. */
  readonly rearmMinutes: number | null;
  readonly expiresAt: Instant | null;
  /** At most so often on one day of the seller's; null: the setting of all alerts. */
  readonly mostPerDay: number | null;
  /** Where it is told; none at all only writes it into the history. */
  readonly channels: { readonly notification: boolean; readonly badge: boolean; readonly digest: boolean };
}

/** What has become of an alert so far; kept beside what the person set, and no edit of theirs. */
export interface AlertState {
  /** The reading it was last looked at with. */
  readonly lookedAt: Instant | null;
  /** Since which reading it has been true without a break; null: it was not true at the last one. */
  readonly trueSince: Instant | null;
  /** When it last rang; it rings again only after it was not true in between, and not before its time. */
  readonly rangAt: Instant | null;
  /** Not true since it last rang. */
  readonly isArmed: boolean;
  readonly snoozedUntil: Instant | null;
}

export const NEW_ALERT_STATE: AlertState = {
  lookedAt: null,
  trueSince: null,
  rangAt: null,
  isArmed: true,
  snoozedUntil: null,
};

/**
 * The state of an alert that begins anew. One for sales tells what is seen from now on: a pair sold weeks ago is no
 * answer to what somebody asks today. A snooze stays.
 */
export function stateAnew(kind: AlertKind, before: AlertState, now: Instant): AlertState {
  const lookedAt = kind === 'sold-at-or-below' ? now : null;
  return { ...NEW_ALERT_STATE, lookedAt, snoozedUntil: before.snoozedUntil };
}
