import { DAY_MS, type Instant } from '../time/instant';
import type { CurrencyCode } from '../money/currency';
import { minor, type Money } from '../money/money';
import type { VariantMarket } from './decision';

/** A lowest ask: of the consigned pairs, of those with their sellers, or null where the two were not told apart. */
export interface PoolAsk {
  readonly consigned: boolean | null;
  readonly price: Money;
}

/** A market with what is no figure taken for none: an amount of zero or less, or one that is no whole number. */
export interface MarketView {
  /** Name of a figure that is below zero or no number at all; null: each can be meant, or is none. */
  readonly unusable: string | null;
  /** What all its figures are in; null: there are none, or they differ. */
  readonly currency: CurrencyCode | null;
  readonly asks: readonly PoolAsk[];
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** Of the newest sales, when there are enough of them. */
  readonly medianSale: Money | null;
  readonly askADayAgo: Money | null;
  readonly askAWeekAgo: Money | null;
}

export function viewMarket(market: VariantMarket, now: Instant): MarketView {
  return {
    unusable: unusableFigure(market),
    currency: currencyOf(market),
    asks: asksOf(market),
    highestOffer: real(market.highestOffer),
    lastSale: real(market.lastSale),
    medianSale: medianSale(market, now),
    askADayAgo: real(market.askADayAgo),
    askAWeekAgo: real(market.askAWeekAgo),
  };
}

/** A figure below zero or no number at all is not taken for "none": then an offer would seem not to be there. */
function unusableFigure(market: VariantMarket): string | null {
  if (!isFigure(market.lowestAsk)) return 'lowestAsk';
  if (!isFigure(market.highestOffer)) return 'highestOffer';
  return isFigure(market.lastSale) ? null : 'lastSale';
}

function isFigure(amount: Money | null): boolean {
  return amount === null || (Number.isSafeInteger(amount.minor) && amount.minor >= 0);
}

function currencyOf(market: VariantMarket): CurrencyCode | null {
  let found: CurrencyCode | null = null;
  for (const name of FIGURES) {
    const figure = market[name];
    if (figure === null) continue;
    if (found !== null && figure.currency !== found) return null;
    found = figure.currency;
  }
  return found;
}

/** In the order they are looked at where one is in another currency. */
export const FIGURES = [
  'lowestAsk',
  'highestOffer',
  'lastSale',
  'lowestAskConsigned',
  'lowestAskWithYou',
  'askADayAgo',
  'askAWeekAgo',
] as const satisfies readonly (keyof VariantMarket)[];

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
    insert(prices, price.minor);
  }
  if (currency === null || prices.length < FEWEST) return null;
  const middle = prices.length >> 1;
  const [under = 0, over = 0] = [prices[middle - 1], prices[middle]];
  return { minor: minor(prices.length % 2 === 1 ? over : Math.floor((under + over) / 2)), currency };
}

/** Into its place among some in rising order: for so few, quicker than sorting them. */
function insert(rising: number[], price: number): void {
  let nth = rising.length;
  while (nth > 0 && (rising[nth - 1] ?? 0) > price) {
    rising[nth] = rising[nth - 1] ?? 0;
    nth -= 1;
  }
  rising[nth] = price;
}
