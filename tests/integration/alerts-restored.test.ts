import { expect, test } from 'vitest';
import { exportDatabase } from '@/lib/db/backup/export-database';
import { restoreDatabase } from '@/lib/db/backup/restore-database';
import { HOUR_MS, MINUTE_MS } from '@/lib/domain/time/instant';
import { makeAlertRow, makeAlertsBench, watchPanda } from '../fixtures/alerts-bench';

const CHANNELS = { notification: true, badge: true, digest: true };

test('what rang since a copy was taken does not ring again after it was restored', async () => {
  const { db, clock, read, look } = makeAlertsBench();
  await watchPanda(db);
  await db.alerts.add(makeAlertRow({ options: { channels: CHANNELS } }));
  const { file } = await exportDatabase(db, clock.now());
  await read(98);
  await look();
  clock.pass(HOUR_MS);
  await restoreDatabase(db, file, clock.now());
  await read(97);
  await look();
  expect(await db.notices.count()).toBe(1);
});

test('what a digest told stays told, and what a person saw stays seen', async () => {
  const { db, clock, read, look } = makeAlertsBench();
  await watchPanda(db);
  await db.alerts.add(makeAlertRow({ options: { channels: { ...CHANNELS, notification: false } } }));
  await read(98);
  await look();
  const { file } = await exportDatabase(db, clock.now());
  clock.pass(7 * HOUR_MS);
  await look();
  await db.alertEvents.toCollection().modify({ seen: true });
  await restoreDatabase(db, file, clock.now());
  clock.pass(MINUTE_MS);
  await look();
  expect((await db.alertEvents.toArray()).map(({ seen, digest }) => [seen, digest])).toEqual([[true, null]]);
  expect(await db.notices.count()).toBe(1);
});

test('an alert of the copy that waited for something else is as the copy has it', async () => {
  const { db, clock, read, look } = makeAlertsBench();
  await watchPanda(db);
  const { file } = await exportDatabase(db, clock.now());
  await db.alerts.add(makeAlertRow());
  await read(98);
  await look();
  await restoreDatabase(db, file, clock.now());
  expect([await db.alerts.count(), await db.alertEvents.count()]).toEqual([0, 0]);
});
