import { expect, test } from 'vitest';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import type { NoticeSettings } from '@/lib/domain/notices/decide-ringing';
import { HOUR_MS } from '@/lib/domain/time/instant';
import { fakeClock, fakeNotifications, START } from '@/tests/fakes/fake-platform';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { routeOfNotice } from './notice-route';
import { ringNotices } from './ring-notices';

const ALL_ON: NoticeSettings = {
  sales: true,
  deadlines: true,
  targets: true,
  releases: true,
  trouble: true,
  quietHours: null,
};

function makeBell(settings: NoticeSettings = ALL_ON) {
  const db = makeDatabase();
  const clock = fakeClock(START);
  const notifications = fakeNotifications();
  const deps = {
    db,
    clock,
    notifications,
    settings: async () => settings,
    offsetAt: () => 0,
    groupWords: ({ notices }: { notices: readonly unknown[] }) => ({ title: `${notices.length} as one`, message: '' }),
    alerts: {
      deferred: ({ message }: { message: string }) => `${message}, kept back`,
      passed: (notices: readonly unknown[]) => ({ title: `${notices.length} passed`, message: '' }),
      buttons: () => ['Open', 'Snooze'],
    },
  };
  const add = (...ids: string[]) =>
    Promise.all(ids.map((id) => addNoticeOnce(db, { id, at: START, title: id, message: '' })));
  return { ...deps, add, ring: () => ringNotices(deps), titles: () => notifications.shown.map(({ title }) => title) };
}

test('each notice rings once', async () => {
  const bell = makeBell();
  await bell.add('sold:0', 'sold:1');
  await bell.ring();
  await bell.ring();
  expect(bell.titles()).toEqual(['sold:0', 'sold:1']);
});

test('a burst rings once a kind', async () => {
  const bell = makeBell();
  await bell.add('sold:0', 'sold:1', 'sold:2', 'sold:3', 'target:1', 'cancelled:0');
  await bell.ring();
  await bell.ring();
  expect(bell.titles()).toEqual(['target:1', '5 as one']);
});

test('what rings in quiet hours is kept, and told together when they end', async () => {
  const bell = makeBell({ ...ALL_ON, quietHours: { from: 11 * 60, to: 13 * 60 } });
  await bell.add('sold:0', 'sold:1');
  await bell.ring();
  expect(bell.titles()).toEqual([]);
  bell.clock.pass(HOUR_MS);
  await bell.ring();
  expect(bell.titles()).toEqual(['sold:0', 'sold:1']);
});

test('a kind that is off is never told, also not when it is switched on later', async () => {
  const bell = makeBell({ ...ALL_ON, sales: false });
  await bell.add('sold:0');
  await bell.ring();
  await ringNotices({ ...bell, settings: async () => ALL_ON });
  expect(bell.titles()).toEqual([]);
});

test('one that cannot be shown makes no other ring again', async () => {
  const bell = makeBell();
  await bell.add('sold:0', 'sold:1');
  const rung: string[] = [];
  const notifications = {
    areAllowed: async () => true,
    show: async ({ id }: { readonly id: string }) => {
      if (id === 'sold:1') throw new Error('not allowed');
      rung.push(id);
    },
  };
  await expect(ringNotices({ ...bell, notifications })).rejects.toThrow('not allowed');
  await expect(ringNotices({ ...bell, notifications })).rejects.toThrow('not allowed');
  expect(rung).toEqual(['sold:0']);
});

test.each([
  ['sold:1', '/sales?pair=p1'],
  ['sold:gone', '/sales'],
  ['group:sales:sold:1', '/sales'],
  ['group:deadlines:deadline:1:2:day', '/orders'],
  ['target:1', '/watch'],
  ['trouble:orders:never', '/diagnostics'],
  ['paused:1', '/rules'],
  ['test:1', '/diagnostics'],
])('a click on %s opens %s', async (id, route) => {
  const { db } = makeBell();
  await addNoticeOnce(db, { id: 'sold:1', at: START, title: '', message: '', route: '/sales?pair=p1' });
  expect(await routeOfNotice(db, id)).toBe(route);
});
