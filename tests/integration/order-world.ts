import type { ArchvdDatabase } from '@/lib/db/database';
import { changeOrders, type OrderWish } from '@/lib/commands/change-orders';
import type { Order } from '@/lib/domain/orders/order';
import { fakeRandom } from '../fakes/fake-platform';
import type { OutboxWorld } from './outbox-world';

/** A listing of ours is bought, and the books hear of it. */
export async function soldOrder(world: OutboxWorld): Promise<Order> {
  const { deps } = world.worker;
  const listing = await world.list(150);
  const sold = await world.sandbox.fetch(
    new Request('http://market.test/sandbox/sell', {
      method: 'POST',
      headers: { authorization: `Bearer ${world.sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ listingId: listing.externalId }),
    }),
  );
  if (!sold.ok) throw new Error(`Nobody bought it: ${await sold.text()}`);
  const { order } = (await sold.json()) as { readonly order: { readonly id: string } };
  await readOrder(world, order.id);
  return orderOf(deps.db, order.id);
}

/** As the next reading would. */
export async function readOrder(world: OutboxWorld, externalId: string): Promise<void> {
  const { deps } = world.worker;
  const { value } = await deps.marketplace.getOrder(externalId, { priority: 'user' });
  const keeping = await deps.orderKeeping();
  await deps.db.transaction('rw', [...keeping.tables], async () => keeping.keep(value, world.clock.now()));
}

export async function orderOf(db: ArchvdDatabase, externalId: string): Promise<Order> {
  const order = await db.orders.where('[marketplace+externalId]').equals(['alias', externalId]).first();
  if (order === undefined) throw new Error('The order is not in the books');
  return order;
}

let commands = 0;

/** What a person asks for, as the desk would put it down. */
export async function ask(world: OutboxWorld, orderIds: readonly string[], wish: OrderWish) {
  const { db } = world.worker.deps;
  const random = fakeRandom();
  commands += 1;
  const begin = `command-${commands}-`;
  return changeOrders({ db, now: () => world.clock.now(), newId: () => `${begin}${random.id()}` }, orderIds, wish);
}
