import { minor } from '../money/money';
import type { Instant } from '../time/instant';
import { isWithin, type OffsetAt } from '../time/period';
import { localDate } from '../time/local-date';
import type { SettledBooks, StockPair } from './settle-books';
import { isPooled, taxOnSale } from './tax-on-sale';
import { treatmentOf } from './treatment';
import { periodsBetween, returnPeriodOf, startOfDate, type TaxPeriod } from './tax-period';
import type { TaxProfile } from './tax-profile';
import { rateOn, taxInside } from './tax-rate';

/** Global accounting of one period, in minor units. */
export interface PooledPeriod {
  readonly period: TaxPeriod;
  readonly sales: number;
  readonly purchases: number;
  /** What purchases exceeded sales by in the periods before. */
  readonly carriedIn: number;
  /** `sales - purchases - carriedIn`; below zero it is no refund but goes on. */
  readonly margin: number;
  readonly tax: number;
  readonly carriedOut: number;
}

/**
 * Global accounting, period by period: the margin of a period is what pooled pieces were sold for less what pooled
 * pieces were bought for in it. Losses help within the period; a margin below zero is carried forward, never refunded.
 *
 * @example bought for £900.00 and sold for £600.00 in the first quarter, sold for £900.00 in the second:
 * 600 - 900 = −300 carried, no tax; 900 - 0 - 300 = 600.00, a sixth is £100.00
 */
export function pooledPeriods(
  books: SettledBooks,
  profile: TaxProfile,
  until: Instant,
  offsetAt: OffsetAt,
): readonly PooledPeriod[] {
  const sales = books.events.filter((event) => taxOnSale(event, profile).kind === 'pooled');
  const bought = pooledPurchases(books.stock, profile, offsetAt);
  const first = [...sales, ...bought].reduce<Instant | null>(
    (least, { at }) => (least === null || at < least ? at : least),
    null,
  );
  if (first === null || first >= until) return [];
  const pooled: PooledPeriod[] = [];
  for (const period of periodsBetween(first, (until - 1) as Instant, (at) => returnPeriodOf(at, profile, offsetAt))) {
    const carriedIn = pooled.at(-1)?.carriedOut ?? 0;
    const within = ({ at }: { readonly at: Instant }): boolean => isWithin(period, at);
    const sold = sales.filter(within).reduce((sum, { sign, price }) => minor(sum + sign * price.minor), 0);
    const spent = bought.filter(within).reduce((sum, { units }) => minor(sum + units), 0);
    const margin = minor(sold - spent - carriedIn);
    const rate = rateOn(profile, period.last) ?? 0;
    const tax = margin > 0 ? taxInside({ minor: margin, currency: books.currency }, rate).minor : 0;
    pooled.push({
      period,
      sales: sold,
      purchases: spent,
      carriedIn,
      margin,
      tax,
      carriedOut: margin < 0 ? -margin : 0,
    });
  }
  return pooled;
}

/** What a piece adds to the purchases of the pool on a day; below zero once it is out of the scheme. */
export interface PoolMove {
  readonly id: string;
  readonly piece: StockPair;
  readonly at: Instant;
  readonly units: number;
}

/**
 * When each pooled piece was bought, or the day of the registration for what was in the stock by then. A piece that was
 * written off, or sold outside of the scheme (free of tax, abroad), is taken off the purchases again on that day: no margin
 * will ever be made with it.
 *
 * @example bought for £300.00 in January and lost in May: +300.00 in January, -300.00 in May
 */
export function pooledPurchases(
  stock: readonly StockPair[],
  profile: TaxProfile,
  offsetAt: OffsetAt,
): readonly PoolMove[] {
  if (!profile.registered) return [];
  const start = profile.registeredOn === null ? null : startOfDate(profile.registeredOn, offsetAt);
  return stock.flatMap((piece): PoolMove[] => {
    const day = localDate(piece.boughtAt, offsetAt);
    if (!belongsToPool(piece, profile) || !isPooled(profile, piece.cost, day)) return [];
    const { pair, cost, boughtAt, gone } = piece;
    const wasThere = start !== null && boughtAt < start;
    if (wasThere && gone.some(({ from, to }) => from < start && to === null)) return [];
    const move = (what: string, at: Instant, sign: 1 | -1): PoolMove => {
      return { id: `${what}:${pair.id}`, piece, at, units: minor(sign * cost.minor) };
    };
    const left = outOfScheme(piece).filter(({ from }) => start === null || from >= start);
    return [
      move('pool', wasThere ? start : boughtAt, 1),
      ...left.flatMap(({ from, to }, nth) => [
        move(`pool-out-${nth}`, from, -1),
        ...(to === null ? [] : [move(`pool-back-${nth}`, to, 1)]),
      ]),
    ];
  });
}

/** A piece of the scheme, also one that was sold outside of it in the end. */
function belongsToPool({ pair, treatment, gone }: StockPair, profile: TaxProfile): boolean {
  if (treatment === 'global') return true;
  if (treatment !== 'zero' || gone.length === 0) return false;
  const usual = pair.tax === null ? null : { ...pair.tax, treatment: null };
  return treatmentOf({ condition: pair.condition, tax: usual }, profile).treatment === 'global';
}

/** The times a piece was out of the scheme: since it was written off, or while it was sold free of tax. */
function outOfScheme({ pair, treatment, gone }: StockPair): StockPair['gone'] {
  if (treatment === 'zero') return gone;
  return pair.status === 'written-off' ? gone.slice(-1) : [];
}
