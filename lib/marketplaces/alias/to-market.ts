import type { ListingFacts } from '@/lib/domain/listings/listing';
import type { MarketQuote, OfferBin, RecentSale, VariantKey } from '@/lib/domain/market/quote';
import type { Batch, BatchOperation, BatchQuota, OperationKind } from '../contract/batches';
import type { Picture } from '../contract/writes';
import * as enums from './enums';
import { listingSchema } from './schemas';
import type {
  WireAvailability,
  WireBatch,
  WireBatchOperation,
  WireOfferBin,
  WirePicture,
  WireRecentSale,
  WireVariant,
} from './schemas';
import { Misfit, toListing, toMetadata, toMoment, toMomentOrNull, toMoney, toPrice } from './to-domain';
import { toNumber, toTextOrNull, type Int64 } from './wire';

/** What a quote answer leaves to its request: the product, and the filters that its rows do not repeat. */
export interface QuoteContext {
  readonly catalogId: string;
  readonly consigned: boolean | null;
  readonly regionId: string | null;
}

export function toQuote(variant: VariantKey, wire: WireAvailability): MarketQuote {
  return {
    variant,
    lowestAsk: toMoney(wire.lowest_listing_price_cents),
    highestOffer: toMoney(wire.highest_offer_price_cents),
    lastSale: toMoney(wire.last_sold_listing_price_cents),
    globalIndicator: toMoney(wire.global_indicator_price_cents),
  };
}

export function toVariantQuote(wire: WireVariant, { catalogId, consigned, regionId }: QuoteContext): MarketQuote {
  const variant: VariantKey = {
    marketplace: 'alias',
    catalogId,
    usSize: wire.size,
    condition: enums.toCondition(wire.product_condition),
    packaging: enums.toPackaging(wire.packaging_condition),
    consigned: wire.consigned ?? consigned,
    regionId,
  };
  return toQuote(variant, wire.availability);
}

/** @throws Misfit */
export function toRecentSale(wire: WireRecentSale): RecentSale {
  return {
    catalogId: wire.catalog_id,
    usSize: wire.size,
    price: toPrice(wire.price_cents, 'price_cents'),
    consigned: wire.consigned ?? null,
    purchasedAt: toMoment(wire.purchased_at, 'purchased_at'),
  };
}

/** @throws Misfit */
export function toOfferBin(wire: WireOfferBin): OfferBin {
  return { price: toPrice(wire.offer_price_cents, 'offer_price_cents'), count: toNumber(wire.count) };
}

export function toPicture(wire: WirePicture): Picture {
  return {
    externalId: wire.id,
    externalListingId: wire.listing_id,
    type: wire.type,
    order: toCount(wire.order) ?? 0,
    url: wire.url ?? '',
  };
}

export function toBatch(wire: WireBatch): Batch {
  return {
    externalId: wire.id,
    status: enums.toBatchStatus(wire.status),
    kind: enums.toOperationKind(toTextOrNull(wire.type)),
    queued: toCount(wire.queued),
    processed: toCount(wire.processed),
    failed: toCount(wire.failed),
    createdAt: toMomentOrNull(wire.created_at),
    completedAt: toMomentOrNull(wire.completed_at),
  };
}

/** @throws Misfit */
export function toQuota(used: Int64, maximum: Int64): BatchQuota {
  return { used: toNumber(used), maximum: toNumber(maximum) };
}

/** @throws Misfit */
export function toBatchOperation(wire: WireBatchOperation): BatchOperation {
  const [kind, request, result] = partsOf(wire);
  return {
    kind,
    status: enums.toOperationStatus(wire.status),
    success: wire.success ?? false,
    errors: wire.errors ?? [],
    externalListingId: listingIdOf(result) ?? listingIdOf(request),
    listing: listingOf(result),
    metadata: toMetadata(request?.['metadata']),
    completedAt: toMomentOrNull(wire.completed_at),
  };
}

type Part = Readonly<Record<string, unknown>> | null;

/** The one request and result pair that is filled tells the kind; the type's name is undocumented. */
function partsOf(wire: WireBatchOperation): [OperationKind, Part, Part] {
  const pairs: readonly (readonly [OperationKind, Part, Part])[] = [
    ['create', wire.create_listing_request ?? null, wire.create_listing_result ?? null],
    ['update', wire.update_listing_request ?? null, wire.update_listing_result ?? null],
    ['activate', wire.activate_listing_request ?? null, wire.activate_listing_result ?? null],
    ['deactivate', wire.deactivate_listing_request ?? null, wire.deactivate_listing_result ?? null],
    ['delete', wire.delete_listing_request ?? null, wire.delete_listing_result ?? null],
  ];
  const filled = pairs.find(([, request, result]) => request !== null || result !== null);
  if (filled !== undefined) return [...filled];
  const kind = enums.toOperationKind(toTextOrNull(wire.type));
  if (kind === null) throw new Misfit('type', 'neither a kind nor a request');
  return [kind, null, null];
}

/** A result that holds no whole listing is read back by itself, so nothing is lost by not understanding it. */
function listingOf(part: Part): ListingFacts | null {
  const read = listingSchema.safeParse(part?.['listing'] ?? part);
  if (!read.success) return null;
  try {
    return toListing(read.data);
  } catch (error) {
    if (error instanceof Misfit) return null;
    throw error;
  }
}

function listingIdOf(part: Part): string | null {
  const listing = part?.['listing'];
  const id = typeof listing === 'object' && listing !== null && 'id' in listing ? listing.id : part?.['id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

/** A count, where zero is a count and missing is not. */
function toCount(value: Int64 | null | undefined): number | null {
  return value === undefined || value === null || value === '' ? null : toNumber(value);
}
