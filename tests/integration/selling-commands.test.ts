import { expect, test } from 'vitest';
import { endVacation } from '@/lib/commands/end-vacation';
import { listPairs, type ListingOrder } from '@/lib/commands/list-pairs';
import { resolveConflicts } from '@/lib/commands/resolve-conflicts';
import { retryWrites } from '@/lib/commands/retry-writes';
import type { SellingDeps } from '@/lib/commands/selling-deps';
import { sendPictures } from '@/lib/commands/send-pictures';
import { setPrices } from '@/lib/commands/set-prices';
import { stagePicture } from '@/lib/commands/stage-picture';
import { startVacation } from '@/lib/commands/start-vacation';
import { switchListings } from '@/lib/commands/switch-listings';
import { undoWrites } from '@/lib/commands/undo-writes';
import type { ArchvdDatabase } from '@/lib/db/database';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { Listing } from '@/lib/domain/listings/listing';
import { readListingDrafts } from '@/lib/queries/listing-drafts';
import { readListingGrounds } from '@/lib/queries/listing-grounds';
import { readVacation } from '@/lib/queries/vacation';
import { readOpenConflicts, readWriteGroup } from '@/lib/queries/write-groups';
import { makeProduct, usd } from '../fixtures/builders';
import { makeListingOrder } from '../fixtures/drafts';
import { effectsOf } from './effects-of';
import { DUNK, makeOutboxWorld, type OutboxWorld } from './outbox-world';

/** Commands of a person, carried out by the outbox at the sandbox market: what was asked for is what alias then says. */

let ids = 0;

/** Commands as the desk runs them, on the books of this worker. */
function commandsOf(world: OutboxWorld, db: ArchvdDatabase = world.worker.db): SellingDeps {
  const now = () => world.clock.now();
  const valuation = () => ({ now: now(), currency: 'USD' as const, profile: world.profile, regionId: null });
  return {
    db,
    now,
    newId: () => `command-${(ids += 1)}`,
    readDrafts: (pairIds, as) => readListingDrafts(db, pairIds, valuation(), as),
    readListed: (listingIds) => readListingGrounds(db, listingIds, valuation()),
    freshMs: 30 * MINUTE_MS,
  };
}

async function makeWorld(): Promise<{ readonly world: OutboxWorld; readonly deps: SellingDeps }> {
  const world = await makeOutboxWorld();
  await world.worker.db.products.add(makeProduct({ catalogId: DUNK }));
  return { world, deps: commandsOf(world) };
}

const order = (pairId: string, given: Partial<ListingOrder> = {}) =>
  makeListingOrder(pairId, { price: usd(450), ...given });

const priceOf = (listing: Listing, to: number) => ({
  listingId: listing.id,
  from: listing.price,
  to: usd(to),
  belowFloor: false,
  intoOffer: false,
});

test('pairs are listed, found in the books as theirs, and taken away again', async () => {
  const { world, deps } = await makeWorld();
  const [plain, flawed, off] = [await world.stock(), await world.stock(), await world.stock()];
  const { groupId, accepted } = await listPairs(deps, [
    order(plain.id),
    order(flawed.id, { condition: 'new-with-defects', defects: ['LISTING_DEFECT_HAS_SCUFFS'] }),
    order(off.id, { activate: false }),
  ]);
  expect(accepted).toBe(3);
  await world.settle();
  expect(await readWriteGroup(deps.db, groupId ?? '')).toMatchObject({ open: 0, failed: 0, counts: { confirmed: 3 } });
  const pairs = await deps.db.inventory.bulkGet([plain.id, flawed.id, off.id]);
  const told = await Promise.all(pairs.map((pair) => world.told(pair?.goatListingId ?? '')));
  expect(told).toEqual([
    { status: 'active', price: 450 },
    { status: 'active', price: 450 },
    { status: expect.not.stringMatching('active$'), price: 450 },
  ]);
  expect(await listPairs(deps, [order(plain.id), order(off.id)])).toMatchObject({
    accepted: 0,
    skipped: [{ code: 'already-live' }, { code: 'already-off' }],
  });
  expect(await undoWrites(deps, groupId ?? '')).toMatchObject({ accepted: 3, skipped: [] });
  await world.settle();
  const after = await Promise.all(pairs.map((pair) => world.told(pair?.goatListingId ?? '')));
  expect(after.map((listing) => listing?.status)).toEqual(['deleted', 'deleted', 'deleted']);
  expect(effectsOf(world, 'listing/created')).toHaveLength(3);
  expect((await deps.db.inventory.get(plain.id))?.status).toBe('in-stock');
});

