import { describe, expect, test } from 'vitest';
import { hasAlertWork } from '@/lib/db/repositories/alert-work';
import { alertBooks, ringOnce, WISH } from '@/tests/fixtures/alert-books';
import { makeAlertRow } from '@/tests/fixtures/alerts-bench';
import { NOON, usd } from '@/tests/fixtures/builders';
import { editWatchItem } from './edit-watch-item';
import { enableAlerts } from './enable-alerts';
import { saveAlert } from './save-alert';
import { seeAlerts } from './see-alerts';
import { snoozeAlerts } from './snooze-alerts';

describe('saving an alert', () => {
  test('sets one on each watched thing, of its size, to be looked at at once', async () => {
    const { deps, alerts, db, undo } = await alertBooks();
    const { undoId } = await saveAlert(deps, { ...WISH, itemIds: ['item', 'item', 'gone'] });
    expect(await alerts()).toMatchObject([{ itemId: 'item', usSize: 10, kind: 'ask-at-or-below', enabled: true }]);
    expect(await hasAlertWork(db, null, NOON)).toBe(true);
    expect((await db.activity.toArray())[0]).toMatchObject({ kind: 'alerts/save', by: 'user' });
    await undo(undoId);
    expect(await alerts()).toEqual([]);
  });

  test('refuses what is not watched, what has expired, and what is not there', async () => {
    const { deps } = await alertBooks();
    await expect(saveAlert(deps, { ...WISH, itemIds: ['gone'] })).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveAlert(deps, { ...WISH, id: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
    const expired = { ...WISH, options: { ...WISH.options, expiresAt: NOON } };
    await expect(saveAlert(deps, expired)).rejects.toMatchObject({ code: 'bad-value' });
  });

  test('refuses more on one thing than anybody can look through', async () => {
    const { deps, db } = await alertBooks();
    await db.alerts.bulkAdd(Array.from({ length: 20 }, (_, nth) => makeAlertRow({ id: `alert-${nth}` })));
    await expect(saveAlert(deps, WISH)).rejects.toMatchObject({ code: 'too-many' });
  });

  test('goes on as it stands when it waits for the same, and begins anew when not', async () => {
    const made = await alertBooks();
    const { deps, alerts } = made;
    await saveAlert(deps, WISH);
    await ringOnce(made);
    const [{ id } = { id: '' }] = await alerts();
    await saveAlert(deps, { ...WISH, id, options: { ...WISH.options, confirm: true } });
    expect((await alerts())[0]?.state).toMatchObject({ rangAt: NOON, isArmed: false });
    await saveAlert(deps, { ...WISH, id, trigger: { kind: 'ask-at-or-below', price: usd(90) } });
    expect((await alerts())[0]?.state).toMatchObject({ rangAt: null, isArmed: true });
  });
});

test('switching on asks for a new confirmation, and twice is nothing', async () => {
  const { deps, db, alerts } = await alertBooks();
  const seen = { ...makeAlertRow().state, trueSince: NOON };
  await db.alerts.add(makeAlertRow({ enabled: false, state: seen }));
  await enableAlerts(deps, { ids: ['alert'], enabled: true });
  expect((await alerts())[0]).toMatchObject({ enabled: true, state: { trueSince: null } });
  expect(await enableAlerts(deps, { ids: ['alert'], enabled: true })).toEqual({ undoId: null });
  expect(await snoozeAlerts(deps, { ids: ['alert'], minutes: 0 })).toEqual({ undoId: null });
});

test('an alert follows the size of what it watches and waits anew; both go back together', async () => {
  const { deps, db, alerts, undo } = await alertBooks();
  await db.alerts.add(makeAlertRow({ state: { ...makeAlertRow().state, rangAt: NOON, isArmed: false } }));
  const { undoId } = await editWatchItem(deps, { itemId: 'item', usSize: 11 });
  expect(await alerts()).toMatchObject([{ usSize: 11, state: { rangAt: null, isArmed: true } }]);
  await undo(undoId);
  expect(await alerts()).toMatchObject([{ usSize: 10, state: { rangAt: NOON, isArmed: false } }]);
});

test('what was seen is seen; all of it when nothing is named', async () => {
  const { deps, db } = await alertBooks();
  const event = { alertId: 'alert', itemId: null, catalogId: null, usSize: null, kind: null, at: NOON } as const;
  const rest = { seen: false, onBadge: true, title: '', message: '', digest: null, facts: {} };
  await db.alertEvents.bulkAdd(['a', 'b', 'c'].map((id) => ({ id, ...event, ...rest })));
  const unseen = async () => (await db.alertEvents.toArray()).filter(({ seen }) => !seen).map(({ id }) => id);
  await seeAlerts(deps, ['b']);
  expect(await unseen()).toEqual(['a', 'c']);
  await seeAlerts(deps, null);
  expect(await unseen()).toEqual([]);
});
