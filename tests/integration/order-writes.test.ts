import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import type { OrderStatus } from '@/lib/domain/orders/order';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { blindDrain } from './outbox-mutants';
import { ask, orderOf, readOrder, soldOrder } from './order-world';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type Journey, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/**
 * Orders are confirmed, labelled and shipped at most once each, whatever dies or gets lost on the way; what was sent and
 * not answered is read before anything else; and the books never go back.
 */

const market = makeSharedMarket();

const JOURNEYS: readonly Journey[] = ['ok', 'twice', 'request-lost', 'response-lost', 'late'];

const state = async (world: OutboxWorld) =>
  Object.fromEntries(
    (await world.outbox()).map((row) => [
      row.kind,
      row.problem?.message ? `${row.state}: ${row.problem.message}` : row.state,
    ]),
  );

/** How often each thing happened to this order at the market. */
function happened(world: OutboxWorld, externalId: string) {
  const count = (kind: string, to?: string) =>
    world
      .effects()
      .filter((effect) => effect.kind === kind && effect.id === externalId && (to === undefined || effect.to === to))
      .length;
  return {
    confirmed: count('order/status', 'ORDER_STATUS_CONFIRMED'),
    labels: count('order/label'),
    shipped: count('order/status', 'ORDER_STATUS_IN_TRANSIT'),
    cancelled: count('order/status', 'ORDER_STATUS_CANCELED'),
  };
}

describe('an order on its way through the outbox', () => {
  test('confirm and label in sequence, then ship; the books say the same as alias', async () => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    expect(await ask(world, [order.id], { do: 'confirm', label: { type: 'drop-off' } })).toMatchObject({ accepted: 1 });
    await world.settle();
    expect(await state(world)).toEqual({ 'order/confirm': 'confirmed', 'order/label': 'confirmed' });
    const labelled = await orderOf(world.worker.db, order.externalId);
    expect(labelled).toMatchObject({ status: 'label-generated', label: { type: 'drop-off' } });
    await ask(world, [order.id], { do: 'ship' });
    await world.settle();
    expect((await orderOf(world.worker.db, order.externalId)).status).toBe('in-transit');
    expect(happened(world, order.externalId)).toEqual({ confirmed: 1, labels: 1, shipped: 1, cancelled: 0 });
  });

  test('a refusal is believed after the order was read', async () => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'confirm', label: null });
    await world.worker.db.outbox
      .toCollection()
      .modify({ write: { kind: 'order/ship', externalId: order.externalId }, kind: 'order/ship' });
    await world.settle();
    expect(await state(world)).toEqual({ 'order/ship': expect.stringMatching(/^rejected: .*refused it \(402\)/) });
    expect(world.requests.at(-1)).toMatchObject({ method: 'GET', path: `/orders/${order.externalId}` });
  });

  test('a label that waits for a confirmation alias refuses is not made', async () => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'confirm', label: { type: null } });
    await world.sandbox.fetch(
      new Request(`http://market.test/api/v1/orders/${order.externalId}/cancel`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.sandbox.token}`, 'content-type': 'application/json' },
      }),
    );
    await world.settle();
    expect(
      (await world.outbox()).map(({ kind, state: at, problem }) => `${kind} ${at} ${problem?.code}`).toSorted(),
    ).toEqual(['order/confirm rejected order-over', 'order/label rejected prerequisite']);
    expect((await orderOf(world.worker.db, order.externalId)).status).toBe('cancelled');
  });

  test('what a reading found done meanwhile is not sent at all', async () => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'confirm', label: null });
    await world.sandbox.fetch(
      new Request(`http://market.test/api/v1/orders/${order.externalId}/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.sandbox.token}`, 'content-type': 'application/json' },
      }),
    );
    await readOrder(world, order.externalId);
    world.requests.splice(0);
    await world.settle();
    expect(await state(world)).toEqual({ 'order/confirm': 'confirmed' });
    expect(world.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('neither a pause of repricing nor an account full of batches keeps an order back', async () => {
    const full = { used: 2000, maximum: 2000 };
    const wrap = (marketplace: Marketplace): Marketplace => ({
      ...marketplace,
      getBatchQuota: async (options) => ({ ...(await marketplace.getBatchQuota(options)), value: full }),
    });
    const world = await makeOutboxWorld({ market, wrap });
    const order = await soldOrder(world);
    const listing = await world.list(120);
    await setRepricingMode(world.worker.db, 'paused', null, world.clock.now());
    await world.enqueue([
      { entityId: listing.id, write: { kind: 'listing/deactivate', externalId: listing.externalId } },
    ]);
    await ask(world, [order.id], { do: 'confirm', label: { type: null } });
    await world.reborn().drain();
    expect(await state(world)).toEqual({
      'listing/deactivate': 'pending',
      'order/confirm': 'confirmed',
      'order/label': 'confirmed',
    });
  });

  test('a cancellation reverses the sale, brings the pair back, and asks for its listing', async () => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'cancel' });
    await world.settle();
    const { db } = world.worker;
    const sale = await db.sales.where('[marketplace+externalOrderId]').equals(['alias', order.externalId]).first();
    expect(sale).toMatchObject({ status: 'reversed', reversal: { reason: 'cancelled', penalty: null } });
    expect(await db.inventory.get(sale?.pairId ?? '')).toMatchObject({ status: 'in-stock', soldAt: null });
    const listing = await db.listings
      .where('externalId')
      .equals(order.externalListingId ?? '')
      .first()
      .catch(() => undefined);
    expect(listing?.missingSince ?? world.clock.now()).not.toBeNull();
    expect(await db.notices.toArray(), 'nobody is told what they did themselves').toEqual([]);
  });
});

