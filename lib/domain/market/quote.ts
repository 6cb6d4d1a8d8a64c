import type { Condition, MarketplaceId, Packaging } from '../listings/listing';
import type { Money } from '../money/money';
import type { Instant } from '../time/instant';

/**
 * What a price belongs to. A price without its condition and box is not a price: a used pair's ask must never
 * overwrite a new one's.
 */
export interface VariantKey {
  readonly marketplace: MarketplaceId;
  readonly catalogId: string;
  /** US size, as every price query of alias wants it. */
  readonly usSize: number;
  readonly condition: Condition;
  readonly packaging: Packaging;
  /** null: consigned and not consigned pooled. */
  readonly consigned: boolean | null;
  /** null: global. */
  readonly regionId: string | null;
}

/** The four figures alias gives per variant; null where it says "0", which means none. */
export interface MarketQuote {
  readonly variant: VariantKey;
  readonly lowestAsk: Money | null;
  readonly highestOffer: Money | null;
  readonly lastSale: Money | null;
  readonly globalIndicator: Money | null;
}

/** The latest quote of a variant as it is kept. `changedAt` is when a figure last changed. */
export interface MarketPrice extends MarketQuote {
  /** `variantId(variant)`: a price row has a natural key, so that it can be replaced without a look-up. */
  readonly id: string;
  readonly catalogId: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** A sale of somebody's pair, as alias shows it: no id, no condition, no region. */
export interface RecentSale {
  readonly catalogId: string;
  readonly usSize: number;
  readonly price: Money;
  readonly consigned: boolean | null;
  readonly purchasedAt: Instant;
}

export interface OfferBin {
  readonly price: Money;
  readonly count: number;
}

/** `alias|catalog-id|10|new|good|any|global` */
export function variantId(key: VariantKey): string {
  const consigned = key.consigned === null ? 'any' : key.consigned ? 'consigned' : 'with-you';
  return [
    key.marketplace,
    key.catalogId,
    key.usSize,
    key.condition,
    key.packaging,
    consigned,
    key.regionId ?? 'global',
  ].join('|');
}
