import type { ArchvdDatabase } from '@/lib/db/database';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { Product } from '@/lib/domain/catalog/product';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import type { Order } from '@/lib/domain/orders/order';
import { isOrderKind } from '@/lib/domain/outbox/write';
import { namedPair } from './named-pair';

/** A write with what it is about, for lists. */
export interface NamedWrite {
  readonly row: OutboxRow;
  /** null: a listing that is to be made, or one that is no longer in the books. */
  readonly listing: Listing | null;
  /** Named after its product where it has no name of its own. */
  readonly pair: Pair | null;
  readonly product: Product | null;
  /** null: it is not about an order. */
  readonly order: Order | null;
}

/** In the order given. */
export async function nameWrites(db: ArchvdDatabase, rows: readonly OutboxRow[]): Promise<readonly NamedWrite[]> {
  const ids = [...new Set(rows.map(({ entityId }) => entityId))];
  const [listings, listed] = await Promise.all([db.listings.bulkGet(ids), db.inventory.bulkGet(ids)]);
  const orders = await readOrders(
    db,
    rows.filter(({ kind }) => isOrderKind(kind)),
  );
  const known = new Map(listings.flatMap((listing) => (listing === undefined ? [] : [[listing.id, listing]])));
  const offering = await rowsByKey(
    db.inventory,
    'goatListingId',
    [...known.values()].map(({ externalId }) => externalId),
  );
  const pairs = new Map<string, Pair>(listed.flatMap((pair) => (pair === undefined ? [] : [[pair.id, pair]])));
  const pairOfListing = new Map(offering.map((pair) => [pair.goatListingId, pair]));
  const products = await readProducts(db, [...known.values(), ...pairs.values(), ...orders.values()]);
  return rows.map((row) => {
    const listing = known.get(row.entityId) ?? null;
    const pair = pairs.get(row.entityId) ?? pairOfListing.get(listing?.externalId ?? '') ?? null;
    const order = orders.get(row.entityId) ?? null;
    const product = products.get(listing?.catalogId ?? pair?.catalogId ?? order?.catalogId ?? '') ?? null;
    return { row, listing, pair: pair === null ? null : namedPair(pair, product), product, order };
  });
}

async function readOrders(db: ArchvdDatabase, rows: readonly OutboxRow[]): Promise<ReadonlyMap<string, Order>> {
  const orders = rows.length === 0 ? [] : await db.orders.bulkGet([...new Set(rows.map(({ entityId }) => entityId))]);
  return new Map(orders.flatMap((order) => (order === undefined ? [] : [[order.id, order]])));
}

async function readProducts(
  db: ArchvdDatabase,
  items: readonly { readonly catalogId: string | null }[],
): Promise<ReadonlyMap<string, Product>> {
  const ids = [...new Set(items.flatMap(({ catalogId }) => catalogId ?? []))];
  const products = await db.products.where('catalogId').anyOf(ids).toArray();
  return new Map(products.map((product) => [product.catalogId, product]));
}
