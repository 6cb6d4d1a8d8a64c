import { expect, test } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { getRepricingMode, repricingStopped, setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { WriteState } from '@/lib/domain/outbox/write';
import { makeWrite } from '../fixtures/builders';
import { makeDatabase } from '../fixtures/test-database';
import { makeOutboxWorld } from './outbox-world';
import { allowRules, enqueueRules, priceWrite, standings } from './outbox-rules';

/** I20: a copy of the books brings no wish of the past back to life. */

test('what was under way in a copy is history: none of it is sent, and rules that were live wait for a person', async () => {
  const world = await makeOutboxWorld();
  const { db } = world.worker;
  await allowRules(world);
  await enqueueRules(world, [[await world.list(500), 480]]);
  await world.enqueue([priceWrite(await world.list(510), 490)]);
  const { file } = await exportDatabase(db, world.clock.now());
  await restoreDatabase(db, file, world.clock.now());
  await world.settle();
  expect(await standings(world)).toEqual(['expired restored', 'expired restored']);
  expect(world.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(await getRepricingMode(db)).toBe('paused');
  expect(await repricingStopped(db)).toBe('restored');
});

test.each<[WriteState, WriteState]>([
  ['pending', 'expired'],
  ['sending', 'expired'],
  ['unknown', 'expired'],
  ['confirmed', 'confirmed'],
  ['rejected', 'rejected'],
  ['superseded', 'superseded'],
  ['dead', 'dead'],
])('%s comes back as %s', async (before, after) => {
  const db = makeDatabase();
  const row = makeWrite({ state: before });
  await db.outbox.add(row);
  await setRepricingMode(db, 'preview', null, row.createdAt);
  const { file } = await exportDatabase(db, row.createdAt);
  await restoreDatabase(db, file, row.createdAt);
  expect((await db.outbox.get(row.id))?.state).toBe(after);
  expect(await getRepricingMode(db)).toBe('preview');
});

test('a drain that was under way when the books were replaced writes nothing into them', async () => {
  const world = await makeOutboxWorld();
  const { db } = world.worker;
  const listing = await world.list(500);
  const { file } = await exportDatabase(db, world.clock.now());
  await world.enqueue([priceWrite(listing, 480)]);
  world.onRequest = async (method) => {
    if (method === 'POST') await restoreDatabase(db, file, world.clock.now());
  };
  await expect(world.worker.drain()).rejects.toThrow('taken over');
  expect(await db.outbox.count()).toBe(0);
  expect((await db.listings.get(listing.id))?.price).toEqual(listing.price);
});
