import { afterEach, expect, test } from 'vitest';
import { watchProduct } from '@/lib/commands/watch-product';
import { saveAlert } from '@/lib/commands/save-alert';
import { money } from '@/lib/domain/money/money';
import { HOUR_MS } from '@/lib/domain/time/instant';
import { makeAlertRow, makeAlertsBench } from '../fixtures/alerts-bench';
import { sandboxWorld, type SandboxWorld } from './sandbox-world';

/** From a competitor's ask in the market to the bell: read over HTTP, decided, confirmed by the next reading, rung once. */

const open: SandboxWorld[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A size the seller offers whose ask is known: the market lets that one be moved. */
async function pick({ world: { db } }: SandboxWorld) {
  const products = new Map((await db.products.toArray()).map((product) => [product.catalogId, product]));
  for (const listing of await db.listings.where('status').equals('active').toArray()) {
    const size = products.get(listing.catalogId)?.allowedSizes.find(({ value }) => value === listing.size.value);
    const prices = await db.marketPrices.where('catalogId').equals(listing.catalogId).toArray();
    const price = prices.find(
      ({ variant }) =>
        variant.usSize === size?.usValue &&
        variant.condition === 'new' &&
        variant.packaging === 'good' &&
        variant.consigned === null,
    );
    if (size === undefined || price?.lowestAsk == null || price.lowestAsk.minor < 6000) continue;
    if (listing.condition !== 'new' || listing.packaging !== 'good') continue;
    const { catalogId, externalId } = listing;
    return { listingId: externalId, catalogId, usSize: size.usValue, ask: price.lowestAsk.minor };
  }
  throw new Error('Nothing of the market can be moved.');
}

test('an ask that comes down and stays there rings once; one that is gone at the next reading rings nobody', async () => {
  const made = await sandboxWorld();
  open.push(made);
  const { db, clock, notifications, settle } = made.world;
  await settle();
  const { listingId, catalogId, usSize, ask } = await pick(made);
  let nth = 0;
  const deps = { db, now: () => clock.now(), newId: () => `own-${(nth += 1)}` };
  const { itemId } = await watchProduct(deps, { catalogId, usSize, targetPrice: null });
  const price = money(ask - 1000, 'USD');
  const { options } = makeAlertRow({ options: { confirm: true, rearmMinutes: 0 } });
  await saveAlert(deps, {
    id: null,
    itemIds: [itemId],
    enabled: true,
    trigger: { kind: 'ask-at-or-below', price },
    options,
  });
  const bench = makeAlertsBench(db, clock);
  const move = async (cents: number) => {
    await made.control('move-ask', { listingId, askCents: cents });
    clock.pass(2 * HOUR_MS);
    await settle();
    await bench.look();
    await made.world.engine.tick();
  };
  await move(price.minor - 100);
  await move(price.minor + 500);
  expect(notifications.shown, 'gone at the next reading').toEqual([]);
  await move(price.minor - 100);
  await move(price.minor - 200);
  await move(price.minor - 300);
  expect(notifications.shown.map(({ message }) => message)).toEqual([`ask ${price.minor - 200}`]);
  expect(await db.alertEvents.count()).toBe(1);
}, 60_000);
