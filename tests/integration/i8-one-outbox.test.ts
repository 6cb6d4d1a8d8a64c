import { describe, expect, test } from 'vitest';
import { freeAbandonedJobs } from '@/lib/db/repositories/jobs';
import { StaleRun } from '@/lib/db/stale-run';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type OutboxWorker, type OutboxWorld } from './outbox-world';
import { priceWrite, standings } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I8: of two workers one drains; one whose place was taken neither records nor sends. */

const market = makeSharedMarket();

/** Stops a worker at the first request that matches until `release` is called. */
function holdAt(world: OutboxWorld, matches: (method: string) => boolean) {
  let release = (): void => {};
  let arrived = (): void => {};
  const waiting = new Promise<void>((resolve) => (arrived = resolve));
  const gate = new Promise<void>((resolve) => (release = resolve));
  let held = false;
  world.onRequest = async (method) => {
    if (held || !matches(method)) return;
    held = true;
    arrived();
    await gate;
  };
  return { waiting, release: () => release() };
}

/** Another worker takes the job over, whatever its holder is doing. */
async function takeOver(world: OutboxWorld, worker: OutboxWorker): Promise<void> {
  await freeAbandonedJobs(worker.db);
  await world.settle(worker);
}

describe('I8 one outbox', () => {
  test('while one drains the other finds the job held', async () => {
    const world = await makeOutboxWorld({ market });
    await world.enqueue([priceWrite(await world.list(500), 480)]);
    const first = await world.worker.claim();
    expect(first).not.toBeNull();
    expect(await world.beside().claim()).toBeNull();
  });

  test('taken over while its request is out: what comes back is not recorded by it, and happened once', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    const hold = holdAt(world, (method) => method === 'POST');
    const slow = world.worker.drain();
    await hold.waiting;
    await takeOver(world, world.beside());
    const settled = await world.outbox();
    expect(await standings(world)).toEqual(['confirmed']);
    hold.release();
    await expect(slow).rejects.toBeInstanceOf(StaleRun);
    expect(await world.outbox()).toEqual(settled);
    expect(effectsOf(world, 'listing/price')).toHaveLength(1);
  });

  test('taken over between claim and request: nothing is sent by it any more', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    let asked = 0;
    const run = await world.worker.claim();
    if (run === null) throw new Error('The job is held');
    const deps = {
      ...world.worker.deps,
      // Read before a claim and again after it: in between somebody takes over.
      feeProfile: async () => {
        asked += 1;
        if (asked === 2) await takeOver(world, world.beside());
        return world.profile;
      },
    };
    await expect(drainOutbox(deps, run)).rejects.toBeInstanceOf(StaleRun);
    expect(world.requests.filter(({ path }) => path === '/listings/batch_update')).toHaveLength(1);
    expect(await standings(world)).toEqual(['confirmed']);
    expect(effectsOf(world, 'listing/price')).toHaveLength(1);
  });

  test('fees that change between claim and request: the floor is reckoned anew before anything leaves', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500, { pair: { priceMinimum: null } });
    await world.worker.db.inventory.where('goatListingId').equals(listing.externalId).modify({ cost: listing.price });
    await world.enqueue([priceWrite(listing, 600)]);
    let asked = 0;
    const run = await world.worker.claim();
    if (run === null) throw new Error('The job is held');
    const deps = {
      ...world.worker.deps,
      feeProfile: async () => ({ ...world.profile, rating: (asked += 1) < 2 ? 90 : 40 }),
    };
    await drainOutbox(deps, run);
    expect(await standings(world)).toEqual(['rejected below-floor']);
    expect(world.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
