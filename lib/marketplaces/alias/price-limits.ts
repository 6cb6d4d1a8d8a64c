import type { Money } from '@/lib/domain/money/money';
import { priceCents, refused } from './to-alias';

/** The product a price is for: by its own id, or by a listing of it. */
export type PriceTarget = { readonly catalogId: string } | { readonly externalListingId: string };

/**
 * Looks up the catalogue's limits for a product's listing price; null when the product is not known here. alias
 * refuses prices outside of them, so asking first saves a request and gives a clearer message.
 */
export type PriceLimits = (
  target: PriceTarget,
) => Promise<{ readonly minimum: Money | null; readonly maximum: Money | null } | null>;

/**
 * Whole dollars and within the catalogue's limits.
 *
 * @throws MarketError `bad-request` before anything is sent
 * @example limits $25 to $2,000: $20.00 and $2,001.00 are refused
 */
export async function assertWithinLimits(limits: PriceLimits, target: PriceTarget, price: Money): Promise<void> {
  const cents = priceCents(price);
  const range = await limits(target);
  if (range?.minimum != null && cents < range.minimum.minor) {
    throw refused('The price is below the least alias allows for this product. Nothing was sent.');
  }
  if (range?.maximum != null && cents > range.maximum.minor) {
    throw refused('The price is above the most alias allows for this product. Nothing was sent.');
  }
}
