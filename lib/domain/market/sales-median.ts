import { money, type Money } from '../money/money';
import { DAY_MS, type Instant } from '../time/instant';
import { middleOf } from './middle';
import type { RecentSale } from './quote';

/** What a size sells for in the middle, and how much that stands on. */
export interface SalesMedian {
  /** null: fewer sales than tell it. */
  readonly median: Money | null;
  /** Sales within the days, in the currency of the newest. */
  readonly sales: number;
  readonly days: number;
}

/** Of fewer sales than these a middle says no more than each of them. */
const FEWEST = 3;

const MEDIAN_DAYS = 30;

/**
 * The median of the sales of the last days before `now`. Amounts of another currency than the newest are left out: they
 * have no place in one order with the rest.
 *
 * @example sales of $90, $97, $99 and $120 in the last 30 days: $98.00 of 4 sales
 */
export function salesMedian(
  sales: readonly Pick<RecentSale, 'price' | 'purchasedAt'>[],
  now: Instant,
  days: number = MEDIAN_DAYS,
): SalesMedian {
  const within = sales.filter(({ purchasedAt }) => purchasedAt <= now && purchasedAt > now - days * DAY_MS);
  const newest = within.reduce<(typeof within)[number] | null>(
    (last, sale) => (last === null || sale.purchasedAt > last.purchasedAt ? sale : last),
    null,
  );
  const prices = within.map(({ price }) => price).filter(({ currency }) => currency === newest?.price.currency);
  return { median: prices.length < FEWEST ? null : medianPrice(prices), sales: prices.length, days };
}

/**
 * The price in the middle; of an even count the mean of the two in the middle, half a cent to the even one.
 *
 * @param prices in one currency
 * @returns null when there are none
 * @throws {RangeError} when the currencies differ
 * @example $90.00, $97.00, $99.01, $120.00: $98.00
 */
export function medianPrice(prices: readonly Money[]): Money | null {
  const [first] = prices;
  if (first === undefined) return null;
  if (prices.some(({ currency }) => currency !== first.currency)) throw new RangeError('Prices of two currencies');
  const middle = middleOf(prices.map(({ minor }) => minor));
  return middle === null ? null : money(middle, first.currency);
}
