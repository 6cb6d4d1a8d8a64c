import { expect, test } from 'vitest';
import { hasAlertWork } from '@/lib/db/repositories/alert-work';
import { getMeta } from '@/lib/db/repositories/meta';
import { DAY_MS, HOUR_MS, instant, MINUTE_MS, shiftInstant } from '@/lib/domain/time/instant';
import { fakeClock, START } from '@/tests/fakes/fake-platform';
import { makeAlertRow, makeAlertsBench, watchPanda } from '@/tests/fixtures/alerts-bench';
import { usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { nextLook, tellDigest } from './alerts-digest';

async function bench(...alerts: readonly ReturnType<typeof makeAlertRow>[]) {
  const made = makeAlertsBench();
  await watchPanda(made.db);
  await made.db.alerts.bulkAdd([...alerts]);
  return made;
}

test('a clock that is set back some hours does not keep alerts from being looked at until it has caught up', async () => {
  const { db, clock, read, look } = await bench(makeAlertRow());
  await read(110);
  clock.pass(MINUTE_MS);
  await look();
  clock.pass(-5 * HOUR_MS);
  await read(98);
  expect(await hasAlertWork(db, null, clock.now())).toBe(true);
  await look();
  expect(await db.notices.count()).toBe(1);
});

test('what rang on a day that has not come yet does not use up the cap of today', async () => {
  const { db, clock, read, look } = await bench(makeAlertRow({ options: { rearmMinutes: 0 } }));
  clock.pass(300 * DAY_MS);
  for (const dollars of [98, 110, 98, 110, 98, 110, 98, 110, 98, 110]) {
    clock.pass(MINUTE_MS);
    await read(dollars);
    await look();
  }
  expect(await db.alertEvents.count()).toBe(5);
  clock.pass(-300 * DAY_MS);
  await read(98);
  await look();
  expect(await db.alertEvents.count()).toBe(6);
});

test('an alert that is changed after it rang rings for the same reading anew, and both are kept', async () => {
  const { db, read, look } = await bench(makeAlertRow());
  await read(98);
  await look();
  const { state, updatedAt } = makeAlertRow();
  const trigger = { kind: 'ask-at-or-below', price: usd(99) } as const;
  await db.alerts.update('alert', { trigger, state, updatedAt: instant(updatedAt + 1) });
  await look();
  expect((await db.alertEvents.toArray()).map(({ facts }) => facts['trigger'])).toMatchObject([
    { price: usd(100) },
    { price: usd(99) },
  ]);
  expect(await db.notices.count()).toBe(2);
});

const words = ({ count }: { count: number }) => ({ title: `${count}`, message: '' });

async function waiting() {
  const made = makeAlertsBench(makeDatabase(), fakeClock(START));
  await watchPanda(made.db);
  await made.db.alerts.add(
    makeAlertRow({ options: { rearmMinutes: 0, channels: { notification: false, badge: false, digest: true } } }),
  );
  return made;
}

test('a digest told by a clock that ran ahead does not swallow what waits afterwards', async () => {
  const { db, clock, read, look } = await waiting();
  const turns: readonly (readonly [number, number])[] = [
    [7, 98],
    [24, 110],
    [0.1, 98],
    [-24, 110],
    [0.1, 98],
  ];
  for (const [hours, dollars] of turns) {
    clock.pass(hours * HOUR_MS);
    await read(dollars);
    await look();
  }
  const told = await db.notices.toArray();
  expect(told.map(({ title }) => title)).toEqual(['1 waited', '1 waited']);
  expect((await db.alertEvents.toArray()).filter(({ digest }) => digest === 'waiting')).toHaveLength(1);
});

test('on the days on which the clock changes the digest comes at its hour on the wall', async () => {
  const db = makeDatabase();
  // London: at 01:00 UTC on 29 March an hour goes, on 25 October it comes.
  const spring = Date.UTC(2026, 2, 29, 1);
  const autumn = Date.UTC(2026, 9, 25, 1);
  const offsetAt = (at: number) => (at >= spring && at < autumn ? HOUR_MS : 0);
  const told = async (at: number): Promise<boolean> => {
    const now = instant(at);
    await tellDigest(db, { digestAt: 8 * 60, offsetAt, now }, words);
    return (await getMeta(db, 'alerts/digest-told'))?.toString() === String(now - (now % DAY_MS) - midnightAhead(now));
  };
  const midnightAhead = (now: number) => offsetAt(now - (now % DAY_MS));
  expect(await told(Date.UTC(2026, 2, 29, 6, 59)), '07:59 of summer time').toBe(false);
  expect(await told(Date.UTC(2026, 2, 29, 7)), '08:00 of summer time').toBe(true);
  const night = instant(Date.UTC(2026, 2, 29, 6, 50));
  expect(nextLook({ digestAt: 8 * 60, offsetAt, now: night })).toBe(shiftInstant(night, 10 * MINUTE_MS));
  expect(await told(Date.UTC(2026, 9, 25, 7, 59)), '07:59 of winter time').toBe(false);
  expect(await told(Date.UTC(2026, 9, 25, 8)), '08:00 of winter time').toBe(true);
});
