import { describe, expect, test } from 'vitest';
import { livingLists } from '@/lib/db/repositories/watchlists';
import type { AlertRow } from '@/lib/db/watching-rows';
import { NEW_ALERT_STATE } from '@/lib/domain/alerts/alert';
import { NOON, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { aimWatched } from './aim-watched';
import { editWatchItem } from './edit-watch-item';
import { moveWatched } from './move-watched';
import { orderWatchlists } from './order-watchlists';
import { removeWatched } from './remove-watched';
import { removeWatchlist } from './remove-watchlist';
import { saveWatchlist } from './save-watchlist';
import { runUndo } from './undo';
import { watchProduct } from './watch-product';

function alertOn(itemId: string): AlertRow {
  return {
    id: `alert-${itemId}`,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
    itemId,
    catalogId: 'panda',
    usSize: 10,
    kind: 'drop',
    enabled: true,
    trigger: { kind: 'drop', basisPoints: 1000, hours: 24 },
    options: {
      confirm: false,
      rearmMinutes: null,
      expiresAt: null,
      mostPerDay: null,
      channels: { notification: true, badge: false, digest: false },
    },
    state: NEW_ALERT_STATE,
  };
}

async function setUp() {
  const deps = makeCommandDeps();
  const { db } = deps;
  const list = async (name: string) => (await saveWatchlist(deps, { id: null, name })).id;
  const names = async () => (await livingLists(db)).map(({ name }) => name);
  const items = async () =>
    (await db.watchlistItems.toArray())
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ watchlistId, catalogId, usSize }) => `${watchlistId} ${catalogId} ${usSize}`)
      .toSorted();
  const alerts = async () => (await db.alerts.toArray()).filter(({ deletedAt }) => deletedAt === null).length;
  const watch = (watchlistId: string, usSize = 10, catalogId = 'panda') =>
    watchProduct(deps, { catalogId, usSize, targetPrice: null, watchlistId });
  const undo = async (done: { readonly undoId: string | null }) => runUndo(deps, done.undoId ?? '');
  return { deps, db, list, names, items, alerts, watch, undo };
}

