import { describe, expect, test } from 'vitest';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import type { Listing } from '@/lib/domain/listings/listing';
import { usd } from '../fixtures/builders';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { allowRules, enqueueRules, priceWrite, standings } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I9: what was decided too long ago, or on something that is not true any more, is not sent. */

const market = makeSharedMarket();

async function decided(
  given: Parameters<OutboxWorld['list']>[1] = {},
): Promise<{ world: OutboxWorld; listing: Listing }> {
  const world = await makeOutboxWorld({ market });
  await allowRules(world);
  const listing = await world.list(500, given);
  await enqueueRules(world, [[listing, 480]]);
  return { world, listing };
}

/** How it ended, and what was sent for it. */
async function settled(world: OutboxWorld): Promise<{ readonly ended: readonly string[]; readonly sent: number }> {
  await world.settle();
  const sent = world.requests.filter(({ method }) => method !== 'GET').length;
  return { ended: await standings(world), sent };
}

describe('I9 no stale writes', () => {
  test('all of it fresh: it is sent', async () => {
    const { world } = await decided();
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
  });

  test('the machine slept for eight hours between decision and sending', async () => {
    const { world } = await decided();
    world.clock.pass(8 * HOUR_MS);
    expect(await settled(world)).toEqual({ ended: ['expired too-old'], sent: 0 });
  });

  test('a write with a moment of its own is not sent after it, by whomever it was', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480, { expiresAt: shiftInstant(world.clock.now(), MINUTE_MS) })]);
    world.clock.pass(2 * MINUTE_MS);
    expect(await settled(world)).toEqual({ ended: ['expired too-old'], sent: 0 });
  });

  test('the market was read too long ago', async () => {
    const { world } = await decided();
    await world.worker.db.cursors
      .toCollection()
      .modify({ finishedAt: shiftInstant(world.clock.now(), -31 * MINUTE_MS) });
    expect(await settled(world)).toEqual({ ended: ['expired too-old'], sent: 0 });
  });

  test('the listing costs something else in the books by now', async () => {
    const { world, listing } = await decided();
    await world.worker.db.listings.update(listing.id, { price: usd(490) });
    expect(await settled(world)).toEqual({ ended: ['superseded changed-elsewhere'], sent: 0 });
  });

  test.each<[string, Partial<Listing>, string]>([
    ['not live any more', { status: 'inactive' }, 'superseded changed-elsewhere'],
    ['missing from a finished sweep', { missingSince: 1 as Listing['missingSince'] }, 'superseded changed-elsewhere'],
    ['sold', { status: 'sold' }, 'rejected gone'],
  ])('%s', async (_, change, how) => {
    const { world, listing } = await decided();
    await world.worker.db.listings.update(listing.id, change);
    expect(await settled(world)).toEqual({ ended: [how], sent: 0 });
  });

  test.each<[string, (world: OutboxWorld) => Promise<unknown>, string]>([
    [
      'the cost was corrected, and the floor is above it now',
      (world) => world.worker.db.inventory.toCollection().modify({ cost: usd(470) }),
      'superseded below-floor',
    ],
    [
      'the seller set a minimum above it',
      (world) => world.worker.db.inventory.toCollection().modify({ priceMinimum: usd(485) }),
      'superseded below-floor',
    ],
    [
      'the seller set a maximum below it',
      (world) => world.worker.db.inventory.toCollection().modify({ priceMaximum: usd(479) }),
      'superseded changed-elsewhere',
    ],
    [
      'the cost is not known any more',
      (world) => world.worker.db.inventory.toCollection().modify({ cost: null }),
      'superseded floor-unknown',
    ],
    [
      'the cost is in a currency without a rate',
      (world) => world.worker.db.inventory.toCollection().modify({ cost: { minor: usd(60).minor, currency: 'GBP' } }),
      'superseded floor-unknown',
    ],
    ['the fees are not known any more', (world) => world.worker.db.feeSchedules.clear(), 'superseded floor-unknown'],
    [
      'the rule asks for more now',
      (world) =>
        world.worker.db.repricingRules
          .toCollection()
          .modify((rule) => void Object.assign(rule.settings.floor, { ownMinimum: usd(481) })),
      'superseded below-floor',
    ],
    [
      'the rule was switched off',
      (world) => world.worker.db.repricingRules.toCollection().modify({ enabled: false }),
      'superseded paused',
    ],
    ['the rule is gone', (world) => world.worker.db.repricingRules.clear(), 'superseded floor-unknown'],
    [
      'an offer came up to it',
      (world) => world.worker.db.marketPrices.toCollection().modify({ highestOffer: usd(480) }),
      'superseded at-offer',
    ],
    [
      'repricing is not live any more',
      (world) => setRepricingMode(world.worker.db, 'preview', null, world.clock.now()),
      'superseded paused',
    ],
  ])('%s', async (_, change, how) => {
    const { world } = await decided();
    await change(world);
    expect(await settled(world)).toEqual({ ended: [how], sent: 0 });
  });
});

describe('what a person wants', () => {
  test.each<[string, number, Partial<{ belowFloor: boolean; intoOffer: boolean }>, string]>([
    ['below the floor, unsaid', 70, {}, 'rejected below-floor'],
    ['at the highest offer, unsaid', 90, { belowFloor: true }, 'rejected at-offer'],
    ['above both', 95, {}, 'confirmed'],
  ])('%s', async (_, to, flags, how) => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    const listing = await world.list(500);
    const { write, ...rest } = priceWrite(listing, to);
    await world.enqueue([{ ...rest, write: { ...write, ...flags } }]);
    await world.settle();
    expect(await standings(world)).toEqual([how]);
  });
});
