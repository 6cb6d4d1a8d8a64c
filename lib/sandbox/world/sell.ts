import { payoutCents } from '../seller/fees';
import { unit, hashText } from '../random/random';
import { DAY_MS } from '../market/time';
import { highestOffer, takeOffer } from './offers';
import { noteOwnSale } from './sales-seen';
import { isoOf, listingStatus, orderStatus, type WireListing, type WireOrder } from './wire';
import { gradeOf, touchListing, variantOf, type World } from './world';

/** Time the seller has to confirm, and then to ship. */
export const CONFIRM_MS = 2 * DAY_MS;
export const SHIP_MS = 3 * DAY_MS;

/** A buyer takes a listing: it leaves the shop and an order awaits confirmation. */
export function sell(world: World, listing: WireListing, priceCents: number, atMs: number): WireOrder {
  const item = world.catalogue.get(listing.catalog_id);
  const order: WireOrder = {
    id: world.newId(atMs),
    status: orderStatus.unconfirmed,
    catalog_id: listing.catalog_id,
    catalog_name: item?.wire.name ?? '',
    catalog_brand: item?.wire.brand ?? '',
    catalog_sku: listing.sku,
    size: listing.size,
    price_cents: String(priceCents),
    price_cents_after_take: String(payoutCents(priceCents)),
    sales_channel: salesChannel(listing.id),
    purchase_order_number: purchaseOrderNumber(listing.id),
    listing_id: listing.id,
    sold_at: isoOf(atMs),
    updated_at: isoOf(atMs),
    cancels_at: isoOf(atMs + CONFIRM_MS),
  };
  const variant = variantOf(world, listing);
  if (variant !== undefined) noteOwnSale(world, variant, listing, priceCents, atMs);
  changeListingStatus(world, listing, listingStatus.sold, atMs);
  world.orders.add(order);
  world.openOrders.add(order);
  world.journal.effect('order/created', order.id, { to: listing.id });
  return order;
}

export function salesChannel(listingId: string): string {
  const draw = unit(hashText(listingId), 0x5c);
  return draw < 0.7 ? 'GOAT' : draw < 0.92 ? 'Alias' : 'Flight Club';
}

export function purchaseOrderNumber(listingId: string): string {
  return String(300_000_000 + Math.floor(unit(hashText(listingId), 0x90) * 600_000_000));
}

export function changeListingStatus(world: World, listing: WireListing, status: string, atMs: number): void {
  if (listing.status === status) return;
  world.journal.effect('listing/status', listing.id, { from: listing.status, to: status });
  listing.status = status;
  listing.updated_at = isoOf(atMs);
  touchListing(world, listing);
}

/**
 * alias settles a live listing priced at or below the highest offer at once, at what the buyer offered. Answers the
 * order, or null when nobody offers that much.
 */
export function settleAtOffer(world: World, listing: WireListing, atMs: number): WireOrder | null {
  if (listing.status !== listingStatus.active) return null;
  const variant = variantOf(world, listing);
  if (variant === undefined) return null;
  const grade = gradeOf(listing.condition, listing.packaging_condition);
  const offer = highestOffer(world, variant, grade, atMs);
  if (offer === 0 || Number(listing.price_cents) > offer) return null;
  takeOffer(world, variant, grade, offer, atMs);
  return sell(world, listing, offer, atMs);
}
