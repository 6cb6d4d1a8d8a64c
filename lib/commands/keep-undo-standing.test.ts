import { expect, test } from 'vitest';
import { readUndoWishes } from '@/lib/db/repositories/undo-wishes';
import type { WriteGroupRow } from '@/lib/db/selling-rows';
import { shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { keepUndoStanding, type UndoStanding } from './keep-undo-standing';

const GROUP: WriteGroupRow = {
  id: 'group',
  createdAt: NOON,
  updatedAt: NOON,
  kind: 'price',
  by: 'user',
  total: 3,
  runId: null,
  undoneBy: null,
  dismissedAt: null,
};
const LATER = shiftInstant(NOON, 60_000);

/** What is kept of a command when it stands so, after it stood otherwise. */
async function kept(before: UndoStanding, standing: UndoStanding) {
  const db = makeDatabase();
  await db.writeGroups.add(GROUP);
  const stands = (wished: UndoStanding, now: typeof NOON) =>
    db.transaction('rw', db.writeGroups, db.meta, async () => {
      const group = await db.writeGroups.get('group');
      if (group !== undefined) await keepUndoStanding(db, group, wished, now);
    });
  await stands(before, NOON);
  await stands(standing, LATER);
  const group = await db.writeGroups.get('group');
  return { group, wishes: await readUndoWishes(db) };
}

const waits = (...waiting: string[]): UndoStanding => ({ waiting, undoneBy: null });

test('as many rows, and others: they are waited for in the place of those before', async () => {
  const { group, wishes } = await kept(waits('a', 'b'), waits('a', 'c'));
  expect(group).toMatchObject({ undoWanted: { writeIds: ['a', 'c'] }, updatedAt: LATER });
  expect(wishes).toEqual(['group']);
});

test.each([
  ['the same', waits('a', 'b')],
  ['the same in another order', waits('b', 'a')],
])('%s: nothing is written', async (_, standing) => {
  const { group } = await kept(waits('a', 'b'), standing);
  expect(group).toMatchObject({ undoWanted: { writeIds: ['a', 'b'] }, updatedAt: NOON });
});

test.each([
  ['one twice is not two', waits('a', 'b'), waits('a', 'a'), ['a', 'a']],
  ['fewer', waits('a', 'b'), waits('b'), ['b']],
  ['the same, taken back by another', waits('a'), { waiting: ['a'], undoneBy: 'undo' }, ['a']],
])('%s: what is waited for now is kept', async (_, before, standing, writeIds) => {
  const { group } = await kept(before, standing);
  expect(group).toMatchObject({ undoWanted: { writeIds, undoneBy: standing.undoneBy }, updatedAt: LATER });
});

test('nothing any more: the wish is forgotten, and what took it back is told', async () => {
  const { group, wishes } = await kept(waits('a'), { waiting: [], undoneBy: 'undo' });
  expect(group).toMatchObject({ undoneBy: 'undo' });
  expect(group).not.toHaveProperty('undoWanted');
  expect(wishes).toEqual([]);
});
