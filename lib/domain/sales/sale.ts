import type { MarketplaceId } from '../listings/listing';
import type { Money } from '../money/money';
import type { FxRate } from '../money/fx';
import type { Instant } from '../time/instant';

/** `pending` until the marketplace finished the order; `reversed` when it was cancelled or returned. */
export type SaleStatus = 'pending' | 'completed' | 'reversed';

/** Where a pair was sold. Only sales on a marketplace we talk to come by themselves; the others are told by the seller. */
export type SalePlatform = MarketplaceId | 'stockx' | 'ebay' | 'depop' | 'vinted' | 'shopify' | 'in-person' | 'other';

/** One pair sold once. Figures of the cost stay on the pair; the two are joined for profit. */
export interface Sale {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly marketplace: SalePlatform;
  /** The marketplace's order id, or one of ours for a sale told by the seller; unique, so that an order read twice is one sale. */
  readonly externalOrderId: string;
  readonly orderNumber: string;
  readonly pairId: string;
  readonly catalogId: string;
  readonly name: string;
  readonly brand: string;
  readonly rawSku: string;
  readonly sizeValue: number;
  readonly soldAt: Instant;
  readonly price: Money;
  /**
   * True payout before cash-out as the order states it; null while only an estimate exists. Of a sale told by the seller:
   * what arrived, after everything.
   */
  readonly payout: Money | null;
  readonly status: SaleStatus;
  /** Rate into the seller's display currency on the day of the sale, with its source; null when none was known. */
  readonly fx: FxRate | null;
}
