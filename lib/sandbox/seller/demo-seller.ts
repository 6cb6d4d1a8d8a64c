import { DAY_MS, HOUR_MS } from '../market/time';
import { mix, randomFrom, type Random } from '../random/random';
import { isoOf, listingStatus, orderStatus, type WireListing } from '../world/wire';
import { listingKey, type World } from '../world/world';
import { grades } from '../market/calibration';
import { catalogueSize, createVariantDraw } from './draw-variant';
import { payoutCents } from './fees';
import { drawPurchase, type LedgerRow } from './ledger';
import { drawPastOrders, type PastOrder } from './past-orders';
import { drawStock, type OwnPair } from './stock';

/** Share of pairs the seller wrote nothing down for, and of lines without a listing id. */
const UNKNOWN_COST = 0.06;
const NO_LISTING_ID = 0.12;
const UNLISTED_LINES = 9;

/** Fills the world with the demo seller's stock and past orders; answers what the seller paid for them. */
export function moveInSeller(
  world: World,
  counts: { readonly listings: number; readonly orders: number },
): LedgerRow[] {
  const random = randomFrom(mix(world.seed, 0x5e11e2));
  const past = drawPastOrders(world, random, counts.orders);
  const sold = past.filter((one) => stillKnown(one, random)).map((one) => soldListing(one));
  // Pairs of cancelled orders lie on the shelf again and count as listings.
  const back = sold.filter((listing) => listing.status === listingStatus.inactive).length;
  const stock = drawStock(world, random, Math.max(0, counts.listings - back));
  const listings = [...stock.map((pair) => pair.listing), ...sold];
  for (const listing of listings.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1))) {
    world.listings.add(listing);
    world.ownBook.update(listing, listingKey(world, listing));
    world.listings.json(listing);
  }
  for (const { order } of past) {
    world.orders.add(order);
    world.orders.json(order);
    if (order.status !== orderStatus.completed && order.status !== orderStatus.cancelled) world.openOrders.add(order);
  }
  for (const { listing } of stock) if (listing.status === listingStatus.active) givePictures(world, listing);
  return [
    ...stockPurchases(world, random, stock),
    ...past.flatMap((one) => orderPurchase(random, one)),
    ...unlisted(world, random),
  ];
}

/** The listing of an unfinished order still exists; of the finished ones most are gone. */
function stillKnown({ order }: PastOrder, random: Random): boolean {
  if (order.status === orderStatus.completed) return random() < 0.1;
  return order.status === orderStatus.cancelled ? random() < 0.3 : true;
}

function soldListing({ order, variant, listedAtMs, grade }: PastOrder): WireListing {
  return {
    id: order.listing_id,
    catalog_id: order.catalog_id,
    condition: (grades[grade]?.product ?? '').replace('PRODUCT_', ''),
    packaging_condition: grades[grade]?.packaging ?? '',
    size: order.size,
    size_unit: variant.item.wire.size_unit,
    sku: order.catalog_sku,
    consigned: false,
    created_at: isoOf(listedAtMs),
    updated_at: order.sold_at,
    activated_at: isoOf(listedAtMs + HOUR_MS),
    status: order.status === orderStatus.cancelled ? listingStatus.inactive : listingStatus.sold,
    price_cents: order.price_cents,
    metadata: {},
    defects: [],
    additional_defects: '',
  };
}

function givePictures(world: World, listing: WireListing): void {
  const item = world.catalogue.get(listing.catalog_id);
  if (item?.wire.requires_listing_pictures !== true) return;
  for (const { type } of item.wire.requested_pictures) {
    const id = world.newId(Date.parse(listing.created_at));
    world.pictures.set(id, { id, listing_id: listing.id, type, order: 1, url: item.wire.main_picture_url });
  }
}

function dateOf(ms: number): string {
  return isoOf(ms).slice(0, 10);
}

/** A day up to three weeks before the pair was listed. */
function boughtBefore(random: Random, listedMs: number): string {
  return dateOf(listedMs - random() * 21 * DAY_MS);
}

function stockPurchases(world: World, random: Random, stock: readonly OwnPair[]): LedgerRow[] {
  const lots = new Map<number, OwnPair[]>();
  for (const pair of stock) lots.set(pair.lot, [...(lots.get(pair.lot) ?? []), pair]);
  return [...lots.values()].flatMap((pairs) => lotPurchases(world, random, pairs));
}

function lotPurchases(world: World, random: Random, pairs: readonly OwnPair[]): LedgerRow[] {
  const first = pairs[0];
  if (first === undefined || random() < UNKNOWN_COST) return [];
  const { item } = first.variant;
  const payout = payoutCents(Math.round(first.variant.fairAt(world.clock.now()) * 100));
  const purchase = drawPurchase(random, item, payout);
  const earliest = Math.min(...pairs.map((pair) => Date.parse(pair.listing.created_at)));
  const row = { item, size: first.listing.size, boughtOn: boughtBefore(random, earliest), ...purchase };
  if (pairs.length > 1 && random() < 0.5) return [{ ...row, quantity: pairs.length, listingId: '' }];
  return pairs.map(({ listing }) => ({ ...row, quantity: 1, listingId: random() < NO_LISTING_ID ? '' : listing.id }));
}

function orderPurchase(random: Random, { order, variant, listedAtMs }: PastOrder): LedgerRow[] {
  if (random() < UNKNOWN_COST) return [];
  const purchase = drawPurchase(random, variant.item, Number(order.price_cents_after_take));
  const listingId = random() < NO_LISTING_ID ? '' : order.listing_id;
  return [
    {
      item: variant.item,
      size: order.size,
      quantity: 1,
      boughtOn: boughtBefore(random, listedAtMs),
      listingId,
      ...purchase,
    },
  ];
}

/** Pairs bought and not listed yet. */
function unlisted(world: World, random: Random): LedgerRow[] {
  const draw = createVariantDraw(world, random, () => true);
  return Array.from({ length: UNLISTED_LINES }, () => {
    const variant = draw();
    const payout = payoutCents(Math.round(variant.fairAt(world.clock.now()) * 100));
    const boughtOn = dateOf(world.clock.now() - random() * 30 * DAY_MS);
    const quantity = random() < 0.25 ? 2 : 1;
    return {
      item: variant.item,
      size: catalogueSize(variant),
      quantity,
      boughtOn,
      listingId: '',
      ...drawPurchase(random, variant.item, payout),
    };
  });
}
