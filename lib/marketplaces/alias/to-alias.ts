import { MarketError } from '@/lib/domain/errors/market-error';
import type { Condition, Packaging } from '@/lib/domain/listings/listing';
import type { VariantKey } from '@/lib/domain/market/quote';
import type { Money } from '@/lib/domain/money/money';
import type { Size } from '@/lib/domain/sizes/size';
import type { ListingFilter, OrderPageRequest } from '../contract/marketplace';
import type { ListingChange, ListingDraft } from '../contract/writes';
import * as enums from './enums';

/** One value or several of the same name; null and undefined are left out, never sent empty. */
type QueryValue = string | number | boolean | null | undefined | readonly string[];

/** Query string with repeated names for lists. An empty text is left out: alias refuses an empty `region_id`. */
export function toQuery(values: Readonly<Record<string, QueryValue>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === '') continue;
    const texts = typeof value === 'object' ? value : [String(value)];
    for (const text of texts) query.append(name, text);
  }
  return query;
}

/** An id as one segment of a path. @throws MarketError for one that would leave its place in the address */
export function segment(id: string): string {
  if (id === '' || id === '.' || id === '..') throw refused('An id is missing. Nothing was sent.');
  return encodeURIComponent(id);
}

/** Refusal before anything is sent. */
export function refused(message: string): MarketError {
  return new MarketError('bad-request', { message });
}

function named(name: string | null, what: string): string {
  if (name === null) throw refused(`alias has no name for this ${what}. Nothing was sent.`);
  return name;
}

export const conditionName = (word: Condition): string => named(enums.fromCondition(word), 'condition');
export const productConditionName = (word: Condition): string => named(enums.fromProductCondition(word), 'condition');
export const packagingName = (word: Packaging): string => named(enums.fromPackaging(word), 'packaging');

/**
 * Price in cents as alias takes it: US dollars, whole ones, above zero.
 *
 * @throws MarketError `bad-request` before anything is sent
 * @example $142.00 is 14200; $142.50 is refused
 */
export function priceCents(price: Money): number {
  if (price.currency !== 'USD') throw refused('alias takes prices in US dollars only. Nothing was sent.');
  if (!Number.isSafeInteger(price.minor) || price.minor <= 0) {
    throw refused('A price must be above zero. Nothing was sent.');
  }
  if (price.minor % 100 !== 0) throw refused('alias takes whole dollars only. Nothing was sent.');
  return price.minor;
}

/** @throws MarketError `bad-request` before anything is sent */
export function sizeValue(size: Size): number {
  if (!Number.isFinite(size.value) || size.value <= 0) throw refused('A size is missing. Nothing was sent.');
  return size.value;
}

export const sizeUnit = (size: Size): string => `SIZE_UNIT_${size.system}`;

/** Metadata travels in the query string as JSON text; null when there is none. */
export function metadataText(metadata: Readonly<Record<string, string>> | undefined): string | null {
  return metadata === undefined || Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata);
}

export function draftQuery(draft: ListingDraft): URLSearchParams {
  return toQuery({
    catalog_id: segmentless(draft.catalogId),
    price_cents: priceCents(draft.price),
    condition: conditionName(draft.condition),
    packaging_condition: packagingName(draft.packaging),
    size: sizeValue(draft.size),
    size_unit: sizeUnit(draft.size),
    activate: draft.activate,
    metadata: metadataText(draft.metadata),
    defects: draft.defects ?? [],
    additional_defects: draft.additionalDefects,
  });
}

/** @throws MarketError when nothing would change */
export function changeQuery(change: ListingChange): URLSearchParams {
  const query = toQuery({
    catalog_id: change.catalogId,
    price_cents: change.price === undefined ? null : priceCents(change.price),
    size: change.size === undefined ? null : sizeValue(change.size),
    size_unit: change.size === undefined ? null : sizeUnit(change.size),
  });
  if (query.size === 0) throw refused('There is nothing to change. Nothing was sent.');
  return query;
}

function segmentless(catalogId: string): string {
  if (catalogId === '') throw refused('A product is missing. Nothing was sent.');
  return catalogId;
}

const SORT_NAMES = { size: 'SIZE', price: 'PRICE', updated: 'UPDATED_AT', created: 'CREATED_AT' } as const;

/** Listing filters use short lower-case words (`status:active`), unlike orders. */
export function listingFilterQuery(filter: ListingFilter): Record<string, QueryValue> {
  const { status, searchTerm, metadata, consigned, price, sizeValue: size, sort } = filter;
  const facets = [
    ...(status === undefined ? [] : [`status:${status}`]),
    ...(consigned === undefined ? [] : [`consigned:${consigned}`]),
    ...(metadata === undefined ? [] : [`metadata:${metadata.key}=${metadata.value}`]),
  ];
  return {
    search_term: searchTerm,
    facet_filters: facets,
    numeric_filters: [
      ...(price?.atLeast === undefined ? [] : [`price_cents>=${boundCents(price.atLeast)}`]),
      ...(price?.below === undefined ? [] : [`price_cents<${boundCents(price.below)}`]),
      ...(size === undefined ? [] : [`size=${size}`]),
    ],
    'order.sort_by': sort && `SEARCH_LISTING_REQUEST_ORDER_SORT_BY_${SORT_NAMES[sort.by]}`,
    'order.order_by': sort && `SEARCH_LISTING_REQUEST_ORDER_ORDER_BY_${sort.order === 'ascending' ? 'ASC' : 'DESC'}`,
  };
}

/** A bound need be no price alias would take: any number of cents will do. */
function boundCents(bound: Money): number {
  if (bound.currency !== 'USD') throw refused('alias keeps prices in US dollars only. Nothing was sent.');
  return bound.minor;
}

/** Order filters use full enum names, unlike listings, and are of one kind per request. */
export function orderFilterQuery({ searchTerm, only }: OrderPageRequest): Record<string, QueryValue> {
  return { query: searchTerm, facet_filters: only === undefined ? [] : orderFacets(only) };
}

function orderFacets(only: NonNullable<OrderPageRequest['only']>): readonly string[] {
  return 'status' in only
    ? only.status.map((word) => `status:${named(enums.fromOrderStatus(word), 'status')}`)
    : only.fulfillment.map((word) => `fulfillment_status:${named(enums.fromFulfillment(word), 'status')}`);
}

/** Price queries name the condition with the prefix `PRODUCT_`. */
export function variantQuery(variant: VariantKey): Record<string, QueryValue> {
  return {
    catalog_id: segmentless(variant.catalogId),
    size: variant.usSize,
    product_condition: productConditionName(variant.condition),
    packaging_condition: packagingName(variant.packaging),
    region_id: variant.regionId,
  };
}

/** alias caps page sizes itself; asking for more only hides how many will come. */
export function pageSize(wanted: number, most: number): number {
  return Math.min(Math.max(1, Math.trunc(wanted)), most);
}
