import { describe, expect, test } from 'vitest';
import { addNoticeOnce } from '@/lib/db/repositories/notices';
import { NEW_ALERT_STATE, type AlertState } from '@/lib/domain/alerts/alert';
import type { NoticeSettings } from '@/lib/domain/notices/decide-ringing';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeClock, fakeNotifications, START } from '@/tests/fakes/fake-platform';
import { makeAlertRow, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { routeOfNotice } from './notice-route';
import { ringNotices } from './ring-notices';

const NIGHT: NoticeSettings = {
  sales: true,
  deadlines: true,
  targets: true,
  releases: true,
  trouble: true,
  quietHours: { from: 12 * 60, to: 18 * 60 },
};

/** An alert rings at noon, in quiet hours that last until six; `hours` later somebody rings what waited. */
async function after(hours: number, state: Partial<AlertState> | null, settings = NIGHT) {
  const db = makeDatabase();
  const clock = fakeClock(START);
  const notifications = fakeNotifications();
  await watchPanda(db);
  if (state !== null) await db.alerts.add(makeAlertRow({ state: { ...NEW_ALERT_STATE, ...state } }));
  await db.watchlistItems.update('item', { reachedAt: null });
  const ring = () =>
    ringNotices({
      db,
      clock,
      notifications,
      settings: async () => settings,
      offsetAt: () => 0,
      groupWords: ({ notices }) => ({ title: `${notices.length} as one`, message: '' }),
      alerts: {
        deferred: ({ message }) => `${message}, kept back`,
        passed: (notices) => ({ title: `${notices.length} passed`, message: notices.map(({ title }) => title).join() }),
        buttons: () => ['Open', 'Snooze'],
      },
    });
  const add = (id: string) => addNoticeOnce(db, { id, at: START, title: id, message: 'ask $98' });
  return { db, clock, notifications, add, ring: async () => (clock.pass(hours * HOUR_MS), ring()), again: ring };
}

const TRUE = { trueSince: START, rangAt: START, isArmed: false };
const OVER = { trueSince: null, rangAt: START, isArmed: true };

describe('an alert that was kept back by quiet hours', () => {
  test('rings when they end, says when it was seen, and can be snoozed', async () => {
    const night = await after(7, TRUE);
    await night.add('alert:alert:1');
    await night.ring();
    expect(night.notifications.shown).toEqual([
      { id: 'alert:alert:1', title: 'alert:alert:1', message: 'ask $98, kept back', buttons: ['Open', 'Snooze'] },
    ]);
  });

  test('is told as what was when it is not true any more, once', async () => {
    const night = await after(7, OVER);
    await night.add('alert:alert:1');
    await night.add('target:item:1');
    await night.add('sold:1');
    await night.ring();
    await night.again();
    expect(night.notifications.shown.map(({ id, title }) => [id, title])).toEqual([
      ['sold:1', 'sold:1'],
      ['passed:target:item:1', '2 passed'],
    ]);
    expect(await routeOfNotice(night.db, 'passed:target:item:1')).toBe('/watch');
  });

  test('waits as long as they last, also when it is over', async () => {
    const night = await after(3, OVER);
    await night.add('alert:alert:1');
    await night.ring();
    expect(night.notifications.shown).toEqual([]);
    expect((await night.db.notices.toArray())[0]?.shownAt).toBeNull();
  });

  test('is told nobody when it was taken away, or alerts are switched off', async () => {
    const gone = await after(7, null);
    await gone.add('alert:alert:1');
    const off = await after(7, OVER, { ...NIGHT, targets: false });
    await off.add('alert:alert:1');
    for (const { ring, notifications, db } of [gone, off]) {
      await ring();
      expect(notifications.shown).toEqual([]);
      expect((await db.notices.toArray())[0]?.shownAt).not.toBeNull();
    }
  });

  test.each([
    ['switched off', { enabled: false }],
    ['snoozed', { state: { ...NEW_ALERT_STATE, ...TRUE, snoozedUntil: shiftInstant(START, 24 * HOUR_MS) } }],
  ])('is told nobody when it was %s meanwhile', async (_, change) => {
    const night = await after(7, TRUE);
    await night.db.alerts.update('alert', change);
    await night.add('alert:alert:1');
    await night.ring();
    expect(night.notifications.shown).toEqual([]);
    expect((await night.db.notices.toArray())[0]?.shownAt).not.toBeNull();
  });

  test('that rings at once is news, whatever has become of it since', async () => {
    const day = await after(0, OVER, { ...NIGHT, quietHours: null });
    await day.add('alert:alert:1');
    await day.ring();
    expect(day.notifications.shown.map(({ message }) => message)).toEqual(['ask $98']);
  });
});
