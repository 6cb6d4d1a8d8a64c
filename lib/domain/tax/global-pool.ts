import { minor } from '../money/money';
import type { Instant } from '../time/instant';
import { isWithin, type OffsetAt } from '../time/period';
import { localDate } from '../time/local-date';
import type { SettledBooks, StockPair } from './settle-books';
import { isPooled, taxOnSale } from './tax-on-sale';
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

/** When each pooled piece was bought, or the day of the registration for what was in the stock by then. */
export function pooledPurchases(
  stock: readonly StockPair[],
  profile: TaxProfile,
  offsetAt: OffsetAt,
): readonly { readonly piece: StockPair; readonly at: Instant; readonly units: number }[] {
  if (!profile.registered) return [];
  const start = profile.registeredOn === null ? null : startOfDate(profile.registeredOn, offsetAt);
  return stock.flatMap((piece) => {
    const day = localDate(piece.boughtAt, offsetAt);
    if (piece.treatment !== 'global' || !isPooled(profile, piece.cost, day)) return [];
    if (start === null || piece.boughtAt >= start) return [{ piece, at: piece.boughtAt, units: piece.cost.minor }];
    const soldBefore = piece.gone.some(({ from, to }) => from < start && to === null);
    return soldBefore ? [] : [{ piece, at: start, units: piece.cost.minor }];
  });
}
