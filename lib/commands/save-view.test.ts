import { expect, test } from 'vitest';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { removeView, saveView, type ViewToSave } from './save-view';
import { runUndo } from './undo';

function makeDeps() {
  let ids = 0;
  return { db: makeDatabase(), now: () => NOON, newId: () => `new-${(ids += 1)}` };
}

const WISH: ViewToSave = { id: null, screen: 'inventory', name: ' Slow Nikes ', settings: { f: 'b=Nike' } };

test('a view is kept, changed and taken away, and each can be taken back', async () => {
  const deps = makeDeps();
  const all = () => deps.db.savedViews.toArray();
  const { id } = await saveView(deps, WISH);
  expect(await all()).toMatchObject([{ id, name: 'Slow Nikes', screen: 'inventory', settings: { f: 'b=Nike' } }]);
  const renamed = await saveView(deps, { ...WISH, id, name: 'Slow ones' });
  expect(await all()).toMatchObject([{ id, name: 'Slow ones' }]);
  expect(await runUndo(deps, renamed.undoId ?? '')).toEqual({ restored: 1, left: 0 });
  expect(await all()).toMatchObject([{ id, name: 'Slow Nikes' }]);
  const removed = await removeView(deps, id);
  expect(await all()).toEqual([]);
  await runUndo(deps, removed.undoId ?? '');
  expect(await all()).toMatchObject([{ id, name: 'Slow Nikes' }]);
});

test('one name, one view; the same name on another screen is another view', async () => {
  const deps = makeDeps();
  const { id } = await saveView(deps, WISH);
  await expect(saveView(deps, { ...WISH, name: 'slow nikes' })).rejects.toMatchObject({ code: 'bad-value' });
  await expect(saveView(deps, { ...WISH, name: '  ' })).rejects.toMatchObject({ code: 'bad-value' });
  await saveView(deps, { ...WISH, screen: 'sales' });
  await saveView(deps, { ...WISH, id, settings: { f: 'b=adidas' } });
  expect(await deps.db.savedViews.get(id)).toMatchObject({ name: 'Slow Nikes', settings: { f: 'b=adidas' } });
  await expect(removeView(deps, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
});
