import { expect, test } from 'vitest';
import { decideAlert } from '@/lib/domain/alerts/decide-alert';
import { makeReading, NOON } from '@/lib/domain/alerts/fake-reading';
import { instant } from '@/lib/domain/time/instant';
import { makeAlertRow, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { alertTables, keepDecided } from './alerts-keep';

const ALERT = makeAlertRow();

/** Something happens to the alert between the decision to ring and its keeping. */
async function ringsAfter(change: object, item: object): Promise<number> {
  const db = makeDatabase();
  await watchPanda(db);
  await db.alerts.add({ ...ALERT, ...change });
  await db.watchlistItems.update('item', item);
  const decision = decideAlert(ALERT, makeReading(), NOON);
  expect(decision.kind).toBe('ring');
  await db.transaction('rw', alertTables(db), async () =>
    keepDecided(db, [{ alert: ALERT, decision, product: null }], () => ({ title: '', message: '' }), NOON),
  );
  return db.alertEvents.count();
}

test.each<readonly [string, number, object, object]>([
  ['nothing', 1, {}, {}],
  ['an edit', 0, { updatedAt: instant(ALERT.updatedAt + 1) }, {}],
  ['a look by another', 0, { state: { ...ALERT.state, lookedAt: NOON } }, {}],
  ['a snooze', 0, { state: { ...ALERT.state, snoozedUntil: instant(NOON + 1) } }, {}],
  ['its removal', 0, { deletedAt: NOON }, {}],
  ['the removal of what it watches', 0, {}, { deletedAt: NOON }],
])('%s meanwhile: %i rings', async (_, rings, change, item) => {
  expect(await ringsAfter(change, item)).toBe(rings);
});
