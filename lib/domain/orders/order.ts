import type { StyleCode } from '../catalog/style-code';
import type { OpenEnum } from '../enums/open-enum';
import type { MarketplaceId } from '../listings/listing';
import type { Money } from '../money/money';
import type { Instant } from '../time/instant';

/**
 * alias names five order statuses. The one an order is born with is documented nowhere, so whatever
 * it is arrives as `unknown:…` and counts as unfinished.
 */
export type OrderStatus = OpenEnum<'confirmed' | 'label-generated' | 'in-transit' | 'completed' | 'cancelled'>;
export type FulfillmentStatus = OpenEnum<'seller-shipped' | 'in-transit' | 'delivered'>;

export interface ShippingLabel {
  readonly type: OpenEnum<'shipping' | 'drop-off'> | null;
  readonly url: string | null;
  readonly trackingNumber: string | null;
  readonly courier: string | null;
}

/** What a marketplace says of one order for one of the seller's pairs. It never names the buyer. */
export interface OrderFacts {
  readonly marketplace: MarketplaceId;
  readonly externalId: string;
  /** What the seller and support call it (`purchase_order_number`). */
  readonly orderNumber: string;
  readonly externalListingId: string | null;
  readonly catalogId: string;
  readonly name: string;
  readonly brand: string;
  readonly styleCode: StyleCode | null;
  readonly rawSku: string;
  /** Catalogue size; alias sends no unit with orders, so it is read in the product's own system. */
  readonly sizeValue: number;
  readonly status: OrderStatus;
  readonly fulfillment: FulfillmentStatus | null;
  readonly price: Money;
  /** What alias pays before cash-out (`price_cents_after_take`); null until it is known. */
  readonly payout: Money | null;
  readonly salesChannel: string;
  readonly label: ShippingLabel | null;
  readonly soldAt: Instant;
  readonly labelGeneratedAt: Instant | null;
  readonly inTransitAt: Instant | null;
  readonly changedAt: Instant;
  /** The moment alias cancels the order unless the seller acts. */
  readonly cancelsAt: Instant | null;
  /** Papers for a parcel that crosses a border; null: none are needed, or not made yet. */
  readonly customs: { readonly invoiceUrl: string | null; readonly declaredValue: Money | null } | null;
}

/** An order as it is kept. */
export interface Order extends OrderFacts {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
