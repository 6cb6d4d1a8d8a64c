import { money, type Money } from '../money/money';
import type { AlertOptions, AlertTrigger } from './alert';

export type AlertTemplateId =
  | 'good-buy'
  | 'my-price'
  | 'flash-drop'
  | 'under-usual'
  | 'offer'
  | 'running-out'
  | 'release-day';

/** A ready-made alert. Where it is about a price, the price is the person's own. */
export interface AlertTemplate {
  readonly id: AlertTemplateId;
  readonly triggerFor: (price: Money) => AlertTrigger;
  readonly options: AlertOptions;
}

/** Careful ones: confirmed, at rest for half a day after a ring, told by a notification and on the badge. */
export const USUAL_OPTIONS: AlertOptions = {
  confirm: true,
  rearmMinutes: 12 * 60,
  expiresAt: null,
  mostPerDay: null,
  channels: { notification: true, badge: true, digest: false },
};

/** What is over in an hour is told at the first sight of it. */
const AT_ONCE: AlertOptions = { ...USUAL_OPTIONS, confirm: false };

export const ALERT_TEMPLATES: readonly AlertTemplate[] = [
  {
    id: 'good-buy',
    triggerFor: ({ currency }) => ({ kind: 'net-at-or-above', profit: money(1500, currency) }),
    options: USUAL_OPTIONS,
  },
  { id: 'my-price', triggerFor: (price) => ({ kind: 'ask-at-or-below', price }), options: USUAL_OPTIONS },
  {
    id: 'flash-drop',
    triggerFor: () => ({ kind: 'drop', basisPoints: 1000, hours: 24 }),
    options: AT_ONCE,
  },
  { id: 'under-usual', triggerFor: () => ({ kind: 'under-median', basisPoints: 1000 }), options: USUAL_OPTIONS },
  { id: 'offer', triggerFor: (price) => ({ kind: 'offer-at-or-above', price }), options: AT_ONCE },
  { id: 'running-out', triggerFor: () => ({ kind: 'few-sizes-left', count: 3 }), options: USUAL_OPTIONS },
  {
    id: 'release-day',
    triggerFor: () => ({ kind: 'release-tomorrow' }),
    options: { ...AT_ONCE, rearmMinutes: 0 },
  },
];
