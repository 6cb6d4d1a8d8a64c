import type { ResolvedFees, UnknownNet } from '../fees/estimate-net';
import type { CurrencyCode } from '../money/currency';
import type { FxRate } from '../money/fx';
import type { Money } from '../money/money';
import type { BuyerTerms } from '../sites/site-profile';
import type { CalendarDate, Instant } from '../time/instant';
import type { OffsetAt } from '../time/period';
import type { AlertKind, AlertOptions, AlertState, AlertTrigger } from './alert';

/** An alert as it is decided on. */
export interface Alert {
  readonly enabled: boolean;
  readonly trigger: AlertTrigger;
  readonly options: AlertOptions;
  readonly state: AlertState;
  /** What happened before somebody asked is no news. */
  readonly createdAt: Instant;
}

/** A sale of somebody's pair, as it was seen. */
export interface SoldPair {
  readonly at: Instant;
  readonly price: Money;
  /** Which reading brought it. */
  readonly seenAt: Instant;
}

/** The lowest ask from a moment on; null: nobody asked, or it was not known. */
export interface AskFrom {
  readonly at: Instant;
  readonly ask: Money | null;
}

/** The market as the companion knows it, for one alert. What is not known is null and never taken for something else. */
export interface AlertReading {
  /** When the prices were last read. */
  readonly pricesReadAt: Instant | null;
  /** When the sales were last read. */
  readonly salesReadAt: Instant | null;
  /** The size the figures are of: the watched one or, of a product watched whole, the one with the lowest ask. */
  readonly usSize: number | null;
  readonly ask: Money | null;
  readonly offer: Money | null;
  readonly lastSale: Money | null;
  /** The lowest ask over time, oldest first, each standing until the next. */
  readonly asks: readonly AskFrom[];
  /** Sales of that size, in any order. */
  readonly sales: readonly SoldPair[];
  readonly perWeek: number | null;
  /** How many sizes of the product have an ask. */
  readonly sizesLeft: number | null;
  readonly releaseDate: CalendarDate | null;
  readonly fees: ResolvedFees | UnknownNet;
  /** What buying adds to an ask, as far as the seller told; null: nothing is known of it. */
  readonly buying: BuyerTerms | null;
  /** The rate that joins two currencies, whichever way round. */
  readonly rates: (a: CurrencyCode, b: CurrencyCode) => FxRate | null;
  readonly offsetAt: OffsetAt;
  /** How often this alert, and all alerts of its watched item, rang today; and how often the item's may. */
  readonly today: { readonly ofAlert: number; readonly ofItem: number; readonly most: number };
}

export type AlertSource = 'prices' | 'sales' | 'calendar';

const SOURCES: Readonly<Record<AlertKind, AlertSource>> = {
  'ask-at-or-below': 'prices',
  'net-at-or-above': 'prices',
  'roi-at-or-above': 'prices',
  drop: 'prices',
  'under-median': 'prices',
  'offer-at-or-above': 'prices',
  'few-sizes-left': 'prices',
  'sales-per-week-above': 'sales',
  'sold-at-or-below': 'sales',
  'release-tomorrow': 'calendar',
};

/** What has to be read anew before an alert of this kind can say something new. */
export function sourceOf(kind: AlertKind): AlertSource {
  return SOURCES[kind];
}

/** When what the alert waits for was last looked at; a calendar always is. */
export function readAtOf(kind: AlertKind, reading: AlertReading, now: Instant): Instant | null {
  const source = sourceOf(kind);
  if (source === 'calendar') return now;
  return source === 'prices' ? reading.pricesReadAt : reading.salesReadAt;
}
