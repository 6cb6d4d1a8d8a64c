import { describe, expect, test } from 'vitest';
import { MarketError } from '@/lib/domain/errors/market-error';
import type { Marketplace } from '@/lib/marketplaces/contract/marketplace';
import type { NewWrite } from '@/lib/outbox/enqueue';
import { usd } from '../fixtures/builders';
import { makeDraft } from '../fixtures/drafts';
import { priceWrite, standings } from './outbox-rules';
import { effectsOf } from './effects-of';
import { makeOutboxWorld, type OutboxWorld } from './outbox-world';
import { makeSharedMarket } from './shared-market';

/** What can go wrong between outbox and marketplace, and what becomes of the writes that had no part in it. */

const market = makeSharedMarket();

async function manyPrices(world: OutboxWorld, count: number): Promise<NewWrite[]> {
  const writes: NewWrite[] = [];
  for (let nth = 0; nth < count; nth += 1) writes.push(priceWrite(await world.list(500 + nth), 480));
  return writes;
}

const batches = (world: OutboxWorld, name: string) => world.requests.filter(({ path }) => path === `/listings/${name}`);

async function counted(world: OutboxWorld): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const standing of await standings(world)) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}

/** A marketplace that says this once to the first request of a name. */
function failing(name: keyof Marketplace, ...errors: readonly MarketError[]) {
  const left = [...errors];
  return (marketplace: Marketplace): Marketplace => ({
    ...marketplace,
    [name]: (...given: unknown[]) => {
      const error = left.shift();
      if (error !== undefined) return Promise.reject(error);
      return (marketplace[name] as (...args: unknown[]) => unknown)(...given);
    },
  });
}

const refusedBy = (code: ConstructorParameters<typeof MarketError>[0], httpStatus: number): MarketError =>
  new MarketError(code, { message: `alias says ${httpStatus}`, httpStatus, requestId: 'req' });

describe('a batch that is refused as a whole', () => {
  test('is taken apart until only the poison is left; the others go', async () => {
    const world = await makeOutboxWorld({ market });
    const writes = await manyPrices(world, 9);
    const poison = await world.list(600);
    // Below a dollar: refused before anything is sent, and so is every batch it is in.
    writes.splice(4, 0, priceWrite(poison, 470.5));
    await world.enqueue(writes);
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 9, 'rejected refused': 1 });
    expect((await world.told(poison.externalId))?.price).toBe(600);
    expect(effectsOf(world, 'listing/price')).toHaveLength(9);
    expect((await world.outbox()).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  test('by alias itself, the same', async () => {
    const wrap = failing('batchUpdate', refusedBy('bad-request', 400), refusedBy('bad-request', 400));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await manyPrices(world, 4));
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 4 });
    expect(batches(world, 'batch_update')).toHaveLength(3);
  });
});

describe('part of a batch that fails', () => {
  test('each listing has its own outcome', async () => {
    const world = await makeOutboxWorld({ market });
    const [good, deleted] = [await world.list(500), await world.list(510)];
    const unsaleable = await world.list(520);
    await world.enqueue([priceWrite(good, 480), priceWrite(deleted, 480), priceWrite(unsaleable, 5_000_000)]);
    const { db } = world.worker;
    const gone = { entityId: deleted.id, write: { kind: 'listing/delete', externalId: deleted.externalId } } as const;
    const other = await makeOutboxWorld({ market });
    await other.enqueue([gone]);
    await other.settle();
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed', 'rejected gone', 'rejected refused']);
    const refused = (await world.outbox())[2];
    expect(refused?.problem?.message).not.toBe('');
    expect((await db.listings.get(deleted.id))?.status).toBe('deleted');
  });
});

