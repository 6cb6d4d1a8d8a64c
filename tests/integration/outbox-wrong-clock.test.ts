import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { OutboxDeps } from '@/lib/outbox/outbox-run';
import { makeDraft } from '../fixtures/drafts';
import { priceWrite, standings } from './outbox-rules';
import { effectsOf } from './effects-of';
import { makeOutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** The computer's clock is not the marketplace's: minutes or hours ahead, or put back in the middle. */

const market = makeSharedMarket();

/** Three hours ahead, as in the wrong time zone. */
const wrapDeps = (deps: OutboxDeps): OutboxDeps => ({
  ...deps,
  clock: { now: () => shiftInstant(deps.clock.now(), 3 * HOUR_MS) },
});

test('new listings whose answer was lost are found all the same, and none is made twice', async () => {
  const world = await makeOutboxWorld({ market, wrapDeps });
  const pairs = [];
  for (let nth = 0; nth < 60; nth += 1) pairs.push(await world.stock());
  await world.enqueue(
    pairs.map(({ id }) => ({
      entityId: id,
      write: { kind: 'listing/create', pairId: id, draft: makeDraft(), activate: false },
    })),
    { kind: 'list' },
  );
  world.journeys.push('response-lost');
  await world.settle();
  expect(effectsOf(world, 'listing/created')).toHaveLength(60);
  expect(new Set(await standings(world))).toEqual(new Set(['confirmed']));
});

test('put back by a day, what waits does not wait for a day', async () => {
  const world = await makeOutboxWorld({ market });
  const listing = await world.list(500);
  await world.enqueue([priceWrite(listing, 480)]);
  await world.worker.db.outbox.toCollection().modify({ nextAt: shiftInstant(world.clock.now(), 24 * HOUR_MS) });
  const before = world.clock.now();
  await world.settle();
  expect(await standings(world)).toEqual(['confirmed']);
  expect(world.clock.now() - before).toBeLessThan(30 * MINUTE_MS);
});
