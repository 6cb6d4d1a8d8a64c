import { describe, expect, test } from 'vitest';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { allowRules, enqueueRules, priceWrite, standings } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I4: after "pause" no new write of a rule leaves; what is under way is followed to its end. */

const market = makeSharedMarket();
const pause = (world: OutboxWorld) => setRepricingMode(world.worker.db, 'paused', null, world.clock.now());
const writesOf = (world: OutboxWorld) => world.requests.filter(({ method }) => method !== 'GET');

describe('I4 the kill switch', () => {
  test('paused before the drain: nothing is sent, and the writes say why', async () => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    await enqueueRules(world, [[await world.list(500), 480]]);
    await pause(world);
    await world.settle();
    expect(await standings(world)).toEqual(['superseded paused']);
    expect(writesOf(world)).toEqual([]);
  });

  test('also what waits for a later moment ends, so that nothing comes as a surprise after the pause', async () => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    await enqueueRules(world, [[await world.list(500), 480]]);
    const [row] = await world.outbox();
    await world.worker.db.outbox.update(row?.id ?? '', { nextAt: row === undefined ? 0 : row.nextAt + 600_000 });
    await pause(world);
    // At once, not when its moment comes: by then repricing may be live again.
    await world.worker.drain();
    expect(await standings(world)).toEqual(['superseded paused']);
    await setRepricingMode(world.worker.db, 'live', null, world.clock.now());
    await world.settle();
    expect(await standings(world)).toEqual(['superseded paused']);
  });

  test('paused at any await of a drain: what was not under way by then never leaves', async () => {
    const points = await countPoints();
    expect(points).toBeGreaterThan(40);
    const ends = new Set<string>();
    for (let nth = 1; nth <= points; nth += 1) {
      const world = await makeOutboxWorld({ market });
      await allowRules(world);
      await enqueueRules(world, [[await world.list(500), 480]]);
      const { db } = world.worker;
      const pausing: Promise<string>[] = [];
      const worker = world.reborn();
      worker.life.at = (point) => {
        if (point !== nth) return;
        pausing.push(
          db.transaction('rw', db.outbox, db.meta, async () => {
            await pause(world);
            return (await db.outbox.toCollection().first())?.state ?? '';
          }),
        );
      };
      await world.settle(worker);
      const [atPause = 'confirmed'] = await Promise.all(pausing);
      if (atPause === 'pending') expect(writesOf(world)).toEqual([]);
      const [end = ''] = await standings(world);
      expect(['confirmed', 'superseded paused']).toContain(end);
      if (atPause !== 'sending') expect(end).toBe(atPause === 'pending' ? 'superseded paused' : 'confirmed');
      ends.add(`${atPause}: ${end}`);
    }
    expect(ends.size).toBeGreaterThanOrEqual(3);
  });

  test('a preview that a person let go is sent without live mode, but not while paused', async () => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    const [a, b, c] = [await world.list(500), await world.list(510), await world.list(520)];
    await setRepricingMode(world.worker.db, 'preview', null, world.clock.now());
    await enqueueRules(world, [[a, 480]], { approved: true });
    await enqueueRules(world, [[b, 480]]);
    await world.settle();
    await enqueueRules(world, [[c, 480]], { approved: true });
    await pause(world);
    await world.settle();
    expect((await standings(world)).toSorted()).toEqual(['confirmed', 'superseded paused', 'superseded paused']);
    expect((await world.told(a.externalId))?.price).toBe(480);
  });

  test('what a person wants goes out all the same', async () => {
    const world = await makeOutboxWorld({ market });
    await pause(world);
    await world.enqueue([priceWrite(await world.list(500), 480)]);
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
  });
});

/** How many awaits a drain has that goes well. */
async function countPoints(): Promise<number> {
  const world = await makeOutboxWorld({ market });
  await allowRules(world);
  await enqueueRules(world, [[await world.list(500), 480]]);
  const worker = world.reborn();
  await world.settle(worker);
  return worker.life.points;
}
