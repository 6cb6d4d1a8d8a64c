import { parseStyleCode, type StyleCode } from '@/lib/domain/catalog/style-code';
import type { ProductFacts } from '@/lib/domain/catalog/product';
import type { ListingFacts } from '@/lib/domain/listings/listing';
import { money, type Money } from '@/lib/domain/money/money';
import type { OrderFacts, ShippingLabel } from '@/lib/domain/orders/order';
import type { SizeRun, SizeSystem } from '@/lib/domain/sizes/size';
import { calendarDate, parseInstant, type Instant } from '@/lib/domain/time/instant';
import * as enums from './enums';
import type { WireCatalogItem, WireListing, WireOrder } from './schemas';
import { toNumberOrNone, toTextOrNull, type Int64 } from './wire';

/** A record whose fields are well-formed but do not make sense together; `path` says which. */
export class Misfit extends Error {
  override readonly name = 'Misfit';
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

const RUNS: ReadonlyMap<string, SizeRun> = new Map([
  ['men', 'men'],
  ['women', 'women'],
  ['youth', 'youth'],
  ['unisex', 'unisex'],
]);

/** alias shows prices in US dollars for every region. */
export function toMoney(cents: Int64 | null | undefined): Money | null {
  const number = toNumberOrNone(cents);
  return number === null || number < 0 ? null : money(number, 'USD');
}

/** A price that must be one: "0" means none, and a negative price is nonsense. @throws Misfit */
export function toPrice(cents: Int64, path: string): Money {
  const price = toMoney(cents);
  if (price === null) throw new Misfit(path, 'no price');
  return price;
}

/** @throws Misfit */
function toSystem(raw: string): SizeSystem {
  const system = enums.toSizeSystem(raw);
  if (system === null) throw new Misfit('size_unit', 'not a size scale we know');
  return system;
}

/** @throws Misfit */
export function toMoment(text: string, path: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Misfit(path, 'not a date and time');
  return at;
}

export function toMomentOrNull(text: string | null | undefined): Instant | null {
  return text === null || text === undefined ? null : parseInstant(text);
}

/** @throws Misfit */
export function toListing(wire: WireListing): ListingFacts {
  const listedAt = toMoment(wire.created_at, 'created_at');
  const rawSku = wire.sku ?? '';
  return {
    marketplace: 'alias',
    externalId: wire.id,
    catalogId: wire.catalog_id,
    styleCode: styleCodeOf(rawSku),
    rawSku,
    size: { value: wire.size, system: toSystem(wire.size_unit) },
    condition: enums.toCondition(wire.condition),
    packaging: enums.toPackaging(wire.packaging_condition),
    status: enums.toListingStatus(wire.status),
    price: toPrice(wire.price_cents, 'price_cents'),
    consigned: wire.consigned ?? false,
    defects: wire.defects ?? [],
    metadata: toMetadata(wire.metadata),
    listedAt,
    activatedAt: toMomentOrNull(wire.activated_at),
    changedAt: toMomentOrNull(wire.updated_at) ?? listedAt,
  };
}

/** @throws Misfit */
export function toOrder(wire: WireOrder): OrderFacts {
  const soldAt = toMoment(wire.sold_at, 'sold_at');
  const rawSku = wire.catalog_sku ?? '';
  const payout = toNumberOrNone(wire.price_cents_after_take);
  return {
    marketplace: 'alias',
    externalId: wire.id,
    orderNumber: String(wire.purchase_order_number ?? ''),
    externalListingId: toTextOrNull(wire.listing_id),
    catalogId: wire.catalog_id,
    name: wire.catalog_name ?? '',
    brand: wire.catalog_brand ?? '',
    styleCode: styleCodeOf(rawSku),
    rawSku,
    sizeValue: wire.size,
    status: enums.toOrderStatus(wire.status),
    fulfillment: enums.toFulfillment(toTextOrNull(wire.fulfillment_status)),
    price: toPrice(wire.price_cents, 'price_cents'),
    // Fees can exceed a very small price, so a payout may be negative; only zero is "not known yet".
    payout: payout === null ? null : money(payout, 'USD'),
    salesChannel: wire.sales_channel ?? '',
    label: toLabel(wire),
    soldAt,
    labelGeneratedAt: toMomentOrNull(wire.label_generated_at),
    inTransitAt: toMomentOrNull(wire.in_transit_at),
    changedAt: toMomentOrNull(wire.updated_at) ?? soldAt,
    cancelsAt: toMomentOrNull(wire.cancels_at),
    customs: toCustoms(wire),
  };
}

function toCustoms({ customs_declaration: told }: WireOrder): OrderFacts['customs'] {
  if (told === undefined || told === null) return null;
  const declared = toNumberOrNone(told.declared_customs_value_cents);
  return {
    invoiceUrl: paperUrl(told.commercial_invoice_url),
    declaredValue: declared === null ? null : money(declared, 'USD'),
  };
}

function toLabel(wire: WireOrder): ShippingLabel | null {
  const type = enums.toLabelType(toTextOrNull(wire.label_type));
  const url = paperUrl(wire.label_url);
  const trackingNumber = toTextOrNull(wire.label_tracking_number);
  const courier = toTextOrNull(wire.label_courier);
  const none = type === null && url === null && trackingNumber === null && courier === null;
  return none ? null : { type, url, trackingNumber, courier };
}

/** @throws Misfit */
export function toProduct(wire: WireCatalogItem): ProductFacts {
  const rawSku = wire.sku ?? '';
  return {
    catalogId: wire.catalog_id,
    styleCode: styleCodeOf(rawSku),
    rawSku,
    name: wire.name,
    brand: wire.brand ?? '',
    colorway: wire.colorway ?? '',
    nickname: wire.nickname ?? '',
    sizeRun: RUNS.get(wire.gender ?? '') ?? null,
    sizeSystem: toSystem(wire.size_unit),
    allowedSizes: wire.allowed_sizes.map((size) => ({
      displayName: size.display_name,
      value: size.value,
      usValue: size.us_size_equivalent,
    })),
    releaseDate: calendarDate(wire.release_date ?? ''),
    retailPrice: toMoney(wire.retail_price_cents),
    minimumListingPrice: toMoney(wire.minimum_listing_price_cents),
    maximumListingPrice: toMoney(wire.maximum_listing_price_cents),
    requiresPictures: wire.requires_listing_pictures ?? false,
    resellable: wire.resellable ?? false,
    pictureUrl: pictureUrl(wire.main_picture_url),
  };
}

/** Only the marketplace's own picture host: an address from an answer is shown to a person, so it is not trusted. */
function pictureUrl(text: string | null | undefined): string | null {
  const url = secureUrl(text);
  return url !== null && new URL(url).hostname === 'image.goat.com' ? url : null;
}

/** Where a label or an invoice is; markets on this machine and the demo name places of their own. */
function paperUrl(text: string | null | undefined): string | null {
  const isLocal = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?\//.test(text ?? '');
  const isInline = /^data:application\/pdf;base64,[A-Za-z0-9+/]+=*$/.test(text ?? '');
  return (isLocal || isInline) && text != null && text.length < LONGEST_PAPER_URL ? text : secureUrl(text);
}

const LONGEST_PAPER_URL = 100_000;

/** An https address without user name or odd port, or null. */
function secureUrl(text: string | null | undefined): string | null {
  const url = parseUrl(text ?? '');
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.port !== '') return null;
  return url.href;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The seller's own keys as texts. A key called `__proto__` is dropped: merged into an object it would change it. */
export function toMetadata(raw: unknown): Readonly<Record<string, string>> {
  const clean: Record<string, string> = {};
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return clean;
  for (const [key, value] of Object.entries(raw)) {
    if (key === '__proto__' || value === null || value === undefined) continue;
    clean[key] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return clean;
}

const REMEMBERED_CODES = 2000;
const codes = new Map<string, StyleCode | null>();

/** A shop has a few hundred models and thousands of rows of them, so codes already read are remembered. */
function styleCodeOf(rawSku: string): StyleCode | null {
  const known = codes.get(rawSku);
  if (known !== undefined) return known;
  const code = parseStyleCode(rawSku);
  if (codes.size >= REMEMBERED_CODES) codes.clear();
  codes.set(rawSku, code);
  return code;
}
