import { expect, test } from 'vitest';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { fakeClock, fakeNotifications, START } from '@/tests/fakes/fake-platform';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { ringNotices } from './ring-notices';

async function ring(count: number) {
  const db = makeDatabase();
  const notifications = fakeNotifications();
  const deps = {
    db,
    clock: fakeClock(START),
    notifications,
    summary: (rest: number) => ({ title: `${rest} more`, message: '' }),
  };
  for (let nth = 0; nth < count; nth += 1)
    await addNoticeOnce(db, { id: `sold:${nth}`, at: START, title: `sale ${nth}`, message: '' });
  await ringNotices(deps);
  await ringNotices(deps);
  return notifications.shown.map((notice) => notice.title);
}

test('each notice rings once', async () => {
  expect(await ring(2)).toEqual(['sale 0', 'sale 1']);
});

test('a burst rings four times, and once for the rest', async () => {
  expect(await ring(9)).toEqual(['sale 0', 'sale 1', 'sale 2', 'sale 3', '5 more']);
});

test('one that cannot be shown makes no other ring again', async () => {
  const db = makeDatabase();
  const rung: string[] = [];
  const deps = {
    db,
    clock: fakeClock(START),
    notifications: {
      show: async ({ id }: { readonly id: string }) => {
        if (id === 'sold:1') throw new Error('not allowed');
        rung.push(id);
      },
    },
    summary: () => ({ title: '', message: '' }),
  };
  for (const id of ['sold:0', 'sold:1']) await addNoticeOnce(db, { id, at: START, title: id, message: '' });
  await expect(ringNotices(deps)).rejects.toThrow('not allowed');
  await expect(ringNotices(deps)).rejects.toThrow('not allowed');
  expect(rung).toEqual(['sold:0']);
});
