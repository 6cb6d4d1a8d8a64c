import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderWish } from '@/lib/commands/change-orders';
import { retryWrites } from '@/lib/commands/retry-writes';
import { openOrderWrites } from '@/lib/db/repositories/order-writes';
import { isOpenWrite } from '@/lib/domain/outbox/write';
import { ask, orderOf, readOrder, soldOrder } from './order-world';
import { makeOutboxWorld, type Journey, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** Somebody presses whatever there is, twice, in two windows, while requests leave, get lost and workers die over them. */

const market = makeSharedMarket();

type Press = OrderWish | 'retry-all';

const PRESSES: readonly Press[] = [
  { do: 'confirm', label: null },
  { do: 'confirm', label: { type: 'shipping' } },
  { do: 'label', type: 'shipping', again: false },
  { do: 'label', type: 'drop-off', again: true },
  { do: 'ship' },
  { do: 'cancel' },
  'retry-all',
];

const JOURNEYS: readonly Journey[] = ['ok', 'ok', 'twice', 'request-lost', 'response-lost'];

interface Story {
  /** What is pressed before which request leaves, both counted from 0; twice at once, as two windows would. */
  readonly presses: readonly { readonly at: number; readonly what: Press }[];
  readonly journeys: readonly Journey[];
  readonly dies: readonly number[];
  /** After so many requests alias cancels the order by itself; null: it does not. */
  readonly cancelledAt: number | null;
}

let commands = 0;

async function press(world: OutboxWorld, orderId: string, what: Press): Promise<void> {
  if (what !== 'retry-all') return void (await ask(world, [orderId], what));
  const { db } = world.worker;
  const failed = (await world.outbox()).filter(({ state }) => !isOpenWrite(state) && state !== 'confirmed');
  const deps = { db, now: () => world.clock.now(), newId: () => `retried-${(commands += 1)}`, freshMs: 0 };
  const none = { readDrafts: async () => [], readListed: async () => [] };
  await retryWrites(
    { ...deps, ...none },
    failed.map(({ id }) => id),
  );
}

async function live({ presses, journeys, dies, cancelledAt }: Story) {
  const world = await makeOutboxWorld({ market });
  const { externalId, id } = await soldOrder(world);
  world.journeys.push(...journeys);
  let requests = 0;
  const pressAt = async (nth: number) => {
    for (const { what } of presses.filter(({ at }) => at === nth)) {
      await Promise.all([press(world, id, what), press(world, id, what)]);
    }
    if (cancelledAt === nth)
      await world.sandbox.fetch(
        new Request(`http://market.test/api/v1/orders/${externalId}/cancel`, {
          method: 'POST',
          headers: { authorization: `Bearer ${world.sandbox.token}` },
        }),
      );
  };
  world.onRequest = () => pressAt((requests += 1));
  await pressAt(0);
  for (const dieAt of dies) {
    await world
      .reborn(dieAt)
      .drain()
      .catch(() => null);
    world.clock.pass(61_000);
  }
  await world.settle();
  const last = Math.max(0, ...presses.map(({ at }) => at), cancelledAt ?? 0);
  // What nobody was asked for in time is pressed when all is still.
  for (let nth = requests + 1; nth <= last; nth += 1) {
    requests = nth;
    await pressAt(nth);
    await world.settle();
  }
  await readOrder(world, externalId);
  return { world, externalId };
}

const effects = (world: OutboxWorld, kind: string, externalId: string) =>
  world.effects().filter((effect) => effect.kind === kind && effect.id === externalId);

test('whatever is pressed, when and how often: each thing is done once, nothing after a cancellation, all of it ends', async () => {
  const story: fc.Arbitrary<Story> = fc.record({
    presses: fc.array(fc.record({ at: fc.nat(8), what: fc.constantFrom(...PRESSES) }), { minLength: 1, maxLength: 6 }),
    journeys: fc.array(fc.constantFrom(...JOURNEYS), { maxLength: 5 }),
    dies: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 2 }),
    cancelledAt: fc.option(fc.nat(6), { freq: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(story, async (given) => {
      const { world, externalId } = await live(given);
      const { db } = world.worker;
      const rows = await world.outbox();
      expect(rows.filter(({ state }) => isOpenWrite(state))).toEqual([]);
      expect(await openOrderWrites(db)).toEqual([]);
      const told = effects(world, 'order/status', externalId).map(({ to }) => to);
      for (const to of ['CONFIRMED', 'IN_TRANSIT', 'CANCELED'])
        expect(told.filter((each) => each === `ORDER_STATUS_${to}`).length).toBeLessThanOrEqual(1);
      const cancelled = told.indexOf('ORDER_STATUS_CANCELED');
      if (cancelled !== -1) expect(told.slice(cancelled + 1)).toEqual([]);
      // A label is made for each write about one, and once more when the browser delivered its request twice.
      const labels = effects(world, 'order/label', externalId).length;
      const wishes = rows.filter(({ kind, state }) => kind === 'order/label' && state === 'confirmed').length;
      expect(labels).toBeLessThanOrEqual(wishes + given.journeys.filter((journey) => journey === 'twice').length);
      // What the books call done, the market did, and the other way round.
      const { status } = await orderOf(db, externalId);
      const done = (kind: string) => rows.some((row) => row.kind === kind && row.state === 'confirmed');
      if (done('order/ship')) expect(status).toBe('in-transit');
      if (done('order/cancel')) expect(status).toBe('cancelled');
    }),
    { numRuns: 25, seed: 6 },
  );
});
