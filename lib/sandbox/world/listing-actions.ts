import { invalid, Refusal } from '../http/refusal';
import {
  checkPrice,
  checkSize,
  decimal,
  knownItem,
  wholeNumber,
  type ListingInput,
  type RawListing,
} from './listing-input';
import { changeListingStatus, settleAtOffer } from './sell';
import { isoOf, listingStatus, type WireListing } from './wire';
import { touchListing, type World } from './world';

export function findListing(world: World, id: string): WireListing {
  const listing = world.listings.get(id);
  if (listing === undefined) throw new Refusal(5, 'listing not found');
  return listing;
}

/** A listing that may still be changed: not sold, not deleted. */
function openListing(world: World, id: string): WireListing {
  const listing = findListing(world, id);
  if (listing.status === listingStatus.sold || listing.status === listingStatus.deleted) {
    throw new Refusal(9, 'listing can no longer be changed');
  }
  return listing;
}

/** Adds a checked listing. Pending until activated; with `activate` it is live, and may be sold, at once. */
export function createListing(world: World, input: ListingInput): WireListing {
  const now = world.clock.now();
  const listing: WireListing = {
    id: world.newId(now),
    catalog_id: input.catalogId,
    condition: input.condition,
    packaging_condition: input.packaging,
    size: input.size,
    size_unit: input.sizeUnit,
    sku: knownItem(world, input.catalogId).wire.sku,
    consigned: false,
    created_at: isoOf(now),
    updated_at: isoOf(now),
    activated_at: '',
    status: listingStatus.pending,
    price_cents: String(input.priceCents),
    metadata: input.metadata,
    defects: input.defects,
    additional_defects: input.additionalDefects,
  };
  world.listings.add(listing);
  world.journal.effect('listing/created', listing.id, { to: listing.price_cents });
  if (input.activate) activateListing(world, listing.id);
  return listing;
}

export function activateListing(world: World, id: string): WireListing {
  const listing = openListing(world, id);
  if (listing.status === listingStatus.active) return listing;
  const item = knownItem(world, listing.catalog_id);
  if (!item.wire.resellable) throw new Refusal(9, 'catalog item is not resellable');
  const now = world.clock.now();
  if (item.wire.requires_listing_pictures && !hasRequestedPictures(world, listing, item.wire.requested_pictures)) {
    changeListingStatus(world, listing, listingStatus.inactive, now);
    throw new Refusal(9, 'listing pictures are required before activation');
  }
  listing.activated_at = isoOf(now);
  changeListingStatus(world, listing, listingStatus.active, now);
  settleAtOffer(world, listing, now);
  return listing;
}

/** EXTRA pictures are asked for, not required. */
function hasRequestedPictures(world: World, listing: WireListing, requested: readonly { type: string }[]): boolean {
  const types = new Set(
    [...world.pictures.values()].filter((one) => one.listing_id === listing.id).map((one) => one.type),
  );
  return requested.every((one) => one.type === 'PICTURE_TYPE_EXTRA' || types.has(one.type));
}

export function deactivateListing(world: World, id: string): WireListing {
  const listing = openListing(world, id);
  changeListingStatus(world, listing, listingStatus.inactive, world.clock.now());
  return listing;
}

export function deleteListing(world: World, id: string): WireListing {
  const listing = findListing(world, id);
  if (listing.status === listingStatus.sold) throw new Refusal(9, 'a sold listing cannot be deleted');
  changeListingStatus(world, listing, listingStatus.deleted, world.clock.now());
  return listing;
}

/** Changes price, size or catalogue item; what else is sent is ignored, as the gateway does with unknown parameters. */
export function updateListing(world: World, id: string, change: RawListing): WireListing {
  const listing = openListing(world, id);
  const item = knownItem(world, typeof change['catalog_id'] === 'string' ? change['catalog_id'] : listing.catalog_id);
  const size = change['size'] === undefined ? listing.size : decimal(change['size'], 'Size');
  const unit = typeof change['size_unit'] === 'string' ? change['size_unit'] : item.wire.size_unit;
  const cents =
    change['price_cents'] === undefined
      ? Number(listing.price_cents)
      : wholeNumber(change['price_cents'], 'PriceCents');
  checkSize(item, size, unit);
  checkPrice(item, cents);
  const now = world.clock.now();
  if (String(cents) !== listing.price_cents) {
    world.journal.effect('listing/price', listing.id, { from: listing.price_cents, to: String(cents) });
  }
  if (size !== listing.size)
    world.journal.effect('listing/size', listing.id, { from: String(listing.size), to: String(size) });
  if (item.catalogId !== listing.catalog_id)
    world.journal.effect('listing/item', listing.id, { from: listing.catalog_id, to: item.catalogId });
  Object.assign(listing, {
    catalog_id: item.catalogId,
    sku: item.wire.sku,
    size,
    size_unit: unit,
    price_cents: String(cents),
    updated_at: isoOf(now),
  });
  touchListing(world, listing);
  settleAtOffer(world, listing, now);
  return listing;
}

export function mergeMetadata(world: World, id: string, metadata: Record<string, string>): WireListing {
  const listing = openListing(world, id);
  return setMetadata(world, listing, { ...listing.metadata, ...metadata });
}

export function dropMetadata(world: World, id: string, keys: readonly string[]): WireListing {
  if (keys.length === 0) throw invalid('Missing parameter: input.Keys');
  const listing = openListing(world, id);
  return setMetadata(
    world,
    listing,
    Object.fromEntries(Object.entries(listing.metadata).filter(([key]) => !keys.includes(key))),
  );
}

function setMetadata(world: World, listing: WireListing, metadata: Record<string, string>): WireListing {
  world.journal.effect('listing/metadata', listing.id, { to: JSON.stringify(metadata) });
  listing.metadata = metadata;
  listing.updated_at = isoOf(world.clock.now());
  touchListing(world, listing);
  return listing;
}
