import { expect, test } from 'vitest';
import { instant } from '@/lib/domain/time/instant';
import { ask, soldOrder } from './order-world';
import { makeOutboxWorld } from './outbox-world';

test('a label whose worker died over it is looked for only when its request had its time', async () => {
  const world = await makeOutboxWorld();
  const order = await soldOrder(world);
  const { db } = world.worker;
  await ask(world, [order.id], { do: 'confirm', label: null });
  const { externalId } = order;
  const write = { kind: 'order/label', externalId, labelType: null, again: false, instead: null } as const;
  const sentAt = world.clock.now();
  await db.outbox.toCollection().modify({ kind: write.kind, write, state: 'sending', attempts: 1, sentAt });
  world.requests.splice(0);
  await world.worker.drain();
  expect(world.requests).toEqual([]);
  expect(await world.outbox()).toMatchObject([{ state: 'unknown', nextAt: instant(sentAt + 15_000) }]);
  await world.settle();
  expect(world.requests[0]).toMatchObject({ method: 'GET', path: `/orders/${externalId}` });
});
