import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { fakeClock, fakeRandom } from '@/tests/fakes/fake-platform';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { editWatchItem } from './edit-watch-item';
import { removeWatchItem } from './remove-watch-item';
import { runUndo } from './undo';
import { watchProduct } from './watch-product';

function setUp() {
  const [db, clock, random] = [makeDatabase(), fakeClock(NOON), fakeRandom()];
  const deps = { db, now: () => clock.now(), newId: () => random.id() };
  const list = async () => (await db.watchlistItems.toArray()).filter((item) => item.deletedAt === null);
  return { db, clock, deps, list };
}

const PANDA_10 = { catalogId: 'panda', usSize: 10, targetPrice: usd(100) };

describe('watching', () => {
  test('makes the list once, and adds each size once', async () => {
    const { db, deps, list } = setUp();
    const first = await watchProduct(deps, PANDA_10);
    const again = await watchProduct(deps, PANDA_10);
    const whole = await watchProduct(deps, { ...PANDA_10, usSize: null, targetPrice: null });
    expect(again).toEqual({ itemId: first.itemId, undoId: null, already: true });
    expect([first.already, whole.already]).toEqual([false, false]);
    expect(await db.watchlists.count()).toBe(1);
    expect(await list()).toMatchObject([
      { id: first.itemId, usSize: 10, targetPrice: usd(100), note: '', reachedAt: null },
      { id: whole.itemId, usSize: null, targetPrice: null },
    ]);
  });

  test('again with another target sets that; without one it stays', async () => {
    const { db, deps, list } = setUp();
    const { itemId } = await watchProduct(deps, PANDA_10);
    await db.watchlistItems.update(itemId, { reachedAt: NOON });
    expect(await watchProduct(deps, { ...PANDA_10, targetPrice: null })).toMatchObject({ already: true, undoId: null });
    expect(await list()).toMatchObject([{ targetPrice: usd(100), reachedAt: NOON }]);
    const { undoId } = await watchProduct(deps, { ...PANDA_10, targetPrice: money(9000, 'GBP') });
    expect(await list()).toMatchObject([{ targetPrice: money(9000, 'GBP'), reachedAt: null }]);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await list()).toMatchObject([{ targetPrice: usd(100), reachedAt: NOON }]);
  });

  test('is taken back whole', async () => {
    const { deps, list } = setUp();
    const { undoId } = await watchProduct(deps, PANDA_10);
    await runUndo(deps, undoId ?? '');
    expect(await list()).toEqual([]);
  });
});

describe('changing what is watched', () => {
  test('another target or size waits anew; a note does not; the same writes nothing', async () => {
    const { db, deps, list } = setUp();
    const { itemId } = await watchProduct(deps, PANDA_10);
    const rang = () => db.watchlistItems.update(itemId, { reachedAt: NOON });
    await rang();
    expect(await editWatchItem(deps, { itemId, note: 'for Ana', targetPrice: usd(100) })).toMatchObject({
      undoId: expect.any(String),
    });
    expect(await list()).toMatchObject([{ note: 'for Ana', reachedAt: NOON }]);
    await editWatchItem(deps, { itemId, targetPrice: null });
    expect(await list()).toMatchObject([{ note: 'for Ana', targetPrice: null, reachedAt: null }]);
    await rang();
    await editWatchItem(deps, { itemId, usSize: null });
    expect(await list()).toMatchObject([{ usSize: null, reachedAt: null }]);
    expect(await editWatchItem(deps, { itemId, usSize: null, note: 'for Ana' })).toEqual({ undoId: null });
  });

  test('is refused for a size that is watched already, and for what is gone', async () => {
    const { deps, list } = setUp();
    const { itemId } = await watchProduct(deps, PANDA_10);
    await watchProduct(deps, { ...PANDA_10, usSize: 9 });
    const before = await list();
    await expect(editWatchItem(deps, { itemId, usSize: 9 })).rejects.toMatchObject({ code: 'bad-value' });
    await expect(editWatchItem(deps, { itemId: 'nobody', note: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await list()).toEqual(before);
  });
});

test('removing takes it off the list and can be taken back, though it rang meanwhile', async () => {
  const { db, clock, deps, list } = setUp();
  const { itemId } = await watchProduct(deps, PANDA_10);
  const { undoId } = await removeWatchItem(deps, itemId);
  expect(await list()).toEqual([]);
  await expect(removeWatchItem(deps, itemId)).rejects.toMatchObject({ code: 'not-found' });
  clock.pass(1000);
  await db.watchlistItems.update(itemId, { reachedAt: clock.now() });
  expect(await runUndo(deps, undoId ?? '')).toMatchObject({ restored: 1 });
  expect(await list()).toMatchObject([{ id: itemId, targetPrice: usd(100) }]);
  const anew = await watchProduct(deps, PANDA_10);
  expect(anew).toMatchObject({ itemId, already: true });
});

describe('taking back', () => {
  test('what is watched anew by then stays away: both would ring', async () => {
    const { deps, list } = setUp();
    const { itemId } = await watchProduct(deps, PANDA_10);
    const { undoId } = await removeWatchItem(deps, itemId);
    const anew = await watchProduct(deps, PANDA_10);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 0, left: 1 });
    expect(await list()).toMatchObject([{ id: anew.itemId }]);
  });

  test('a note does not arm a target that rang since', async () => {
    const { db, deps, list } = setUp();
    const { itemId } = await watchProduct(deps, PANDA_10);
    const { undoId } = await editWatchItem(deps, { itemId, note: 'for Sam' });
    await db.watchlistItems.update(itemId, { reachedAt: NOON });
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 1, left: 0 });
    expect(await list()).toMatchObject([{ note: '', reachedAt: NOON }]);
  });
});
