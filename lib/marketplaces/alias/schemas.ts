import * as z from 'zod/mini';
import { filled, int64, moment, optionalFlag, optionalInt64, optionalText, sizeNumber } from './wire';

/**
 * Shapes of alias's records, as narrow as we depend on them and no narrower: unknown fields are dropped, unknown enum
 * values are texts, nothing is coerced or transformed. Flat on purpose: a first sync checks 15,000 of these.
 *
 * Source: Open API v1.3.4 and the recorded answers; see the contract for what each field means.
 */

export const listingSchema = z.object({
  id: filled,
  catalog_id: filled,
  condition: z.string(),
  packaging_condition: z.string(),
  size: sizeNumber,
  size_unit: z.string(),
  sku: optionalText,
  consigned: optionalFlag,
  created_at: moment,
  updated_at: optionalText,
  activated_at: optionalText,
  status: z.string(),
  price_cents: int64,
  metadata: z.optional(z.unknown()),
  defects: z.nullish(z.array(z.string())),
  additional_defects: optionalText,
});
export type WireListing = z.infer<typeof listingSchema>;

export const orderSchema = z.object({
  id: filled,
  status: z.string(),
  fulfillment_status: optionalText,
  catalog_id: filled,
  catalog_name: optionalText,
  catalog_brand: optionalText,
  catalog_sku: optionalText,
  size: sizeNumber,
  price_cents: int64,
  price_cents_after_take: optionalInt64,
  sales_channel: optionalText,
  purchase_order_number: z.optional(z.custom<string | number | null | undefined>(isNumberOrText, 'not a text')),
  listing_id: optionalText,
  label_type: optionalText,
  label_url: optionalText,
  label_tracking_number: optionalText,
  label_courier: optionalText,
  sold_at: moment,
  label_generated_at: optionalText,
  in_transit_at: optionalText,
  updated_at: optionalText,
  cancels_at: optionalText,
  customs_declaration: z.nullish(
    z.object({ commercial_invoice_url: optionalText, declared_customs_value_cents: optionalInt64 }),
  ),
});
export type WireOrder = z.infer<typeof orderSchema>;

export const catalogItemSchema = z.object({
  catalog_id: filled,
  sku: optionalText,
  name: z.string(),
  brand: optionalText,
  colorway: optionalText,
  nickname: optionalText,
  gender: optionalText,
  release_date: optionalText,
  size_unit: z.string(),
  allowed_sizes: z.array(z.object({ display_name: z.string(), value: sizeNumber, us_size_equivalent: sizeNumber })),
  minimum_listing_price_cents: optionalInt64,
  maximum_listing_price_cents: optionalInt64,
  retail_price_cents: optionalInt64,
  requires_listing_pictures: optionalFlag,
  resellable: optionalFlag,
  main_picture_url: optionalText,
});
export type WireCatalogItem = z.infer<typeof catalogItemSchema>;

export const availabilitySchema = z.object({
  lowest_listing_price_cents: optionalInt64,
  highest_offer_price_cents: optionalInt64,
  last_sold_listing_price_cents: optionalInt64,
  global_indicator_price_cents: optionalInt64,
});
export type WireAvailability = z.infer<typeof availabilitySchema>;

export const variantSchema = z.object({
  size: sizeNumber,
  product_condition: z.string(),
  packaging_condition: z.string(),
  consigned: optionalFlag,
  availability: availabilitySchema,
});
export type WireVariant = z.infer<typeof variantSchema>;

export const recentSaleSchema = z.object({
  purchased_at: moment,
  price_cents: int64,
  size: sizeNumber,
  consigned: optionalFlag,
  catalog_id: filled,
});
export type WireRecentSale = z.infer<typeof recentSaleSchema>;

export const offerBinSchema = z.object({ offer_price_cents: int64, count: int64 });
export type WireOfferBin = z.infer<typeof offerBinSchema>;

export const pictureSchema = z.object({
  id: filled,
  listing_id: filled,
  type: z.string(),
  order: optionalInt64,
  url: optionalText,
});
export type WirePicture = z.infer<typeof pictureSchema>;

export const batchSchema = z.object({
  id: filled,
  status: z.string(),
  type: optionalText,
  queued: optionalInt64,
  processed: optionalInt64,
  failed: optionalInt64,
  created_at: optionalText,
  completed_at: optionalText,
});
export type WireBatch = z.infer<typeof batchSchema>;

/** What a batch call answers; everything else of the batch is asked for by its id. */
export const batchStartedSchema = z.object({ batch_id: filled, status: z.string() });

const operationPart = z.nullish(z.record(z.string(), z.unknown()));

export const batchOperationSchema = z.object({
  type: optionalText,
  status: z.string(),
  success: optionalFlag,
  errors: z.nullish(z.array(z.string())),
  completed_at: optionalText,
  create_listing_request: operationPart,
  create_listing_result: operationPart,
  update_listing_request: operationPart,
  update_listing_result: operationPart,
  activate_listing_request: operationPart,
  activate_listing_result: operationPart,
  deactivate_listing_request: operationPart,
  deactivate_listing_result: operationPart,
  delete_listing_request: operationPart,
  delete_listing_result: operationPart,
});
export type WireBatchOperation = z.infer<typeof batchOperationSchema>;

export const batchQuotaSchema = z.object({ used_operation_quota: int64, max_operation_quota: int64 });

function isNumberOrText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string' || typeof value === 'number';
}
