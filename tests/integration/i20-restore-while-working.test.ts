import { describe, expect, test } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { clearRefused, markRefused, readStanding } from '@/lib/jobs/token-standing';
import { makeListingFacts, makeOrderFacts, sequence } from '../fixtures/facts';
import { makeWorld, type World } from './world';

/** I20: a copy that is taken and put back while jobs are at work leaves no half-done work behind. */

function makeBusyWorld(): { world: World; answer: () => void } {
  const world = makeWorld({ pageSize: 10 });
  world.market.listings = sequence(35, (nth) => makeListingFacts(nth));
  world.market.orders = sequence(25, (nth) => makeOrderFacts(nth));
  let answer = () => {};
  world.market.hook = ({ name, nth }) =>
    name === 'listListings' && nth === 2 ? new Promise((resolve) => (answer = resolve)) : Promise.resolve();
  return { world, answer: () => answer() };
}

const sweepIsWaiting = (world: World) => () => world.market.calls.filter((call) => call.name === 'listListings').length;

describe('I20 restore while working', () => {
  test('a run that was under way when the copy was taken does not look as if it still were', async () => {
    const { world, answer } = makeBusyWorld();
    const working = world.engine.tick();
    await expect.poll(sweepIsWaiting(world)).toBe(3);
    const { file } = await exportDatabase(world.db, world.clock.now());
    expect(await file.text()).toContain('"outcome":"running"');
    answer();
    await working;
    await world.settle();
    await restoreDatabase(world.db, file, world.clock.now());
    expect(await world.db.jobRuns.filter((run) => run.finishedAt === null).toArray()).toEqual([]);
    await world.settle();
    expect(await world.db.listings.count()).toBe(35);
    expect(await world.db.orders.count()).toBe(25);
    expect(await world.db.inventory.count()).toBe(60);
  });

  test('a page that was asked for before the restore is not written after it', async () => {
    const { world, answer } = makeBusyWorld();
    const empty = await exportDatabase(world.db, world.clock.now());
    const working = world.engine.tick();
    await expect.poll(sweepIsWaiting(world)).toBe(3);
    await restoreDatabase(world.db, empty.file, world.clock.now());
    // Nobody may go on at once: what is written from here on was asked for before.
    world.standing = 'locked';
    answer();
    await working;
    expect(await world.db.listings.count()).toBe(0);
    expect(await world.db.cursors.count()).toBe(0);
    expect(await world.db.jobRuns.filter((run) => run.finishedAt === null).toArray()).toEqual([]);
    world.standing = 'ready';
    await world.settle();
    expect(await world.db.listings.count()).toBe(35);
  });

  test('what rang since the copy was taken does not ring again', async () => {
    const world = makeWorld();
    world.market.listings = [makeListingFacts(1)];
    await world.settle();
    const { file } = await exportDatabase(world.db, world.clock.now());
    world.market.orders = [makeOrderFacts(1, { externalListingId: 'listing-000001' })];
    world.clock.pass(60_000);
    await world.settle();
    await restoreDatabase(world.db, file, world.clock.now());
    expect(await world.db.sales.count()).toBe(0);
    world.clock.pass(60_000);
    await world.settle();
    expect(await world.db.sales.count()).toBe(1);
    expect(world.notifications.shown.map((notice) => notice.id)).toEqual(['sold:order-000001']);
  });

  test.each([true, false])(
    'a copy from when the token was refused (%s) says nothing of the token of today',
    async (then) => {
      const { db, clock } = makeWorld();
      const words = { title: 'refused', message: '' };
      const standing = () =>
        readStanding({ db, clock, vaultState: async () => 'unlocked', hasAccess: async () => true });
      await (then ? markRefused({ db, clock }, words) : clearRefused({ db, clock }));
      const { file } = await exportDatabase(db, clock.now());
      await (then ? clearRefused({ db, clock }) : markRefused({ db, clock }, words));
      const before = await standing();
      await restoreDatabase(db, file, clock.now());
      expect(await standing()).toBe(before);
    },
  );
});
