import { salesPace, type SalesPace } from '../../deals/sales-pace';
import { ageOf, DAY_MS, type Instant } from '../../time/instant';
import type { Money } from '../../money/money';
import type { VariantMarket } from '../decision';
import { real } from '../market-view';

export interface PricedPace {
  readonly pace: SalesPace;
  /** Prices of the sales the pace counts, highest first. */
  readonly prices: readonly Money[];
}

/** Sales read longer ago than this tell no pace of today. */
const READ_WITHIN_DAYS = 7;

/** Sales as they were read lately; null when they were not. */
export function readSales({ sales, salesReadAt }: VariantMarket, now: Instant): Instant | null {
  if (salesReadAt === null || sales.length === 0) return null;
  return ageOf(salesReadAt, now) > READ_WITHIN_DAYS * DAY_MS ? null : salesReadAt;
}

/** The pace of a size with the prices behind it; null when too few sales tell it. */
export function pricedPace(market: VariantMarket, now: Instant): PricedPace | null {
  const until = readSales(market, now);
  if (until === null) return null;
  const before = read.get(market.sales);
  if (before !== undefined && before.until === until) return before.pace;
  const pace = measure(market, until);
  read.set(market.sales, { until, pace });
  return pace;
}

/** Listings of one size share their sales. */
const read = new WeakMap<VariantMarket['sales'], { readonly until: Instant; readonly pace: PricedPace | null }>();

function measure({ sales }: VariantMarket, until: Instant): PricedPace | null {
  const seen = sales
    .filter(({ price }) => real(price) !== null)
    .map(({ at, price }) => ({ purchasedAt: at, price, seenAt: until }));
  const pace = salesPace(seen, until);
  if (pace === null) return null;
  const counted = seen.filter(({ purchasedAt }) => purchasedAt >= pace.from && purchasedAt <= pace.until);
  return { pace, prices: counted.map(({ price }) => price).toSorted((a, b) => b.minor - a.minor) };
}