test.each(['order/confirm', 'order/label', 'order/ship', 'order/cancel'] as const)(
  'a half-sent %s is read before anything is sent',
  async (kind) => {
    const world = await makeOutboxWorld({ market });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'confirm', label: null });
    const { externalId } = order;
    const write =
      kind === 'order/label'
        ? { kind, externalId, labelType: null, again: false, instead: null }
        : { kind, externalId };
    await world.worker.db.outbox
      .toCollection()
      .modify({ kind, write, state: 'sending', attempts: 1, sentAt: world.clock.now() });
    world.requests.splice(0);
    await world.settle();
    expect(world.requests[0]).toMatchObject({ method: 'GET', path: `/orders/${externalId}` });
  },
);

const RANK = (status: OrderStatus): number =>
  ['confirmed', 'label-generated', 'in-transit', 'completed', 'cancelled'].indexOf(status);

interface Story {
  readonly dies: readonly number[];
  readonly journeys: readonly Journey[];
  readonly drain?: typeof blindDrain;
  readonly wrap?: (marketplace: Marketplace) => Marketplace;
}

/** Confirm, label and ship with workers that die and answers that get lost, up to the end. */
async function live({ dies, journeys, ...broken }: Story) {
  const world = await makeOutboxWorld({ market, ...broken });
  const order = await soldOrder(world);
  const ranks: number[] = [];
  const look = async () => ranks.push(RANK((await orderOf(world.worker.db, order.externalId)).status));
  world.journeys.push(...journeys);
  const ways = [...dies];
  const run = async () => {
    for (const dieAt of ways.splice(0, 3)) {
      await world
        .reborn(dieAt)
        .drain()
        .catch(() => null);
      await look();
      world.clock.pass(61_000);
    }
    await world.settle();
    await world.deliverLate();
    await readOrder(world, order.externalId);
    await look();
  };
  await ask(world, [order.id], { do: 'confirm', label: { type: 'shipping' } });
  await run();
  await ask(world, [order.id], { do: 'ship' });
  await run();
  return { world, order, ranks, done: happened(world, order.externalId) };
}

describe('whatever dies or gets lost', () => {
  test('an order is confirmed, labelled and shipped once, and the books never go back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 6 }),
        fc.array(fc.constantFrom(...JOURNEYS), { maxLength: 6 }),
        async (dies, journeys) => {
          const { world, order, ranks, done } = await live({ dies, journeys });
          expect(done).toEqual({ confirmed: 1, labels: 1, shipped: 1, cancelled: 0 });
          expect((await world.outbox()).map((row) => row.state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          expect((await orderOf(world.worker.db, order.externalId)).status).toBe('in-transit');
        },
      ),
      { numRuns: 20, seed: 20_260_302 },
    );
  });

  test('an outbox that sends again without looking is found out', async () => {
    const world = await makeOutboxWorld({ market, drain: blindDrain });
    const order = await soldOrder(world);
    await ask(world, [order.id], { do: 'confirm', label: null });
    await world.worker.db.outbox.toCollection().modify({ state: 'sending', attempts: 1, sentAt: world.clock.now() });
    world.requests.splice(0);
    await world.settle();
    const about = world.requests.filter(({ path }) => path.startsWith(`/orders/${order.externalId}`));
    expect(about[0]?.method, 'the mutant asks nobody').toBe('POST');
  });
});

test('effects are told by what the market did', async () => {
  const { world } = await live({ dies: [], journeys: [] });
  expect(effectsOf(world, 'order/label')).toHaveLength(1);
});
