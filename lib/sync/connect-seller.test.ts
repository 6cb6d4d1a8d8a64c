import { describe, expect, test } from 'vitest';
import { getRepricingMode, repricingStopped, setRepricingMode } from '@/lib/db/repositories/repricing-state';
import { MarketError } from '@/lib/domain/errors/market-error';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { makeListing, makePair, makeWrite, NOON } from '@/tests/fixtures/builders';
import { makeListingFacts, sequence } from '@/tests/fixtures/facts';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { connectSeller, type WhenDifferent } from './connect-seller';

async function makeScene(stored: readonly string[], offered: readonly string[]) {
  const db = makeDatabase();
  const market = fakeMarketplace();
  const kept: string[] = [];
  let snapshots = 0;
  await db.listings.bulkAdd(stored.map((externalId) => makeListing({ externalId })));
  await db.inventory.bulkAdd(stored.map((goatListingId) => makePair({ goatListingId })));
  market.listings = offered.map((externalId, nth) => makeListingFacts(nth, { externalId }));
  const deps = {
    db,
    marketplaceWith: () => market,
    makeReady: async () => {},
    keep: async (token: string) => void kept.push(token),
    clock: { now: () => NOON },
    snapshots: {
      take: async () => ({ name: `books-${(snapshots += 1)}`, at: makeListing().createdAt, bytes: 1, rows: 1 }),
    },
  };
  return {
    db,
    market,
    kept,
    snapshots: () => snapshots,
    connect: (when: WhenDifferent, beforeKeeping = async () => {}) =>
      connectSeller(
        {
          ...deps,
          keep: async (token) => {
            await beforeKeeping();
            await deps.keep(token);
          },
        },
        'token',
        when,
      ),
  };
}

describe('connecting a seller', () => {
  test('empty books take anybody', async () => {
    const scene = await makeScene([], ['a', 'b']);
    expect(await scene.connect('ask')).toEqual({ kind: 'connected' });
    expect(scene.kept).toEqual(['token']);
  });

  test('one shared listing is proof enough', async () => {
    const scene = await makeScene(['a', 'x'], ['a', 'b']);
    expect(await scene.connect('ask')).toEqual({ kind: 'connected' });
  });

  test('a seller who shares nothing is asked about, and nothing is kept or changed meanwhile', async () => {
    const scene = await makeScene(
      ['x', 'y'],
      sequence(3, (nth) => `other-${nth}`),
    );
    expect(await scene.connect('ask')).toEqual({ kind: 'different-seller', storedListings: 2, newListings: 3 });
    expect(scene.kept).toEqual([]);
    expect(await scene.db.listings.count()).toBe(2);
    expect(scene.snapshots()).toBe(0);
  });

  test('starting over empties the books, after a copy was taken', async () => {
    const scene = await makeScene(['x'], ['other']);
    expect(await scene.connect('start-over')).toEqual({ kind: 'connected' });
    expect([scene.snapshots(), await scene.db.listings.count(), await scene.db.inventory.count()]).toEqual([1, 0, 0]);
  });

  test('keeping both keeps every pair', async () => {
    const scene = await makeScene(['x'], ['other']);
    expect(await scene.connect('keep-both')).toEqual({ kind: 'connected' });
    expect([scene.snapshots(), await scene.db.inventory.count()]).toEqual([1, 1]);
  });

  test('what was on its way for one seller is never sent for another, and rules that were live wait', async () => {
    const scene = await makeScene(['x'], ['other']);
    const states = ['pending', 'sending', 'unknown', 'confirmed'] as const;
    await scene.db.outbox.bulkAdd(states.map((state) => makeWrite({ id: state, state })));
    await setRepricingMode(scene.db, 'live', null, NOON);
    const late = async () => void (await scene.db.outbox.add(makeWrite({ id: 'late', state: 'pending' })));
    await scene.connect('keep-both', late);
    const rows = (await scene.db.outbox.orderBy('id').toArray()).map(({ id, state, problem }) => [
      id,
      state,
      problem?.code ?? null,
    ]);
    expect(rows).toEqual([
      ['confirmed', 'confirmed', null],
      ...['late', 'pending', 'sending', 'unknown'].map((id) => [id, 'expired', 'other-seller']),
    ]);
    expect([await getRepricingMode(scene.db), await repricingStopped(scene.db)]).toEqual(['paused', 'other-seller']);
  });

  test('a refused token is not kept', async () => {
    const scene = await makeScene([], []);
    scene.market.hook = () => {
      throw new MarketError('auth-expired', { message: 'alias refused the token (401).' });
    };
    await expect(scene.connect('ask')).rejects.toMatchObject({ code: 'auth-expired' });
    expect(scene.kept).toEqual([]);
  });

  test('what a reading with the old token writes until the new one is in place does not stay', async () => {
    const scene = await makeScene(['a'], ['x']);
    const early = makeListing({ externalId: 'of-the-old-seller' });
    expect(await scene.connect('start-over', async () => void (await scene.db.listings.add(early)))).toEqual({
      kind: 'connected',
    });
    expect(await scene.db.listings.count()).toBe(0);
  });
});
