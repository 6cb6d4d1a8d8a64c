import { expect, test } from 'vitest';
import { usd } from '@/tests/fixtures/builders';
import { makeDraft } from '@/tests/fixtures/drafts';
import { priceWrite } from '@/tests/integration/outbox-rules';
import { effectsOf } from '@/tests/integration/effects-of';
import { makeOutboxWorld, type OutboxWorld } from '@/tests/integration/outbox-world';

async function states(world: OutboxWorld): Promise<readonly string[]> {
  return (await world.outbox()).map(
    (row) => `${row.kind} ${row.state}${row.problem === null ? '' : ` ${row.problem.code}`}`,
  );
}

test("a price is changed once, confirmed by what the marketplace says, and logged as the person's", async () => {
  const world = await makeOutboxWorld();
  const listing = await world.list(500);
  await world.enqueue([priceWrite(listing, 480)]);
  await world.settle();
  expect(await states(world)).toEqual(['listing/price confirmed']);
  expect(await world.told(listing.externalId)).toEqual({ status: 'active', price: 480 });
  expect(await world.worker.db.listings.get(listing.id)).toMatchObject({ price: usd(480) });
  expect(await world.worker.db.activity.toArray()).toMatchObject([{ kind: 'listing/price', by: 'user' }]);
  expect(effectsOf(world, 'listing/price')).toHaveLength(1);
});

test('deactivated, activated and deleted by batches', async () => {
  const world = await makeOutboxWorld();
  const [a, b, c] = [await world.list(500), await world.list(510, { live: false }), await world.list(520)];
  await world.enqueue([
    { entityId: a.id, write: { kind: 'listing/deactivate', externalId: a.externalId } },
    { entityId: b.id, write: { kind: 'listing/activate', externalId: b.externalId } },
    { entityId: c.id, write: { kind: 'listing/delete', externalId: c.externalId } },
  ]);
  await world.settle();
  expect(await states(world)).toEqual([
    'listing/deactivate confirmed',
    'listing/activate confirmed',
    'listing/delete confirmed',
  ]);
  expect((await world.told(a.externalId))?.status).toBe('inactive');
  expect((await world.told(b.externalId))?.status).toBe('active');
  expect((await world.told(c.externalId))?.status).toBe('deleted');
  expect((await world.worker.db.listings.get(c.id))?.status).toBe('deleted');
});

test('a pair is listed: made inactive with its key, joined to its pair, then activated', async () => {
  const world = await makeOutboxWorld();
  const pairs = [await world.stock(), await world.stock()];
  await world.enqueue(
    pairs.map((pair) => ({
      entityId: pair.id,
      write: { kind: 'listing/create', pairId: pair.id, draft: makeDraft(), activate: true },
    })),
    { kind: 'list' },
  );
  await world.settle();
  expect(await states(world)).toEqual(['listing/create confirmed', 'listing/create confirmed']);
  const rows = await world.outbox();
  const { db } = world.worker;
  for (const row of rows) {
    const pair = await db.inventory.get(row.entityId);
    expect(pair).toMatchObject({ goatListingId: row.externalId, status: 'listed' });
    const listing = await db.listings
      .where('[marketplace+externalId]')
      .equals(['alias', row.externalId ?? ''])
      .first();
    expect(listing).toMatchObject({ status: 'active', metadata: { archvd: row.decisionId } });
  }
  expect(await db.inventory.count()).toBe(2);
  expect(effectsOf(world, 'listing/created')).toHaveLength(2);
});
