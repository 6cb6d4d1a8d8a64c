import { expect, test } from 'vitest';
import { HOUR_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeAlertRow, PANDA, watchPanda } from '@/tests/fixtures/alerts-bench';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { alertSubjects, allAlerts } from './alert-subjects';

const at = (hours: number) => shiftInstant(NOON, hours * HOUR_MS);

/** Watched: the Panda with two alerts, and a shoe nobody has read with one; another with an alert was taken off. */
async function books() {
  const db = makeDatabase();
  await watchPanda(db);
  const panda = await db.watchlistItems.get('item');
  if (panda === undefined) throw new Error('the Panda is not watched');
  await db.watchlistItems.bulkAdd([
    { ...panda, id: 'unread', catalogId: 'samba' },
    { ...panda, id: 'gone', deletedAt: NOON },
  ]);
  await db.alerts.bulkAdd([
    makeAlertRow({ id: 'older', createdAt: at(-3) }),
    makeAlertRow({ id: 'newer', createdAt: at(-1), enabled: false }),
    makeAlertRow({ id: 'removed', deletedAt: NOON }),
    makeAlertRow({ id: 'between', itemId: 'unread', catalogId: 'samba', createdAt: at(-2) }),
    makeAlertRow({ id: 'lost', itemId: 'gone', createdAt: NOON }),
  ]);
  return db;
}

test('items in the order asked for, with what they are and the alerts on them', async () => {
  const subjects = await alertSubjects(await books(), ['unread', 'gone', 'never', 'item'], NOON);
  expect(
    subjects.map(({ item, product, alerts }) => [item.id, product?.catalogId, alerts.map(({ alert }) => alert.id)]),
  ).toEqual([
    ['unread', undefined, ['between']],
    ['item', PANDA, ['older', 'newer']],
  ]);
});

test('all alerts on what is watched, newest first, each with how it stands', async () => {
  const lines = await allAlerts(await books(), NOON);
  expect(lines.map(({ alert, item, standing }) => [alert.id, item.id, standing.kind])).toEqual([
    ['newer', 'item', 'off'],
    ['between', 'unread', 'armed'],
    ['older', 'item', 'armed'],
  ]);
});
