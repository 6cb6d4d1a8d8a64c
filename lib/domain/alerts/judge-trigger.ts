import { BASIS_POINTS } from '../money/arithmetic';
import { inCurrency } from '../money/fx';
import type { Money } from '../money/money';
import { roiOf } from '../pnl/profit';
import { ageOf, DAY_MS, HOUR_MS, shiftInstant, type Instant } from '../time/instant';
import { localDate } from '../time/local-date';
import type { AlertTrigger } from './alert';
import { costOf, profitAt, type Found } from './alert-facts';
import type { Alert, AlertReading } from './alert-reading';
import { medianSale } from './median-sale';

/** Why nothing can be said: neither that it is so, nor that it is not. */
export type AlertGap =
  | 'unknown-ask'
  | 'unknown-offer'
  | 'unknown-last-sale'
  | 'unknown-fees'
  | 'unknown-sizes'
  | 'unknown-release'
  | 'few-sales'
  | 'short-history'
  | 'nothing-new'
  | 'no-rate';

/** Whether what an alert waits for is so. */
export type Judged =
  | { readonly kind: 'true'; readonly found: Found }
  | { readonly kind: 'false' }
  | { readonly kind: 'unknown'; readonly reason: AlertGap };

/** Sales read longer ago say nothing of the present middle. */
const SALES_USE_BY_MS = 7 * DAY_MS;

/** Looks at one reading, at one moment; whether it was so before does not matter here. */
export function judgeTrigger(alert: Alert, reading: AlertReading, readAt: Instant): Judged {
  const { trigger } = alert;
  switch (trigger.kind) {
    case 'ask-at-or-below':
      return compared(reading, reading.ask, 'unknown-ask', trigger.price, (at) => at <= trigger.price.minor);
    case 'offer-at-or-above':
      return compared(reading, reading.offer, 'unknown-offer', trigger.price, (at) => at >= trigger.price.minor);
    case 'net-at-or-above':
      return compared(
        reading,
        profitAt(reading),
        profitGap(reading),
        trigger.profit,
        (at) => at >= trigger.profit.minor,
      );
    case 'roi-at-or-above':
      return judgeRoi(trigger, reading);
    case 'drop':
      return judgeDrop(trigger, reading, readAt);
    case 'under-median':
      return judgeMedian(trigger, reading, readAt);
    case 'sales-per-week-above':
      return reading.perWeek === null ? unknown('few-sales') : truth(reading.perWeek > trigger.count);
    case 'few-sizes-left':
      return reading.sizesLeft === null ? unknown('unknown-sizes') : truth(reading.sizesLeft <= trigger.count);
    case 'sold-at-or-below':
      return judgeSold(alert, trigger, reading);
    case 'release-tomorrow':
      return judgeRelease(reading, readAt);
  }
}

type Of<K extends AlertTrigger['kind']> = Extract<AlertTrigger, { kind: K }>;

/** Compares in the currency the person named, at the rate in force. */
function compared(
  { rates }: AlertReading,
  amount: Money | null,
  gap: AlertGap,
  { currency }: Money,
  holds: (minor: number) => boolean,
): Judged {
  if (amount === null) return unknown(gap);
  const here = inCurrency(amount, currency, rates(amount.currency, currency), 'half-even');
  return here === null ? unknown('no-rate') : truth(holds(here.minor));
}

function judgeRoi({ basisPoints }: Of<'roi-at-or-above'>, reading: AlertReading): Judged {
  const roi = roiOf(profitAt(reading), costOf(reading));
  return roi === null ? unknown(profitGap(reading)) : truth(roi >= basisPoints);
}

function profitGap({ ask, lastSale }: AlertReading): AlertGap {
  if (ask === null) return 'unknown-ask';
  return lastSale === null ? 'unknown-last-sale' : 'unknown-fees';
}

/** Until the history reaches back as far as the hours asked for, a drop that is not seen may have happened. */
function judgeDrop({ basisPoints, hours }: Of<'drop'>, { ask, asks }: AlertReading, readAt: Instant): Judged {
  if (ask === null) return unknown('unknown-ask');
  const from = readAt - hours * HOUR_MS;
  const standing = asks.findLast(({ at }) => at <= from);
  const within = asks.filter(({ at }) => at > from && at <= readAt);
  const known = [...(standing === undefined ? [] : [standing]), ...within].flatMap((each) => each.ask ?? []);
  const highest = known.filter(({ currency }) => currency === ask.currency).toSorted((a, b) => b.minor - a.minor)[0];
  if (highest !== undefined && isUnder(ask, highest, basisPoints))
    return { kind: 'true', found: { droppedFrom: highest } };
  return standing === undefined ? unknown('short-history') : truth(false);
}

function judgeMedian({ basisPoints }: Of<'under-median'>, reading: AlertReading, readAt: Instant): Judged {
  const { ask, sales, salesReadAt } = reading;
  if (ask === null) return unknown('unknown-ask');
  if (ageOf(salesReadAt, readAt) > SALES_USE_BY_MS && (salesReadAt === null || salesReadAt <= readAt))
    return unknown('few-sales');
  const { median } = medianSale(sales, readAt, ask.currency);
  return median === null ? unknown('few-sales') : truth(isUnder(ask, median, basisPoints));
}

/** A sale happened or did not, and stays so: only those that were not seen at the last look say anything. */
function judgeSold(alert: Alert, { price }: Of<'sold-at-or-below'>, reading: AlertReading): Judged {
  const { lookedAt } = alert.state;
  const news = reading.sales
    .filter(({ at, seenAt }) => at >= alert.createdAt && (lookedAt === null || seenAt > lookedAt))
    .toSorted((a, b) => b.at - a.at);
  if (news.length === 0) return unknown('nothing-new');
  for (const sale of news) {
    const judged = compared(reading, sale.price, 'unknown-last-sale', price, (minor) => minor <= price.minor);
    if (judged.kind === 'unknown') return judged;
    if (judged.kind === 'true') return { kind: 'true', found: { soldFor: sale.price, soldAt: sale.at } };
  }
  return truth(false);
}

/** By the seller's own calendar: a release of the fifth is told on the fourth, whatever day it is elsewhere. */
function judgeRelease({ releaseDate, offsetAt }: AlertReading, now: Instant): Judged {
  if (releaseDate === null) return unknown('unknown-release');
  // By today's clock: a day of 23 hours must not be skipped.
  const tomorrow = localDate(shiftInstant(now, DAY_MS), () => offsetAt(now));
  return truth(releaseDate === tomorrow);
}

function isUnder(ask: Money, usual: Money, basisPoints: number): boolean {
  return (
    BigInt(usual.minor - ask.minor) * BigInt(BASIS_POINTS) >= BigInt(basisPoints) * BigInt(usual.minor) &&
    ask.minor < usual.minor
  );
}

function truth(isSo: boolean): Judged {
  return isSo ? { kind: 'true', found: {} } : { kind: 'false' };
}

function unknown(reason: AlertGap): Judged {
  return { kind: 'unknown', reason };
}