test('prices in bulk: one was changed elsewhere meanwhile, which the person settles; then all go back', async () => {
  const { world, deps } = await makeWorld();
  const listings: Listing[] = [];
  for (let nth = 0; nth < 12; nth += 1) listings.push(await world.list(500 + nth));
  const [moved] = listings as [Listing];
  await world.elsewhere(moved.externalId, 555);
  const { groupId } = await setPrices(
    deps,
    listings.map((listing) => priceOf(listing, 480)),
  );
  await world.settle();
  expect(await readWriteGroup(deps.db, groupId ?? '')).toMatchObject({ counts: { confirmed: 11 }, conflicts: 1 });
  const [conflict] = await readOpenConflicts(deps.db);
  expect(conflict).toMatchObject({ listing: { id: moved.id }, row: { conflict: { price: usd(555) } } });
  expect(await world.told(moved.externalId)).toMatchObject({ price: 555 });
  await resolveConflicts(deps, [conflict?.row.id ?? ''], 'mine');
  await world.settle();
  expect(await world.told(moved.externalId)).toMatchObject({ price: 480 });
  expect(await readOpenConflicts(deps.db)).toEqual([]);
  expect(await undoWrites(deps, groupId ?? '')).toMatchObject({ accepted: 11, skipped: [] });
  await world.settle();
  const prices = await Promise.all(listings.map(({ externalId }) => world.told(externalId)));
  expect(prices.map((listing) => listing?.price)).toEqual([480, ...listings.slice(1).map((_, nth) => 501 + nth)]);
});

test('a cost that is corrected before it was sent: the floor wins, and trying again does not get round it', async () => {
  const { world, deps } = await makeWorld();
  const listing = await world.list(500);
  await setPrices(deps, [priceOf(listing, 400)]);
  await deps.db.inventory
    .where('goatListingId')
    .equals(listing.externalId)
    .modify({ cost: usd(390) });
  await world.settle();
  const [row] = await world.outbox();
  expect(row).toMatchObject({ state: 'rejected', problem: { code: 'below-floor' } });
  expect(await retryWrites(deps, [row?.id ?? ''])).toMatchObject({ skipped: [{ code: 'below-floor' }] });
  expect(await world.told(listing.externalId)).toMatchObject({ price: 500 });
});

test('given up although it had been made: listed anew it would be there twice, tried again it is found', async () => {
  const { world, deps } = await makeWorld();
  const pair = await world.stock();
  await listPairs(deps, [order(pair.id)]);
  await world.settle();
  const [row] = await world.outbox();
  // As if nothing of it had ever come back.
  await deps.db.outbox.update(row?.id ?? '', { state: 'dead', externalId: null });
  await deps.db.listings.clear();
  await deps.db.inventory.put(pair);
  expect(await listPairs(deps, [order(pair.id)])).toMatchObject({ skipped: [{ code: 'earlier-unclear' }] });
  expect(await retryWrites(deps, [row?.id ?? ''])).toMatchObject({ accepted: 1 });
  await world.settle();
  expect(effectsOf(world, 'listing/created')).toHaveLength(1);
  const again = (await world.outbox()).find(({ id }) => id !== row?.id);
  expect(again).toMatchObject({ state: 'confirmed', decisionId: row?.decisionId });
  expect(await deps.db.inventory.get(pair.id)).toMatchObject({ goatListingId: again?.externalId, status: 'listed' });
});

test('a holiday outlives the worker, and its end brings back exactly what was taken off', async () => {
  const { world, deps } = await makeWorld();
  const listings: Listing[] = [];
  for (let nth = 0; nth < 15; nth += 1) listings.push(await world.list(500 + nth, { live: nth !== 3 }));
  const statuses = async () =>
    Promise.all(listings.map(async ({ externalId }) => (await world.told(externalId))?.status === 'active'));
  const before = await statuses();
  await startVacation(deps);
  // Dies over it, and somebody else goes on.
  await world
    .reborn(20)
    .drain()
    .catch(() => null);
  await world.settle(world.reborn());
  expect(await statuses()).toEqual(listings.map(() => false));
  const later = commandsOf(world, world.reborn().db);
  expect(await readVacation(later.db)).toMatchObject({ counts: { all: 14, off: 14 } });
  // The person puts one on sale and off again, takes another away for good.
  const [restless, removed] = listings.slice(5) as [Listing, Listing];
  await switchListings(later, 'activate', [restless.id]);
  await world.settle();
  await switchListings(later, 'deactivate', [restless.id]);
  await switchListings(later, 'delete', [removed.id]);
  await world.settle();
  const back = await endVacation(later);
  expect(back).toMatchObject({
    accepted: 12,
    skipped: [
      { id: restless.id, code: 'changed-meanwhile' },
      { id: removed.id, code: 'gone' },
    ],
  });
  await world.settle();
  expect(await statuses()).toEqual(before.map((live, nth) => live && nth !== 5 && nth !== 6));
  expect(await readVacation(later.db)).toBeNull();
});

test('a picture goes up once and its bytes go', async () => {
  const { world, deps } = await makeWorld();
  const listing = await world.list(500);
  const pair = await deps.db.inventory.where('goatListingId').equals(listing.externalId).first();
  const dataUrl = `data:image/jpeg;base64,${btoa('\u00ff\u00d8\u00ff and so on')}`;
  const picture = { pairId: pair?.id ?? '', type: 'PICTURE_TYPE_OUTER', order: null, dataUrl };
  const { pictureId } = await stagePicture(deps, picture);
  expect(await sendPictures(deps, listing.id, [pictureId])).toMatchObject({ accepted: 1 });
  await world.settle();
  expect(effectsOf(world, 'picture/created')).toHaveLength(1);
  const kept = await deps.db.listingPictures.get(pictureId);
  expect([(await world.outbox()).map(({ state }) => state), kept?.dataUrl]).toEqual([['confirmed'], null]);
});
