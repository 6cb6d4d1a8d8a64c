import { DAY_MS, type Instant } from '../time/instant';
import { minor, type Money } from '../money/money';
import type { VariantMarket } from './decision';

/** A lowest ask: of the consigned pairs, of those with their sellers, or null where the two were not told apart. */
export interface PoolAsk {
  readonly consigned: boolean | null;
  readonly price: Money;
}

/** A market with what is no figure taken for none: an amount of zero or less, or one that is no whole number. */
export interface MarketView {
  readonly asks: readonly PoolAsk[];
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** Of the newest sales, when there are enough of them. */
  readonly medianSale: Money | null;
  readonly askADayAgo: Money | null;
  readonly askAWeekAgo: Money | null;
}

export function viewMarket(market: VariantMarket, now: Instant): MarketView {
  const before = viewed.get(market);
  if (before?.now === now) return before.view;
  const view = {
    asks: asksOf(market),
    highestOffer: real(market.highestOffer),
    lastSale: real(market.lastSale),
    medianSale: medianSale(market, now),
    askADayAgo: real(market.askADayAgo),
    askAWeekAgo: real(market.askAWeekAgo),
  };
  viewed.set(market, { now, view });
  return view;
}

/** Listings of one variant share their market. */
const viewed = new WeakMap<VariantMarket, { readonly now: Instant; readonly view: MarketView }>();

/** An amount that can be a price; null for "0", as alias says none, and for what no price can be. */
export function real(amount: Money | null): Money | null {
  return amount !== null && Number.isSafeInteger(amount.minor) && amount.minor > 0 ? amount : null;
}

/**
 * The asks told apart where they fit the pooled one. They are read one after the other, so now and then they do not
 * (3 of 241 rows seen): then only the pooled one counts, and when that says none there is none.
 */
function asksOf(market: VariantMarket): readonly PoolAsk[] {
  const pooled = real(market.lowestAsk);
  if (pooled === null) return [];
  const consigned = real(market.lowestAskConsigned);
  const withYou = real(market.lowestAskWithYou);
  const lowest = Math.min(consigned?.minor ?? pooled.minor + 1, withYou?.minor ?? pooled.minor + 1);
  if (lowest !== pooled.minor) return [{ consigned: null, price: pooled }];
  const asks: PoolAsk[] = [];
  if (consigned !== null) asks.push({ consigned: true, price: consigned });
  if (withYou !== null) asks.push({ consigned: false, price: withYou });
  return asks;
}

const NEWEST = 10;
const FEWEST = 3;
const RECENT_DAYS = 90;

/**
 * The middle one of the ten newest sales of the last 90 days; of an even number the mean of the two in the middle,
 * rounded down. Null when there are fewer than three.
 *
 * @example sales at $180, $190 and $20: $180
 */
function medianSale(market: VariantMarket, now: Instant): Money | null {
  const prices: number[] = [];
  let currency: Money['currency'] | null = null;
  for (const { at, price } of market.sales) {
    if (prices.length === NEWEST || now - at > RECENT_DAYS * DAY_MS) break;
    if (at > now || real(price) === null || (currency !== null && price.currency !== currency)) continue;
    currency = price.currency;
    prices.push(price.minor);
  }
  if (currency === null || prices.length < FEWEST) return null;
  prices.sort((a, b) => a - b);
  const middle = prices.length >> 1;
  const [under = 0, over = 0] = [prices[middle - 1], prices[middle]];
  return { minor: minor(prices.length % 2 === 1 ? over : Math.floor((under + over) / 2)), currency };
}
