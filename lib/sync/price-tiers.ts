import { ageOf, HOUR_MS, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';

/** Why a product's prices are read: what is offered or watched must be fresh, all the more so
 * close to a target, what lies in stock may be older. */
export type PriceTier = 'near-target' | 'offered' | 'watched' | 'in-stock';

/** How old a tier's prices may get before they are read again. */
const PRICE_PERIOD_MS: Readonly<Record<PriceTier, number>> = {
  'near-target': 5 * MINUTE_MS,
  offered: 15 * MINUTE_MS,
  watched: 15 * MINUTE_MS,
  'in-stock': 6 * HOUR_MS,
};

export interface PricedProduct {
  readonly catalogId: string;
  readonly tier: PriceTier;
  /** When its prices were last asked for, answered or not; null: never. */
  readonly askedAt: Instant | null;
}

/**
 * Products whose prices are due, most overdue first (in periods, so that a shelf warmer does not starve behind a
 * bestseller); ones never asked for before all others.
 *
 * @example offered 30 min ago (2 periods) comes before in stock 6 h ago (1 period)
 */
export function duePrices(products: readonly PricedProduct[], now: Instant): readonly PricedProduct[] {
  const overdue = (product: PricedProduct): number => ageOf(product.askedAt, now) / PRICE_PERIOD_MS[product.tier];
  return products
    .filter((product) => overdue(product) >= 1)
    .toSorted((a, b) => compare(overdue(b), overdue(a)) || PRICE_PERIOD_MS[a.tier] - PRICE_PERIOD_MS[b.tier]);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
