import { addedCosts, landedCost } from '../deals/landed-cost';
import { netOf } from '../fees/estimate-net';
import { subtract } from '../money/arithmetic';
import type { Money } from '../money/money';
import { profitOf, roiOf } from '../pnl/profit';
import type { CalendarDate, Instant } from '../time/instant';
import type { AlertTrigger } from './alert';
import type { AlertReading } from './alert-reading';
import { medianSale } from './median-sale';

/** The figures behind an alert, for the sentence and for the person who asks why it rang. Null: not known. */
export interface AlertFacts {
  readonly trigger: AlertTrigger;
  readonly readAt: Instant;
  readonly usSize: number | null;
  readonly ask: Money | null;
  readonly offer: Money | null;
  readonly lastSale: Money | null;
  /** Of the sales of 30 days, and how many those were. */
  readonly median: Money | null;
  readonly medianOf: number;
  /** The median less the ask: below zero when the ask is above it. */
  readonly underMedian: Money | null;
  /** Bought at the ask and sold for the last sale's price, after all fees that are known. */
  readonly profit: Money | null;
  readonly roiBasisPoints: number | null;
  /** What arrives of the highest offer after all fees. */
  readonly offerNet: Money | null;
  /** The highest the ask was within the hours of a drop. */
  readonly droppedFrom: Money | null;
  readonly perWeek: number | null;
  readonly sizesLeft: number | null;
  readonly soldFor: Money | null;
  readonly soldAt: Instant | null;
  readonly releaseDate: CalendarDate | null;
}

/** What is known besides the figures every alert tells. */
export type Found = Partial<Pick<AlertFacts, 'droppedFrom' | 'soldFor' | 'soldAt'>>;

/**
 * The figures of a reading.
 *
 * @example ask $98, last sale $120 (US prepaid, rating 90), median of 12 sales $112: $14 under the median, and
 * buying now and selling at $120 nets $100.60 − $98 = +$2.60
 */
export function alertFacts(
  trigger: AlertTrigger,
  reading: Omit<AlertReading, 'today' | 'asks'>,
  readAt: Instant,
  found: Found = {},
): AlertFacts {
  const { ask, offer, lastSale, sales } = reading;
  const { median, count } = medianSale(sales, readAt, ask?.currency ?? null);
  const cost = costOf(reading);
  const profit = profitAt(reading);
  return {
    trigger,
    readAt,
    usSize: reading.usSize,
    ask,
    offer,
    lastSale,
    median,
    medianOf: count,
    underMedian: median === null || ask === null ? null : subtract(median, ask),
    profit,
    roiBasisPoints: roiOf(profit, cost),
    offerNet: netAfterFees(reading, offer),
    droppedFrom: null,
    perWeek: reading.perWeek,
    sizesLeft: reading.sizesLeft,
    soldFor: null,
    soldAt: null,
    releaseDate: reading.releaseDate,
    ...found,
  };
}

/** What buying at the ask and selling for the last sale's price leaves after all fees; null when a figure is not known. */
export function profitAt(reading: Deal): Money | null {
  const cost = costOf(reading);
  const net = netAfterFees(reading, reading.lastSale);
  return cost === null || net?.currency !== cost.currency ? null : profitOf(net, cost);
}

type Deal = Pick<AlertReading, 'ask' | 'lastSale' | 'fees' | 'buying' | 'rates'>;

/** The ask with what buying adds to it, as far as that is known; null without an ask. */
export function costOf({ ask, buying, rates }: Pick<Deal, 'ask' | 'buying' | 'rates'>): Money | null {
  if (ask === null || buying === null) return ask;
  return landedCost(ask, addedCosts(buying, null, ask.currency, rates)).total;
}

function netAfterFees({ fees }: Pick<AlertReading, 'fees'>, price: Money | null): Money | null {
  if (price === null || fees.kind === 'unknown' || price.currency !== fees.sellerFee.currency) return null;
  return netOf(price, fees).net;
}
