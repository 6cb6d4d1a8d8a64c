import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import { resolveFees } from '../fees/estimate-net';
import { money } from '../money/money';
import { instant, shiftInstant, MINUTE_MS, type Instant } from '../time/instant';
import { NEW_ALERT_STATE, type AlertTrigger } from './alert';
import type { Alert, AlertReading } from './alert-reading';
import { USUAL_OPTIONS } from './templates';

/** Monday 2 March 2026, 12:00 UTC. */
export const NOON: Instant = instant(Date.UTC(2026, 2, 2, 12));

export const ago = (minutes: number): Instant => shiftInstant(NOON, -minutes * MINUTE_MS);

/** Read a minute ago: ask $98, offer $90, last sale $120; US prepaid, rating 90. */
export function makeReading(given: Partial<AlertReading> = {}): AlertReading {
  return {
    pricesReadAt: ago(1),
    salesReadAt: ago(1),
    usSize: 10,
    ask: money(9800, 'USD'),
    offer: money(9000, 'USD'),
    lastSale: money(12_000, 'USD'),
    asks: [],
    sales: [],
    perWeek: null,
    sizesLeft: null,
    releaseDate: null,
    fees: resolveFees(ALIAS_FEE_SCHEDULES[1] ?? null, {
      rating: 90,
      country: 'US',
      method: 'prepaid',
      withdraws: true,
    }),
    buying: null,
    rates: () => null,
    offsetAt: () => 0,
    today: { ofAlert: 0, ofItem: 0, most: 5 },
    ...given,
  };
}

/** An alert that rings at the first reading and again an hour later. */
export function makeAlert(trigger: AlertTrigger, given: Partial<Alert> = {}): Alert {
  return {
    enabled: true,
    trigger,
    options: { ...USUAL_OPTIONS, confirm: false, rearmMinutes: 60 },
    state: NEW_ALERT_STATE,
    createdAt: ago(60 * 24 * 30),
    ...given,
  };
}
