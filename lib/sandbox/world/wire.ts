/** A listing as alias sends it: money as int64 string, instants RFC 3339 in UTC. */
export interface WireListing {
  readonly id: string;
  catalog_id: string;
  readonly condition: string;
  readonly packaging_condition: string;
  size: number;
  size_unit: string;
  sku: string;
  readonly consigned: boolean;
  readonly created_at: string;
  updated_at: string;
  activated_at: string;
  status: string;
  price_cents: string;
  metadata: Record<string, string>;
  readonly defects: readonly string[];
  readonly additional_defects: string;
}

/** An order as alias sends it; what is optional is left out rather than null. */
export interface WireOrder {
  readonly id: string;
  status: string;
  fulfillment_status?: string;
  readonly catalog_id: string;
  readonly catalog_name: string;
  readonly catalog_brand: string;
  readonly catalog_sku: string;
  readonly size: number;
  readonly price_cents: string;
  readonly price_cents_after_take: string;
  readonly sales_channel: string;
  readonly purchase_order_number: string;
  readonly listing_id: string;
  label_type?: string;
  label_url?: string;
  label_tracking_number?: string;
  label_courier?: string;
  readonly sold_at: string;
  label_generated_at?: string;
  in_transit_at?: string;
  updated_at: string;
  cancels_at?: string;
  customs_declaration?: { readonly commercial_invoice_url: string; readonly declared_customs_value_cents: string };
}

export const listingStatus = {
  active: 'LISTING_STATUS_ACTIVE',
  inactive: 'LISTING_STATUS_INACTIVE',
  pending: 'LISTING_STATUS_PENDING',
  deleted: 'LISTING_STATUS_DELETED',
  sold: 'LISTING_STATUS_SOLD',
} as const;

export const orderStatus = {
  /** Documented nowhere; the older seller API called it so. */
  unconfirmed: 'ORDER_STATUS_NEEDS_CONFIRMATION',
  confirmed: 'ORDER_STATUS_CONFIRMED',
  labelled: 'ORDER_STATUS_LABEL_GENERATED',
  inTransit: 'ORDER_STATUS_IN_TRANSIT',
  completed: 'ORDER_STATUS_COMPLETED',
  cancelled: 'ORDER_STATUS_CANCELED',
} as const;

export const fulfillmentStatus = {
  shipped: 'FULFILLMENT_STATUS_SELLER_SHIPPED',
  inTransit: 'FULFILLMENT_STATUS_IN_TRANSIT',
  delivered: 'FULFILLMENT_STATUS_DELIVERED',
} as const;

export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
