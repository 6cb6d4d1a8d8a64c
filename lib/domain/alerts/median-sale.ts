import { middleOf } from '../market/middle';
import type { CurrencyCode } from '../money/currency';
import { money, type Money } from '../money/money';
import { DAY_MS, type Instant } from '../time/instant';

/** Sales this old still tell what is usual now. */
export const MEDIAN_DAYS = 30;

/** Fewer sales have no middle worth naming. */
const FEWEST = 5;

interface Sold {
  readonly at: Instant;
  readonly price: Money;
}

/**
 * The middle price of the sales of the 30 days before a moment; of an even number the mean of the two in the middle,
 * half a cent to the even one. Sales in another currency do not count.
 *
 * @returns `median` null when fewer than five sales tell it
 * @example sales of $90, $95, $110, $120, $300: $110; the $300 moves nothing
 */
export function medianSale(
  sales: readonly Sold[],
  until: Instant,
  currency: CurrencyCode | null,
): { readonly median: Money | null; readonly count: number } {
  const from = until - MEDIAN_DAYS * DAY_MS;
  const prices = sales
    .filter(({ at, price }) => at >= from && at <= until && price.currency === currency)
    .map(({ price }) => price.minor);
  const count = prices.length;
  const middle = count < FEWEST ? null : middleOf(prices);
  return { median: currency === null || middle === null ? null : money(middle, currency), count };
}
