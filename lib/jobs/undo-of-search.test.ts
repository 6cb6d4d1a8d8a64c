import { expect, test } from 'vitest';
import { runUndo } from '@/lib/commands/undo';
import { saveWatchlist } from '@/lib/commands/save-watchlist';
import { watchMany } from '@/lib/commands/watch-many';
import { ensureJobs } from '@/lib/db/repositories/jobs';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { fakeMarketplace } from '@/tests/fakes/fake-marketplace';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { makeProduct, NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { createFindWatchedTask } from './find-watched';
import { runTurn } from './run-turn';

async function setUp() {
  const [db, clock, random, market] = [makeDatabase(), fakeClock(NOON), fakeRandom(), fakeMarketplace()];
  const deps = { db, now: () => clock.now(), newId: () => random.id() };
  await ensureJobs(db, [{ id: 'find-watched', dueAt: NOON }]);
  const plan = { name: 'find-watched', periodMs: 60_000, priority: 'watch', needsMarketplace: true } as const;
  const task = createFindWatchedTask({ db, marketplace: market, clock, random });
  const code = 'GB7577' as StyleCode;
  const { id: _id, createdAt: _c, updatedAt: _u, ...product } = makeProduct({ styleCode: code, rawSku: code });
  market.products = [product];
  const lines = [{ text: code, styleCode: code, usSize: 10, targetPrice: null, note: '' }];
  return {
    db,
    clock,
    deps,
    list: () => saveWatchlist(deps, { id: null, name: 'Steals' }),
    add: (watchlistId: string) => watchMany(deps, { watchlistId, lines }),
    search: () => runTurn({ db, clock, random }, plan, task, new AbortController().signal),
  };
}

test('what the search found is left when somebody changed it since', async () => {
  const { db, clock, deps, list, add, search } = await setUp();
  const { undoId } = await add((await list()).id);
  clock.pass(60_000);
  await search();
  const [item] = await db.watchlistItems.toArray();
  clock.pass(60_000);
  await db.watchlistItems.update(item?.id ?? '', { note: 'mine', updatedAt: clock.now() });
  expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 1, left: 1 });
  expect(await db.watchlistItems.toArray()).toMatchObject([{ note: 'mine', deletedAt: null }]);
});

test('a list that something is still searched for is not taken back from under it', async () => {
  const { db, clock, deps, list, add, search } = await setUp();
  await list();
  const made = await saveWatchlist(deps, { id: null, name: 'New' });
  await add(made.id);
  await runUndo(deps, made.undoId ?? '');
  clock.pass(60_000);
  await search();
  const lists = new Set((await db.watchlists.toArray()).map(({ id }) => id));
  expect((await db.watchlistItems.toArray()).filter(({ watchlistId }) => !lists.has(watchlistId))).toEqual([]);
});
