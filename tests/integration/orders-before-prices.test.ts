import { expect, test } from 'vitest';
import { createRequestGate } from '@/lib/marketplaces/http/request-gate';
import { freshBudget } from '@/lib/domain/throttle/bucket';
import type { BudgetState } from '@/lib/domain/throttle/policy';
import type { Priority } from '@/lib/domain/throttle/priority';
import type { WriteAuthor } from '@/lib/domain/outbox/write';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { limitsFor } from '@/lib/marketplaces/alias/limits';
import type { CallOptions } from '@/lib/marketplaces/contract/call';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import { drainOutbox } from '@/lib/outbox/drain-outbox';
import { makeWrite, usd } from '../fixtures/builders';
import { ask, orderOf, soldOrder } from './order-world';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';

/** Thousands of prices wait, and an order runs out. */

/** Prices of listings that wait since before `now`; the market never sees them in these tests. */
async function queuePrices(world: OutboxWorld, count: number, by: WriteAuthor = 'user', from = 0): Promise<void> {
  const { db } = world.worker;
  const createdAt = world.clock.now();
  const stamp = { createdAt, updatedAt: createdAt, nextAt: createdAt, expiresAt: null };
  const wish = { from: usd(500), to: usd(480), intoOffer: false, belowFloor: true };
  await db.outbox.bulkAdd(
    Array.from({ length: count }, (_, nth) => {
      const id = `price-${by}-${from + nth}`;
      const externalId = `L-${id}`;
      const write = { ...wish, kind: 'listing/price', externalId } as const;
      return makeWrite({ ...stamp, id, entityId: id, externalId, by, write, kind: 'listing/price', state: 'pending' });
    }),
  );
  world.clock.pass(1000);
}

const writesOf = ({ requests }: OutboxWorld) =>
  requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

/** The account never has room: as if another program had filled it. */
const full = (marketplace: Marketplace): Marketplace => ({
  ...marketplace,
  getBatchQuota: async (options) => {
    const answer = await marketplace.getBatchQuota(options);
    return { ...answer, value: { used: 1000, maximum: 1000 } };
  },
});

/** One round of the outbox: it is over as soon as a request leaves that `isLast` says so of, which is lost. */
async function oneRound(world: OutboxWorld, isLast: (method: string, path: string) => boolean): Promise<void> {
  let isOver = false;
  world.onRequest = (method, path) => {
    isOver ||= isLast(method, path);
    if (isOver) throw new Error('enough');
  };
  const run = await world.worker.claim();
  if (run === null) throw new Error('The job is held');
  await drainOutbox(world.worker.deps, { ...run, shouldYield: () => isOver }).catch((error: unknown) => {
    if (!isOver) throw error;
  });
}

test('behind 2,500 prices and a full account, an order goes out in the next round, before all of them', async () => {
  const world = await makeOutboxWorld({ wrap: full });
  const order = await soldOrder(world);
  await queuePrices(world, 2500);
  await ask(world, [order.id], { do: 'confirm', label: { type: 'shipping' } });
  await oneRound(world, (method, path) => method !== 'GET' && !path.startsWith('/orders'));
  const { externalId } = order;
  expect(writesOf(world).slice(0, 2)).toEqual([
    `POST /orders/${externalId}/confirm`,
    `POST /orders/${externalId}/generate_label`,
  ]);
  expect(await orderOf(world.worker.db, externalId)).toMatchObject({ status: 'label-generated' });
});

test('behind 1,100 prices whose answers were lost, an order whose answer was lost is read back first', async () => {
  const world = await makeOutboxWorld({ wrap: full });
  const order = await soldOrder(world);
  await queuePrices(world, 1100);
  await world.worker.db.outbox.toCollection().modify({ state: 'unknown', sentAt: world.clock.now() });
  await ask(world, [order.id], { do: 'confirm', label: null });
  await world.worker.db.outbox.where('entityId').equals(order.id).modify({ state: 'unknown' });
  const path = `/orders/${order.externalId}`;
  const before = world.requests.length;
  await oneRound(world, () => world.requests.length - before === 1);
  expect(world.requests.slice(before)).toMatchObject([{ method: 'GET', path }]);
});

test('a full account is left alone for a minute, and an order that waits for two seconds is not', async () => {
  const world = await makeOutboxWorld({ wrap: full });
  const order = await soldOrder(world);
  await queuePrices(world, 10);
  await ask(world, [order.id], { do: 'confirm', label: null });
  const { db } = world.worker;
  const nextAt = shiftInstant(world.clock.now(), 11_000);
  await db.outbox.where('entityId').equals(order.id).modify({ nextAt });
  const verdict = await world.worker.drain();
  expect(verdict).toEqual({ waitUntil: nextAt });
});

/** What every request was asked as. */
function asked(priorities: Map<string, Priority>) {
  return (marketplace: Marketplace): Marketplace =>
    Object.fromEntries(
      Object.entries(marketplace).map(([name, member]) => {
        if (typeof member !== 'function') return [name, member];
        return [
          name,
          (...given: unknown[]) => {
            const options = given.at(-1) as CallOptions;
            priorities.set(name, options.priority);
            return (member as (...all: unknown[]) => unknown)(...given);
          },
        ];
      }),
    ) as unknown as Marketplace;
}

test('orders may spend all of the rate, the prices of a person and of rules leave some of it', async () => {
  const priorities = new Map<string, Priority>();
  const world = await makeOutboxWorld({ wrap: asked(priorities) });
  const order = await soldOrder(world);
  const listing = await world.list(500);
  const wish = { from: usd(500), to: usd(480), intoOffer: false, belowFloor: true };
  const write = { ...wish, kind: 'listing/price', externalId: listing.externalId } as const;
  await world.enqueue([{ entityId: listing.id, write }]);
  await ask(world, [order.id], { do: 'confirm', label: null });
  await world.settle();
  expect(Object.fromEntries(priorities)).toMatchObject({
    confirmOrder: 'user',
    batchUpdate: 'orders',
    getBatch: 'orders',
    listBatchOperations: 'orders',
  });
});

test('a bucket that prices have emptied as far as they may has a token for an order at once', async () => {
  const limits = limitsFor('https://api.alias.org/api/v1');
  let now = 0 as Instant;
  let state: BudgetState = freshBudget(now, limits);
  const gate = createRequestGate(
    { update: async (change) => (state = change(state)) },
    {
      limits,
      now: () => now,
      random: () => 0.5,
      sleep: async (ms) => {
        now = shiftInstant(now, ms);
      },
    },
  );
  for (let nth = 0; nth < 30; nth += 1) await gate.enter(nth % 2 === 0 ? 'repricing' : 'orders');
  const before = now;
  await gate.enter('user');
  expect(now).toBe(before);
});

test("a person's price does not wait for 2,500 of the rules", async () => {
  const world = await makeOutboxWorld();
  await queuePrices(world, 2501, 'rule');
  await world.worker.db.writeGroups.add({ ...GROUP, createdAt: world.clock.now(), updatedAt: world.clock.now() });
  await world.worker.db.outbox.toCollection().modify({ groupId: GROUP.id });
  await queuePrices(world, 1);
  await oneRound(world, (method) => method !== 'GET');
  const sent = await world.worker.db.outbox.where('state').equals('unknown').toArray();
  expect(sent.map(({ by }) => by)).toEqual(['user']);
});

const GROUP = {
  id: 'approved',
  kind: 'reprice',
  by: 'rule',
  total: 2501,
  runId: 'run',
  approved: true,
  undoneBy: null,
  dismissedAt: null,
} as const;