describe('answers that say too little', () => {
  test('a success without its listing, or not listed at all, is read back', async () => {
    const mute = (marketplace: Marketplace): Marketplace => ({
      ...marketplace,
      listBatchOperations: async (id, filter, options) => {
        const page = await marketplace.listBatchOperations(id, filter, options);
        return { ...page, items: page.items.slice(1).map((one) => ({ ...one, listing: null })) };
      },
    });
    const world = await makeOutboxWorld({ market, wrap: mute });
    await world.enqueue(await manyPrices(world, 3));
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 3 });
    expect(world.requests.filter(({ path }) => /^\/listings\/[0-9a-f-]{36}$/.test(path))).toHaveLength(3);
  });

  test('a batch the marketplace does not know any more', async () => {
    const wrap = failing('getBatch', refusedBy('not-found', 404));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await manyPrices(world, 2));
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 2 });
    expect(effectsOf(world, 'listing/price')).toHaveLength(2);
  });

  test('operations in another order belong to the same listings', async () => {
    const shuffled = (marketplace: Marketplace): Marketplace => ({
      ...marketplace,
      listBatchOperations: async (id, filter, options) => {
        const page = await marketplace.listBatchOperations(id, filter, options);
        return { ...page, items: page.items.toReversed() };
      },
    });
    const world = await makeOutboxWorld({ market, wrap: shuffled });
    const [a, b] = [await world.list(500), await world.list(510)];
    await world.enqueue([priceWrite(a, 480), priceWrite(b, 5_000_000)]);
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed', 'rejected refused']);
  });
});

describe('a marketplace that says no for now', () => {
  test('409: it waits and is tried again', async () => {
    const world = await makeOutboxWorld({ market, wrap: failing('batchUpdate', refusedBy('conflict', 409)) });
    await world.enqueue(await manyPrices(world, 1));
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    expect((await world.outbox())[0]?.attempts).toBe(2);
  });

  test('for ever: after eight tries it is given up, with what was said', async () => {
    const wrap = failing('batchUpdate', ...Array.from({ length: 20 }, () => refusedBy('conflict', 409)));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await manyPrices(world, 1));
    await world.settle();
    expect(await standings(world)).toEqual(['dead attempts']);
    expect((await world.outbox())[0]).toMatchObject({ attempts: 8, problem: { message: 'alias says 409' } });
  });

  test.each([
    ['rate-limited', 429],
    ['auth-expired', 401],
  ] as const)('%s: the run ends, the write waits as before, and that was no try', async (code, status) => {
    const world = await makeOutboxWorld({ market, wrap: failing('batchUpdate', refusedBy(code, status)) });
    await world.enqueue(await manyPrices(world, 1));
    await expect(world.worker.drain()).rejects.toMatchObject({ code });
    expect(await world.outbox()).toMatchObject([{ state: 'pending', attempts: 0, sentAt: null, lease: null }]);
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
  });

  test('403: what the token may not do is refused with the words for it; nothing else waits for it', async () => {
    const world = await makeOutboxWorld({ market, wrap: failing('batchDelete', refusedBy('forbidden', 403)) });
    const [a, b] = [await world.list(500), await world.list(510)];
    await world.enqueue([
      { entityId: a.id, write: { kind: 'listing/delete', externalId: a.externalId } },
      priceWrite(b, 480),
    ]);
    await world.settle();
    expect(await standings(world)).toEqual(['rejected refused', 'confirmed']);
  });
});

