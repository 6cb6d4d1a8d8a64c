import { describe, expect, test } from 'vitest';
import type { OutboxRow } from '@/lib/db/selling-rows';
import type { NewWrite } from '@/lib/outbox/enqueue';
import { makeDraft } from '../fixtures/drafts';
import { blindDrain } from './outbox-mutants';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { priceWrite, standings } from './outbox-rules';
import { makeSharedMarket } from './shared-market';

/** I6: what may or may not have been sent is read before anything else; it is never sent again blind. */

const market = makeSharedMarket();

type Kind = 'price' | 'activate' | 'deactivate' | 'delete' | 'create' | 'create-one' | 'picture';

async function writeOf(world: OutboxWorld, kind: Kind): Promise<NewWrite> {
  const listing = await world.list(500, { live: kind !== 'activate' });
  const { id: entityId, externalId } = listing;
  switch (kind) {
    case 'price':
      return priceWrite(listing, 480);
    case 'activate':
    case 'deactivate':
    case 'delete':
      return { entityId, write: { kind: `listing/${kind}`, externalId } };
    case 'picture': {
      await world.worker.db.listingPictures.put({
        id: 'picture',
        createdAt: listing.createdAt,
        updatedAt: listing.createdAt,
        pairId: 'pair',
        type: 'PICTURE_TYPE_OUTER',
        order: null,
        dataUrl: 'data:image/png;base64,iVBORw0KGgo=',
        externalId: null,
      });
      return { entityId, write: { kind: 'listing/picture', externalId, pictureId: 'picture' } };
    }
    case 'create':
    case 'create-one': {
      const pair = await world.stock();
      const draft = makeDraft(
        kind === 'create' ? {} : { condition: 'new-with-defects', defects: ['LISTING_DEFECT_DAMAGE'] },
      );
      return { entityId: pair.id, write: { kind: 'listing/create', pairId: pair.id, draft, activate: true } };
    }
  }
}

/** As a worker leaves a write that died between sending and recording. */
async function leaveHalfSent(world: OutboxWorld): Promise<OutboxRow> {
  const { db } = world.worker;
  await db.outbox.toCollection().modify({
    state: 'sending',
    attempts: 1,
    sentAt: world.clock.now(),
    lease: { fence: 0, until: world.clock.now() },
  });
  const [row] = await world.outbox();
  if (row === undefined) throw new Error('Nothing was enqueued');
  return row;
}

/** The first request that is about this write, and the first that changes something. */
async function firstRequests(world: OutboxWorld): Promise<{ readonly reads: number; readonly writesAt: number }> {
  world.requests.splice(0);
  world.clock.pass(1000);
  await world.settle();
  const writesAt = world.requests.findIndex(({ method }) => method !== 'GET');
  const isAbout = ({ path }: { path: string }): boolean =>
    /^\/listings(\/[^/]+)?$/.test(path) && !path.startsWith('/listings/batch');
  return { reads: world.requests.slice(0, writesAt).filter(isAbout).length, writesAt };
}

const KINDS: readonly Kind[] = ['price', 'activate', 'deactivate', 'delete', 'create', 'create-one', 'picture'];

describe('I6 unknown is read first', () => {
  test.each(KINDS)('%s', async (kind) => {
    const world = await makeOutboxWorld({ market });
    await world.enqueue([await writeOf(world, kind)], { kind: 'list' });
    await leaveHalfSent(world);
    const { reads, writesAt } = await firstRequests(world);
    expect(writesAt).toBeGreaterThan(0);
    expect(reads).toBeGreaterThan(0);
    expect(await standings(world)).toEqual(['confirmed']);
  });

  test('many at once are read in pages, not one by one', async () => {
    const world = await makeOutboxWorld({ market });
    const writes: NewWrite[] = [];
    for (let nth = 0; nth < 40; nth += 1) writes.push(priceWrite(await world.list(500 + nth), 480));
    await world.enqueue(writes);
    await leaveHalfSent(world);
    const { reads, writesAt } = await firstRequests(world);
    expect(reads).toBeGreaterThan(0);
    expect(writesAt).toBeLessThan(8);
    expect(new Set(await standings(world))).toEqual(new Set(['confirmed']));
  });

  test('an outbox that sends again without looking fails this test', async () => {
    const world = await makeOutboxWorld({ market, drain: blindDrain });
    await world.enqueue([await writeOf(world, 'price')]);
    await leaveHalfSent(world);
    expect((await firstRequests(world)).reads).toBe(0);
  });
});
