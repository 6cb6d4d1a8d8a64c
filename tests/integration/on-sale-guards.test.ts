import { describe, expect, test } from 'vitest';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { Listing } from '@/lib/domain/listings/listing';
import { usd } from '../fixtures/builders';
import { allowRules, priceWrite, standings } from './outbox-rules';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/**
 * The last look before something goes on sale, or a person's price goes out: between the wish and its sending offers come
 * up, costs are corrected, and pairs are sold elsewhere.
 */

const market = makeSharedMarket();

async function waiting(
  price: number,
  words: { readonly belowFloor?: boolean; readonly intoOffer?: boolean } = {},
  pair: Partial<Pair> = {},
): Promise<{ readonly world: OutboxWorld; readonly listing: Listing }> {
  const world = await makeOutboxWorld({ market });
  await allowRules(world);
  const listing = await world.list(price, { live: false, pair });
  const write = { kind: 'listing/activate', externalId: listing.externalId, ...words } as const;
  await world.enqueue([{ entityId: listing.id, write }], { kind: 'activate' });
  return { world, listing };
}

async function ended({ world, listing }: Awaited<ReturnType<typeof waiting>>) {
  await world.settle();
  return [await standings(world), (await world.told(listing.externalId))?.status === 'active'];
}

describe('on sale', () => {
  test.each<[string, number, (world: OutboxWorld) => Promise<unknown>, object, string, boolean]>([
    ['nothing against it', 500, async () => null, {}, 'confirmed', true],
    ['an offer came up to it', 500, offer(500), {}, 'rejected at-offer', false],
    ['an offer came up, and it is meant', 500, offer(500), { intoOffer: true }, 'confirmed', true],
    ['the floor rose above it', 500, cost(480), {}, 'rejected below-floor', false],
    ['the floor rose, and it is meant', 500, cost(480), { belowFloor: true }, 'confirmed', true],
    ['its floor is not known', 500, cost(null), {}, 'confirmed', true],
    [
      'its floor is not known, and an offer came up',
      500,
      (w) => cost(null)(w).then(() => offer(500)(w)),
      {},
      'rejected at-offer',
      false,
    ],
    ['the pair was sold elsewhere', 500, become('sold'), {}, 'rejected gone', false],
    ['the pair was given back', 500, become('returned'), {}, 'rejected gone', false],
  ])('%s', async (_, price, change, words, how, isLive) => {
    const made = await waiting(price, words);
    await change(made.world);
    expect(await ended(made)).toEqual([[how], isLive]);
  });
});

describe('a price a person wants', () => {
  test.each<[string, (world: OutboxWorld) => Promise<unknown>, boolean, string]>([
    ['the cost was taken out of the books since', cost(null), false, 'rejected floor-unknown'],
    [
      'the fees are not known any more',
      (world) => world.worker.db.feeSchedules.clear(),
      false,
      'rejected floor-unknown',
    ],
    ['it was meant without a floor', cost(null), true, 'confirmed'],
  ])('%s', async (_, change, belowFloor, how) => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    const listing = await world.list(500);
    const { write, ...rest } = priceWrite(listing, 480);
    await world.enqueue([{ ...rest, write: { ...write, belowFloor } as typeof write }]);
    await change(world);
    await world.settle();
    expect(await standings(world)).toEqual([how]);
  });
});

function offer(amount: number) {
  return ({ worker: { db } }: OutboxWorld) => db.marketPrices.toCollection().modify({ highestOffer: usd(amount) });
}

function cost(amount: number | null) {
  return ({ worker: { db } }: OutboxWorld) =>
    db.inventory.toCollection().modify({ cost: amount === null ? null : usd(amount) });
}

function become(status: Pair['status']) {
  return ({ worker: { db } }: OutboxWorld) => db.inventory.toCollection().modify({ status });
}
