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
 * rounded down to the smallest unit. Sales in another currency do not count.
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
    .map(({ price }) => price.minor)
    .toSorted((a, b) => a - b);
  const count = prices.length;
  if (currency === null || count < FEWEST) return { median: null, count };
  const upper = prices[Math.floor(count / 2)] ?? 0;
  const lower = prices[Math.ceil(count / 2) - 1] ?? 0;
  return { median: money(Math.floor((lower + upper) / 2), currency), count };
}
