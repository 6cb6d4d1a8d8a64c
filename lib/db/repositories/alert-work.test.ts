import { expect, test } from 'vitest';
import { DAY_MS, shiftInstant } from '@/lib/domain/time/instant';
import { makeAlertRow } from '@/tests/fixtures/alerts-bench';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { pruneAlerts } from './alert-work';

test('what rang is kept for a year, and an alert taken away for as long as it may come back', async () => {
  const db = makeDatabase();
  const ago = (days: number) => shiftInstant(NOON, -days * DAY_MS);
  const rest = { alertId: 'alert', itemId: null, catalogId: null, usSize: null, kind: null, seen: true } as const;
  await db.alertEvents.bulkAdd(
    [364, 366].map((days) => ({
      ...rest,
      id: `${days}`,
      at: ago(days),
      onBadge: false,
      title: '',
      message: '',
      digest: null,
      facts: {},
    })),
  );
  await db.alerts.bulkAdd([
    makeAlertRow({ id: 'living', createdAt: ago(400) }),
    makeAlertRow({ id: 'just gone', deletedAt: ago(89) }),
    makeAlertRow({ id: 'long gone', deletedAt: ago(91) }),
  ]);
  expect(await pruneAlerts(db, NOON)).toBe(2);
  expect((await db.alertEvents.toArray()).map(({ id }) => id)).toEqual(['364']);
  expect((await db.alerts.toArray()).map(({ id }) => id).toSorted()).toEqual(['just gone', 'living']);
});
