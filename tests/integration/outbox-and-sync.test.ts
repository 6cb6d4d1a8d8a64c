import { describe, expect, test } from 'vitest';
import { usd } from '../fixtures/builders';
import { makeDraft } from '../fixtures/drafts';
import { priceWrite, standings } from './outbox-rules';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** What the outbox does, as the sync meets it: before the answer was recorded, or long after. */

const market = makeSharedMarket();

async function listPair(world: OutboxWorld): Promise<string> {
  const pair = await world.stock();
  const write = { kind: 'listing/create', pairId: pair.id, draft: makeDraft(), activate: true } as const;
  await world.enqueue([{ entityId: pair.id, write }], { kind: 'list' });
  return pair.id;
}

describe('a listing of ours', () => {
  test('that the sync meets first is joined to the pair it was made for; no pair comes out of nowhere', async () => {
    const world = await makeOutboxWorld({ market });
    const pairId = await listPair(world);
    world.journeys.push('response-lost');
    const worker = world.reborn();
    world.onRequest = (_, path) => {
      // The worker dies with the answer; the batch is worked off without it.
      if (path === '/listings/batch_create') worker.life.dieAt = worker.life.points + 2;
    };
    await worker.drain().catch(() => null);
    world.clock.pass(5000);
    await world.read();
    const { db } = world.worker;
    expect(await db.inventory.toArray()).toMatchObject([{ id: pairId, goatListingId: expect.any(String) as string }]);
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    expect(effectsOf(world, 'listing/created')).toHaveLength(1);
    expect(await db.inventory.toArray()).toMatchObject([
      { id: pairId, status: 'listed', goatListingId: (await world.outbox())[0]?.externalId },
    ]);
  });

  test('that comes a second time, long after, makes no pair and is taken off', async () => {
    const world = await makeOutboxWorld({ market });
    const pairId = await listPair(world);
    world.journeys.push('late');
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    await world.deliverLate();
    world.clock.pass(5000);
    await world.read();
    const { db } = world.worker;
    expect(await db.inventory.count()).toBe(1);
    expect(await db.listings.count()).toBe(2);
    await world.settle();
    const rows = await world.outbox();
    expect(rows.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual([
      'listing/create confirmed',
      'listing/delete confirmed',
    ]);
    const kept = (await db.inventory.get(pairId))?.goatListingId ?? '';
    expect((await world.told(kept))?.status).toBe('active');
    const twin = (await db.listings.toArray()).find(({ externalId }) => externalId !== kept);
    expect((await world.told(twin?.externalId ?? ''))?.status).toBe('deleted');
    await world.read();
    expect(await db.inventory.count()).toBe(1);
  });

  test('that comes a second time and is live is left to the seller', async () => {
    const world = await makeOutboxWorld({ market });
    await listPair(world);
    world.journeys.push('late');
    await world.settle();
    await world.deliverLate();
    world.clock.pass(5000);
    // The market works batches off when it is asked.
    await world.told('nobody');
    const [first] = await world.outbox();
    const twin = world.effects().findLast(({ kind, id }) => kind === 'listing/created' && id !== first?.externalId);
    await world.elsewhere(twin?.id ?? '', 700, true);
    await world.read();
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    expect((await world.told(twin?.id ?? ''))?.status).toBe('active');
    expect(await world.worker.db.inventory.count()).toBe(1);
  });
});

describe('a price of ours', () => {
  test('that the sync meets before the answer was recorded is logged once, and as ours', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    const worker = world.reborn();
    world.onRequest = (_, path) => {
      if (path.startsWith('/listings/batch/')) worker.life.dieAt = worker.life.points;
    };
    await worker.drain().catch(() => null);
    world.onRequest = () => {};
    world.clock.pass(5000);
    await world.read();
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    expect(await world.worker.db.activity.toArray()).toMatchObject([
      { kind: 'listing/price', by: 'user', facts: { from: 50_000, to: 48_000 } },
    ]);
  });

  test("somebody else's price stays the sync's news", async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    await world.elsewhere(listing.externalId, 470);
    await world.read();
    expect(await world.worker.db.activity.toArray()).toMatchObject([{ by: 'sync', facts: { to: 47_000 } }]);
    expect((await world.worker.db.listings.get(listing.id))?.price).toEqual(usd(470));
  });
});