describe('lists', () => {
  test('stand in the order they were made, take another name, and no two have the same', async () => {
    const { deps, list, names, undo } = await setUp();
    const [steals] = [await list('Steals'), await list('For the shop')];
    expect(await names()).toEqual(['Steals', 'For the shop']);
    await expect(saveWatchlist(deps, { id: null, name: 'steals' })).rejects.toMatchObject({ code: 'bad-value' });
    const renamed = await saveWatchlist(deps, { id: steals, name: 'STEALS' });
    expect(await names()).toEqual(['STEALS', 'For the shop']);
    expect(await saveWatchlist(deps, { id: steals, name: 'STEALS' })).toEqual({ id: steals, undoId: null });
    await undo(renamed);
    expect(await names()).toEqual(['Steals', 'For the shop']);
    await expect(saveWatchlist(deps, { id: 'nobody', name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('are put in order whole or not at all', async () => {
    const { deps, list, names, undo } = await setUp();
    const ids = [await list('a'), await list('b'), await list('c')];
    const done = await orderWatchlists(deps, ids.toReversed());
    expect(await names()).toEqual(['c', 'b', 'a']);
    await undo(done);
    expect(await names()).toEqual(['a', 'b', 'c']);
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1] ?? ''], [...ids, 'd']])
      await expect(orderWatchlists(deps, wrong)).rejects.toMatchObject({ code: 'bad-value' });
  });

  test('go with everything in them, alerts too, and come back with it; the last one stays', async () => {
    const { deps, db, list, names, items, alerts, watch, undo } = await setUp();
    const [a, b] = [await list('a'), await list('b')];
    const { itemId } = await watch(a);
    await watch(b, 9);
    await db.alerts.add(alertOn(itemId));
    const before = await items();
    const gone = await removeWatchlist(deps, a);
    expect([await names(), await items(), await alerts()]).toEqual([['b'], [`${b} panda 9`], 0]);
    await expect(removeWatchlist(deps, b)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(removeWatchlist(deps, a)).rejects.toMatchObject({ code: 'not-found' });
    expect(await undo(gone)).toEqual({ restored: 3, left: 0 });
    expect([await names(), await items(), await alerts()]).toEqual([['a', 'b'], before, 1]);
  });

  test('that were made and filled since stay when their making is taken back', async () => {
    const { deps, list, names, watch } = await setUp();
    await list('a');
    const made = await saveWatchlist(deps, { id: null, name: 'b' });
    await watch(made.id);
    expect(await runUndo(deps, made.undoId ?? '')).toEqual({ restored: 0, left: 1 });
    expect(await names()).toEqual(['a', 'b']);
  });
});

describe('one product and size', () => {
  test('stands in one list once, in two lists twice; without a list any counts', async () => {
    const { deps, list, items, watch } = await setUp();
    const [a, b] = [await list('a'), await list('b')];
    const first = await watch(a);
    expect(await watch(a)).toMatchObject({ itemId: first.itemId, already: true });
    expect(await watch(b)).toMatchObject({ already: false });
    const anywhere = await watchProduct(deps, { catalogId: 'panda', usSize: 10, targetPrice: null });
    expect(anywhere).toMatchObject({ already: true, undoId: null });
    expect(await items()).toEqual([`${a} panda 10`, `${b} panda 10`]);
    const nine = await watch(b, 9);
    await expect(editWatchItem(deps, { itemId: nine.itemId, usSize: 10 })).rejects.toMatchObject({ code: 'bad-value' });
    const other = await watch(a, 9);
    expect(other.already).toBe(false);
  });

  test('takes its alerts along to another size', async () => {
    const { deps, db, list, watch, undo } = await setUp();
    const { itemId } = await watch(await list('a'));
    await db.alerts.add({ ...alertOn(itemId), state: { ...NEW_ALERT_STATE, lookedAt: NOON } });
    const edited = await editWatchItem(deps, { itemId, usSize: 11 });
    expect(await db.alerts.toArray()).toMatchObject([{ usSize: 11, state: { lookedAt: null } }]);
    await undo(edited);
    expect(await db.alerts.toArray()).toMatchObject([{ usSize: 10 }]);
  });

  test('moves with its alerts, and not where it is already', async () => {
    const { deps, db, list, items, alerts, watch, undo } = await setUp();
    const [a, b] = [await list('a'), await list('b')];
    const [ten, nine, held] = [await watch(a), await watch(a, 9), await watch(b, 9)];
    await db.alerts.add(alertOn(ten.itemId));
    const itemIds = [ten.itemId, nine.itemId, held.itemId, 'nobody'];
    const moved = await moveWatched(deps, { itemIds, watchlistId: b });
    expect(await items()).toEqual([`${a} panda 9`, `${b} panda 10`, `${b} panda 9`]);
    expect(await alerts()).toBe(1);
    await expect(moveWatched(deps, { itemIds: [nine.itemId], watchlistId: b })).rejects.toMatchObject({
      code: 'bad-value',
    });
    expect(await moveWatched(deps, { itemIds: [ten.itemId], watchlistId: b })).toEqual({ undoId: null });
    await undo(moved);
    expect(await items()).toEqual([`${a} panda 10`, `${a} panda 9`, `${b} panda 9`]);
  });
});

describe('many at once', () => {
  test('go with their alerts, and both come back', async () => {
    const { deps, db, list, items, alerts, watch, undo } = await setUp();
    const a = await list('a');
    const ids = [(await watch(a)).itemId, (await watch(a, 9)).itemId];
    await db.alerts.bulkAdd(ids.map(alertOn));
    const before = await items();
    const gone = await removeWatched(deps, [...ids, 'nobody', ids[0] ?? '']);
    expect([await items(), await alerts()]).toEqual([[], 0]);
    expect(await removeWatched(deps, ids)).toEqual({ undoId: null });
    await undo(gone);
    expect([await items(), await alerts()]).toEqual([before, 2]);
  });

  test('what is watched anew stays; the old one stays away, and its alert with it', async () => {
    const { deps, db, list, alerts, watch, undo } = await setUp();
    const a = await list('a');
    const { itemId } = await watch(a);
    await db.alerts.add(alertOn(itemId));
    const gone = await removeWatched(deps, [itemId]);
    await watch(a);
    expect(await undo(gone)).toEqual({ restored: 0, left: 2 });
    expect(await alerts()).toBe(0);
  });

  test('nothing comes back into a list that is gone', async () => {
    const { deps, list, items, watch, undo } = await setUp();
    const [a, b] = [await list('a'), await list('b')];
    const gone = await removeWatched(deps, [(await watch(b)).itemId]);
    await removeWatchlist(deps, b);
    expect(await undo(gone)).toEqual({ restored: 0, left: 1 });
    expect([await items(), a]).toEqual([[], a]);
  });

  test('take one target, and each waits for it anew', async () => {
    const { deps, db, list, watch, undo } = await setUp();
    const a = await list('a');
    const ids = [(await watch(a)).itemId, (await watch(a, 9)).itemId];
    await db.watchlistItems.update(ids[0] ?? '', { targetPrice: usd(90), reachedAt: NOON });
    const targets = async () => (await db.watchlistItems.toArray()).map((item) => [item.targetPrice, item.reachedAt]);
    const before = await targets();
    const aimed = await aimWatched(deps, { itemIds: ids, targetPrice: usd(80) });
    expect(await targets()).toEqual([
      [usd(80), null],
      [usd(80), null],
    ]);
    expect(await aimWatched(deps, { itemIds: ids, targetPrice: usd(80) })).toEqual({ undoId: null });
    await undo(aimed);
    expect(await targets()).toEqual(before);
  });
});