describe('an account with little room', () => {
  test('a command is split by what fits, and by the length of addresses', async () => {
    const world = await makeOutboxWorld({ market: makeSharedMarket({ maxOperations: 12 }) });
    const writes = await manyPrices(world, 30);
    await world.enqueue(writes);
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 30 });
    expect(batches(world, 'batch_update').length).toBeGreaterThanOrEqual(3);
    expect(world.requests.filter(({ path }) => path.endsWith('/quota'))).toHaveLength(1);
  });

  test('ids of a batch stay within an address', async () => {
    const world = await makeOutboxWorld({ market });
    const listings = [];
    for (let nth = 0; nth < 105; nth += 1) listings.push(await world.list(500));
    await world.enqueue(
      listings.map(({ id, externalId }) => ({ entityId: id, write: { kind: 'listing/deactivate', externalId } })),
    );
    await world.settle();
    expect(await counted(world)).toEqual({ confirmed: 105 });
    expect(batches(world, 'batch_deactivate')).toHaveLength(2);
  });

  test('a quota that was wrong is asked for again after a refusal', async () => {
    const wrap = failing('batchUpdate', refusedBy('rate-limited', 429));
    const world = await makeOutboxWorld({ market, wrap });
    await world.enqueue(await manyPrices(world, 1));
    await world.worker.drain().catch(() => null);
    await world.settle();
    expect(world.requests.filter(({ path }) => path.endsWith('/quota'))).toHaveLength(2);
  });
});

describe('writes that wait for another', () => {
  test('one after the other on the same listing; what depends on a failure does not go', async () => {
    const world = await makeOutboxWorld({ market });
    const [a, b] = [await world.list(500), await world.list(510)];
    await world.enqueue([
      { ...priceWrite(a, 480), id: 'first' },
      {
        entityId: a.id,
        write: { kind: 'listing/deactivate', externalId: a.externalId },
        after: ['first'],
        id: 'second',
      },
      { ...priceWrite(b, 5_000_000), id: 'third' },
      {
        entityId: b.id,
        write: { kind: 'listing/deactivate', externalId: b.externalId },
        after: ['third'],
        id: 'fourth',
      },
    ]);
    await world.settle();
    const ended = new Map((await world.outbox()).map(({ id, state, problem }) => [id, problem?.code ?? state]));
    expect(Object.fromEntries(ended)).toEqual({
      first: 'confirmed',
      second: 'confirmed',
      third: 'refused',
      fourth: 'prerequisite',
    });
    expect((await world.told(b.externalId))?.status).toBe('active');
  });
});

describe('a listing with pictures', () => {
  test('is made, gets its pictures one by one, and is only then activated', async () => {
    const world = await makeOutboxWorld({ market });
    const { db } = world.worker;
    const pair = await world.stock();
    const now = world.clock.now();
    const ids = ['outer', 'inner'];
    await db.listingPictures.bulkAdd(
      ids.map((id) => ({
        id,
        createdAt: now,
        updatedAt: now,
        pairId: pair.id,
        type: `PICTURE_TYPE_${id.toUpperCase()}`,
        order: null,
        dataUrl: 'data:image/png;base64,iVBORw0KGgo=',
        externalId: null,
      })),
    );
    const draft = makeDraft({ pictureIds: ids });
    const write = { kind: 'listing/create', pairId: pair.id, draft, activate: true } as const;
    await world.enqueue([{ entityId: pair.id, write }], { kind: 'list' });
    await world.settle();
    expect(await standings(world)).toEqual(['confirmed']);
    const sent = world.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path);
    expect(sent).toEqual(['/listings/batch_create', '/pictures', '/pictures', '/listings/batch_activate']);
    const pictures = await db.listingPictures.toArray();
    expect(pictures.every(({ externalId, dataUrl }) => externalId !== null && dataUrl === null)).toBe(true);
  });
});

describe('a pair that is offered already', () => {
  test('is not listed a second time', async () => {
    const world = await makeOutboxWorld({ market });
    const listing = await world.list(500);
    const pair = await world.worker.db.inventory.where('goatListingId').equals(listing.externalId).first();
    const write = { kind: 'listing/create', pairId: pair?.id ?? '', draft: makeDraft(), activate: true } as const;
    await world.enqueue([{ entityId: pair?.id ?? '', write }], { kind: 'list' });
    await world.settle();
    expect(await standings(world)).toEqual(['superseded changed-elsewhere']);
    expect((await world.outbox())[0]?.conflict).toEqual({ price: usd(500), status: 'active' });
    expect(world.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
