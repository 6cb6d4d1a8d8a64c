import { describe, expect, test } from 'vitest';
import { hasAlertWork } from '@/lib/db/repositories/alert-work';
import { HOUR_MS, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { START } from '@/tests/fakes/fake-platform';
import { makeAlertRow, makeAlertsBench, PANDA, watchPanda } from '@/tests/fixtures/alerts-bench';
import { makeProduct, usd } from '@/tests/fixtures/builders';

async function bench(...alerts: readonly ReturnType<typeof makeAlertRow>[]) {
  const made = makeAlertsBench();
  await watchPanda(made.db);
  await made.db.alerts.bulkAdd([...alerts]);
  const { db, clock } = made;
  return {
    ...made,
    /** Time passes, an ask is read, and alerts are looked at. */
    async next(minutes: number, dollars: number | null): Promise<void> {
      clock.pass(minutes * MINUTE_MS);
      await made.read(dollars);
      await made.look();
    },
    rung: async () => (await db.notices.orderBy('at').toArray()).map(({ title, message }) => `${title} ${message}`),
  };
}

describe('the job of alerts', () => {
  test('rings when it is so, and again only after it was not', async () => {
    const { next, rung, db } = await bench(makeAlertRow());
    for (const dollars of [110, 98, 97, 101, 96]) await next(15, dollars);
    expect(await rung()).toEqual(['Dunk Low Panda: ask-at-or-below ask 9800']);
    await next(31, 95);
    expect(await rung(), 'an hour after it rang').toHaveLength(2);
    const events = await db.alertEvents.toArray();
    const notices = await db.notices.toArray();
    expect(events.map(({ id }) => id)).toEqual(notices.map(({ id }) => id));
    expect(events[0]).toMatchObject({
      id: `alert:alert:${START + 30 * MINUTE_MS}`,
      itemId: 'item',
      usSize: 10,
      seen: false,
      onBadge: true,
      digest: null,
      facts: { ask: usd(98), profit: usd(2.6) },
    });
    expect(notices[0]).toMatchObject({ route: `/market?product=${PANDA}` });
  });

  test('the same reading looked at again is one ring', async () => {
    const { next, look, rung } = await bench(makeAlertRow());
    await next(1, 98);
    await look();
    expect(await rung()).toHaveLength(1);
  });

  test('only the history is written where no channel is wanted', async () => {
    const silent = { notification: false, badge: false, digest: false };
    const { next, db } = await bench(makeAlertRow({ options: { channels: silent } }));
    await next(1, 98);
    expect([await db.alertEvents.count(), await db.notices.count()]).toEqual([1, 0]);
    expect((await db.alertEvents.toArray())[0]).toMatchObject({ onBadge: false });
  });

  test('one watched thing rings no more often a day than it may, the older alert first', async () => {
    const alerts = Array.from({ length: 8 }, (_, nth) =>
      makeAlertRow({ id: `alert-${nth}`, createdAt: shiftInstant(START, nth) }),
    );
    const { next, db } = await bench(...alerts.toReversed());
    await next(1, 98);
    expect((await db.alertEvents.toArray()).map(({ alertId }) => alertId).toSorted()).toEqual(
      alerts.slice(0, 5).map(({ id }) => id),
    );
    await next(24 * 60, 98);
    expect(await db.alertEvents.count(), 'the rest on the next day').toBe(8);
  });

  test('what somebody changed or took away meanwhile is passed over', async () => {
    const { next, db, rung } = await bench(makeAlertRow());
    await db.watchlistItems.update('item', { deletedAt: START });
    await next(1, 98);
    expect(await rung()).toEqual([]);
    expect((await db.alerts.get('alert'))?.state.lookedAt).toBeNull();
  });

  test('a look leaves the stamp of the last edit alone, so that it can still be taken back', async () => {
    const { next, db } = await bench(makeAlertRow());
    await next(1, 98);
    expect((await db.alerts.get('alert'))?.updatedAt, 'nobody edited it').toBe(makeAlertRow().updatedAt);
  });
});

describe('the digest', () => {
  const waiting = makeAlertRow({
    options: { rearmMinutes: 0, channels: { notification: false, badge: false, digest: true } },
  });

  test('tells the best of what waited, once a day from its time on', async () => {
    const { next, rung, db } = await bench(waiting);
    for (const dollars of [98, 110, 90, 110, 95]) await next(15, dollars);
    expect(await rung(), 'at 13:15 nothing is told').toEqual([]);
    await next(5 * 60, 110);
    expect(await rung()).toEqual(['3 waited ask 9000']);
    await next(15, 110);
    expect(await rung()).toHaveLength(1);
    expect((await db.alertEvents.toArray()).every(({ digest }) => digest === null)).toBe(true);
  });

  test('is silent when nothing waits, also the next day', async () => {
    const { next, rung } = await bench(waiting);
    await next(7 * 60, 110);
    await next(24 * 60, 110);
    expect(await rung()).toEqual([]);
  });
});

describe('whether there is anything to look at', () => {
  const now = (hours: number) => shiftInstant(START, hours * HOUR_MS);

  test('not without alerts', async () => {
    const { db } = await bench();
    expect(await hasAlertWork(db, null, now(0))).toBe(false);
  });

  test('after a look only when something was read since, or its time has come', async () => {
    const { db, next, clock, look, read } = await bench(makeAlertRow());
    expect(await hasAlertWork(db, null, clock.now()), 'never looked').toBe(true);
    await next(1, 110);
    clock.pass(MINUTE_MS);
    await look();
    expect(await hasAlertWork(db, null, clock.now())).toBe(false);
    clock.pass(MINUTE_MS);
    await read(110);
    expect(await hasAlertWork(db, null, clock.now()), 'read since').toBe(true);
    expect(await hasAlertWork(db, '3', clock.now()), 'of another region').toBe(false);
    await look();
    clock.pass(2 * HOUR_MS);
    expect(await hasAlertWork(db, null, clock.now()), 'the day may have changed').toBe(true);
  });
});

test('a thousand alerts on a thousand products are looked at in a few seconds', async () => {
  const { db, look, clock, read } = makeAlertsBench();
  await watchPanda(db);
  const ids = Array.from({ length: 1000 }, (_, nth) => `product-${nth}`);
  await db.products.bulkAdd(ids.map((catalogId) => makeProduct({ catalogId })));
  const item = await db.watchlistItems.get('item');
  if (item === undefined) throw new Error('nothing is watched');
  await db.watchlistItems.bulkAdd(ids.map((catalogId) => ({ ...item, id: `item-${catalogId}`, catalogId })));
  await db.alerts.bulkAdd(
    ids.map((catalogId) => makeAlertRow({ id: `alert-${catalogId}`, itemId: `item-${catalogId}`, catalogId })),
  );
  for (const [nth, catalogId] of ids.entries()) await read(nth < 10 ? 98 : 110, { catalogId });
  const before = performance.now();
  await look();
  expect(performance.now() - before).toBeLessThan(15_000);
  expect(await db.notices.count()).toBe(10);
  clock.pass(MINUTE_MS);
  await look();
  expect(await db.notices.count()).toBe(10);
}, 60_000);
