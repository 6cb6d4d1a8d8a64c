import { describe, expect, test } from 'vitest';
import { usd } from '../fixtures/builders';
import { refusedMeansOthers } from './outbox-mutants';
import { effectsOf } from './effects-of';
import { makeOutboxWorld } from './outbox-world';
import { allowRules, enqueueRules, priceWrite, standings } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I7: a refused condition is read back before it is judged: it may have been refused because our own request came twice. */

const market = makeSharedMarket();

describe('I7 a refused condition is read back', () => {
  test('delivered twice by the browser, which shows the second answer only: it is done, not a conflict', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    world.journeys.push('twice');
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    expect(effectsOf(world, 'listing/price')).toEqual([`${listing.externalId} 50000>48000`]);
  });

  test('somebody else changed it: what it costs now is kept beside what was wanted, and nothing is overwritten', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    await world.elsewhere(listing.externalId, 555);
    await world.settle();
    expect(await standings(world)).toEqual(['superseded changed-elsewhere']);
    expect((await world.outbox())[0]?.conflict).toEqual({ price: usd(555), status: 'active' });
    expect((await world.told(listing.externalId))?.price).toBe(555);
    expect((await world.worker.db.listings.get(listing.id))?.price).toEqual(usd(555));
  });

  test("a rule that meets somebody else's change simply ends: the next run decides anew", async () => {
    const world = await makeOutboxWorld({ market });
    await allowRules(world);
    const listing = await world.list(500);
    await enqueueRules(world, [[listing, 480]]);
    await world.elsewhere(listing.externalId, 555);
    await world.settle();
    expect(await standings(world)).toEqual(['superseded changed-elsewhere']);
  });

  test('somebody else set the very price that was wanted: it is done', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    await world.enqueue([priceWrite(listing, 480)]);
    await world.elsewhere(listing.externalId, 480);
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
  });

  test('an outbox that takes every refusal for somebody else fails this test', async () => {
    const world = await makeOutboxWorld({ market, wrap: refusedMeansOthers });
    await world.enqueue([priceWrite(await world.list(500), 480)]);
    world.journeys.push('twice');
    await world.settle();
    expect(await standings(world)).toEqual(['superseded changed-elsewhere']);
  });
});
