import type { ListedAlert } from './alerts';
import type { WatchlistItemRow } from '@/lib/db/rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { MarketPrice } from '@/lib/domain/market/quote';
import { subtract } from '@/lib/domain/money/arithmetic';
import { inCurrency } from '@/lib/domain/money/fx';
import type { Money } from '@/lib/domain/money/money';
import type { AllowedSize } from '@/lib/domain/sizes/size';
import type { Instant } from '@/lib/domain/time/instant';
import type { RateBook } from './rates';

/** Something watched, with its market: new pairs in a good box, with and without consigned ones. */
export interface WatchRow {
  readonly item: WatchlistItemRow;
  /** null: not read from the catalogue yet. */
  readonly product: Product | null;
  /** The size the figures are of: the watched one or, of a product watched whole, the one with the lowest ask. */
  readonly size: AllowedSize | null;
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  /** Lowest ask less highest offer. */
  readonly spread: Money | null;
  /** How far the ask is above the target, as a share of the target: 0.05 is 5 % above, -0.02 is 2 % below. */
  readonly distance: number | null;
  /** Why there is a target and an ask and yet no distance. */
  readonly lacksRate: boolean;
  /** null: its prices were never read, and then they are unknown rather than none. */
  readonly readAt: Instant | null;
  readonly alerts: readonly ListedAlert[];
  /** When its target or an alert on it rang last today; null: not today. */
  readonly rangAt: Instant | null;
}

export interface RowSources {
  readonly product: Product | null;
  /** Of this product, new pairs in a good box. */
  readonly prices: readonly MarketPrice[];
  readonly readAt: Instant | null;
  readonly rates: RateBook;
  readonly alerts: readonly ListedAlert[];
  readonly rangAt: Instant | null;
}

export function toWatchRow(item: WatchlistItemRow, sources: RowSources): WatchRow {
  const { product, prices, readAt, rates, alerts, rangAt } = sources;
  const price = priceOf(item, prices);
  const ask = price?.lowestAsk ?? null;
  const offer = price?.highestOffer ?? null;
  const usSize = price?.variant.usSize ?? item.usSize;
  const target = item.targetPrice;
  const here =
    ask === null || target === null
      ? null
      : inCurrency(ask, target.currency, rates(ask.currency, target.currency), 'half-even');
  return {
    item,
    product,
    size: product?.allowedSizes.find((size) => size.usValue === usSize) ?? null,
    lowestAsk: ask,
    highestOffer: offer,
    lastSale: price?.lastSale ?? null,
    spread: ask === null || offer?.currency !== ask.currency ? null : subtract(ask, offer),
    distance: here === null || target === null ? null : (here.minor - target.minor) / target.minor,
    lacksRate: ask !== null && target !== null && here === null,
    readAt,
    alerts,
    rangAt,
  };
}

function priceOf({ usSize }: WatchlistItemRow, prices: readonly MarketPrice[]): MarketPrice | null {
  if (usSize !== null) return prices.find(({ variant }) => variant.usSize === usSize) ?? null;
  const asked = prices.filter(({ lowestAsk }) => lowestAsk !== null);
  return asked.toSorted((a, b) => (a.lowestAsk?.minor ?? 0) - (b.lowestAsk?.minor ?? 0))[0] ?? null;
}
