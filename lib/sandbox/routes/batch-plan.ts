import * as z from 'zod';
import { invalid, Refusal } from '../http/refusal';
import type { PlannedOperation } from '../world/batch-runner';
import {
  activateListing,
  createListing,
  deactivateListing,
  deleteListing,
  findListing,
  updateListing,
} from '../world/listing-actions';
import { metadataOf, readListing } from '../world/listing-input';
import type { WireListing } from '../world/wire';
import { conditionHolds } from './condition';
import type { World } from '../world/world';

const MOST = 1000;

const itemsBody = z.object({ items: z.array(z.record(z.string(), z.unknown())).min(1) });
const change = z.object({
  new_value: z.union([z.string(), z.number()]),
  conditional_value: z.union([z.string(), z.number()]).optional(),
  condition_operator: z.union([z.string(), z.number()]).optional(),
});
const updateItem = z.object({
  id: z.string().min(1),
  price_cents_change: change.optional(),
  size_change: change.optional(),
  catalog_id_change: change.optional(),
});

function itemsOf(body: unknown): Record<string, unknown>[] {
  const parsed = itemsBody.safeParse(body);
  if (!parsed.success) throw invalid('Missing parameter: input.Items');
  return parsed.data.items;
}

/** A create item makes `quantity` listings, each with its own entry of `metadata_list`. */
export function planCreates(world: World, body: unknown): PlannedOperation[] {
  const planned = itemsOf(body).flatMap((item) => {
    const quantity = Number(item['quantity'] ?? 1);
    if (!Number.isInteger(quantity) || quantity < 1) throw invalid('quantity must be at least 1');
    const list = Array.isArray(item['metadata_list']) ? item['metadata_list'] : [];
    if (list.length > 0 && list.length !== quantity) throw invalid('metadata_list must have one entry per quantity');
    return Array.from({ length: Math.min(quantity, MOST + 1) }, (_, i) =>
      planCreate(world, { ...item, metadata: metadataOf(list[i]) }),
    );
  });
  if (planned.length > MOST) throw invalid(`at most ${MOST} listings per batch`);
  return planned;
}

function planCreate(world: World, raw: Record<string, unknown>): PlannedOperation {
  const { metadata_list: _list, quantity: _quantity, ...request } = raw;
  return {
    kind: 'create',
    request,
    listingId: null,
    run: () => ({ listing: { ...createListing(world, readListing(world, raw)) } }),
  };
}

export function planUpdates(world: World, body: unknown): PlannedOperation[] {
  const items = itemsOf(body);
  if (items.length > MOST) throw invalid(`at most ${MOST} listings per batch`);
  return items.map((raw) => {
    const parsed = updateItem.safeParse(raw);
    if (!parsed.success) throw invalid(`invalid item: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    const item = parsed.data;
    return {
      kind: 'update',
      request: raw,
      listingId: item.id,
      run: () => ({ listing: { ...runUpdate(world, item) } }),
    };
  });
}

/** All conditions of an item hold, or nothing of it is applied. */
function runUpdate(world: World, item: z.infer<typeof updateItem>): WireListing {
  const listing = findListing(world, item.id);
  const { price_cents_change: price, size_change: size, catalog_id_change: catalog } = item;
  if (price !== undefined && !conditionHolds(price, listing.price_cents))
    throw new Refusal(9, 'price_cents condition not met');
  if (size !== undefined && !conditionHolds(size, listing.size)) throw new Refusal(9, 'size condition not met');
  if (catalog !== undefined && !conditionHolds(catalog, listing.catalog_id))
    throw new Refusal(9, 'catalog_id condition not met');
  return updateListing(world, item.id, {
    ...(price === undefined ? {} : { price_cents: price.new_value }),
    ...(size === undefined ? {} : { size: size.new_value }),
    ...(catalog === undefined ? {} : { catalog_id: String(catalog.new_value) }),
  });
}

const idActions = { activate: activateListing, deactivate: deactivateListing, delete: deleteListing } as const;

/** The three batches that take ids from the query string. */
export function planByIds(world: World, kind: keyof typeof idActions, ids: readonly string[]): PlannedOperation[] {
  if (ids.length === 0) throw invalid('Missing parameter: input.Ids');
  if (ids.length > MOST) throw invalid(`at most ${MOST} ids per batch`);
  return ids.map((id) => ({
    kind,
    request: { id },
    listingId: id,
    run: () =>
      kind === 'delete' ? { id: deleteListing(world, id).id } : { listing: { ...idActions[kind](world, id) } },
  }));
}
