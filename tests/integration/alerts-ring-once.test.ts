import { expect, test } from 'vitest';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import { makeAlertRow, makeAlertsBench, watchPanda } from '../fixtures/alerts-bench';
import { fakeClock, START } from '../fakes/fake-platform';
import { makeBrowserDatabase, makeDatabase } from '../fixtures/test-database';
import { mortal, type Life } from './mortal';

/**
 * I16 for alerts: wherever a worker dies over a look at them, state, event and notice are there together or not at all,
 * and the next one rings once.
 */

const SECOND = makeAlertRow({ id: 'second', options: { confirm: true } });

/** Looks at a reading that rings one alert and half confirms the other; dies at a point. */
async function dyingAt(dieAt: number): Promise<{ readonly lived: boolean }> {
  const browser = makeBrowserDatabase();
  const clock = fakeClock(START);
  const ground = makeDatabase(browser);
  await watchPanda(ground);
  await ground.alerts.bulkAdd([makeAlertRow(), SECOND]);
  const bench = makeAlertsBench(ground, clock);
  await bench.read(110);
  await bench.look();
  clock.pass(15 * MINUTE_MS);
  await bench.read(98);
  ground.close();

  const life: Life = { points: 0, dieAt, dead: false };
  const dying = mortal(makeDatabase(browser), life);
  const lived = await makeAlertsBench(dying, clock)
    .look()
    .then(
      () => true,
      () => false,
    );
  dying.close();

  const db = makeDatabase(browser);
  const kept = async () => {
    const [alerts, events, notices] = await Promise.all([
      db.alerts.toArray(),
      db.alertEvents.count(),
      db.notices.count(),
    ]);
    const rung = alerts.filter(({ state }) => state.rangAt !== null).length;
    expect([events, notices], `dead at ${dieAt}`).toEqual([rung, rung]);
    return events;
  };
  expect(await kept()).toBeLessThanOrEqual(1);
  const next = makeAlertsBench(db, clock);
  clock.pass(MINUTE_MS);
  await next.look();
  expect(await kept(), `reborn after ${dieAt}`).toBe(1);
  clock.pass(14 * MINUTE_MS);
  await next.read(97);
  await next.look();
  expect(await kept(), 'the other one is confirmed').toBe(2);
  db.close();
  return { lived };
}

test('a worker killed at any point of a look rings once', async () => {
  let deaths = 0;
  for (let point = 1; point < 200; point += 1) {
    const { lived } = await dyingAt(point);
    if (lived) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThan(10);
}, 60_000);

test('two workers that look at once ring once', async () => {
  const browser = makeBrowserDatabase();
  const clock = fakeClock(START);
  const ground = makeDatabase(browser);
  await watchPanda(ground);
  await ground.alerts.add(makeAlertRow());
  const [one, other] = [makeAlertsBench(ground, clock), makeAlertsBench(makeDatabase(browser), clock)];
  await one.read(110);
  await one.look();
  clock.pass(15 * MINUTE_MS);
  await one.read(98);
  await Promise.all([one.look(), other.look()]);
  expect([await ground.alertEvents.count(), await ground.notices.count()]).toEqual([1, 1]);
});
