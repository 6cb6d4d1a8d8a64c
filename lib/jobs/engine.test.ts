import { describe, expect, test, vi } from 'vitest';
import type { JobName } from '@/lib/db/rows';
import { MarketError } from '@/lib/domain/errors/market-error';
import { MINUTE_MS } from '@/lib/domain/time/instant';
import type { SyncTask } from '@/lib/sync/sync-run';
import { fakeAlarms, fakeClock, fakeLocks, fakeRandom, START, stillHeart } from '@/tests/fakes/fake-platform';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { createEngine, type EngineDeps } from './engine';
import { JOB_PLANS } from './job-plan';

/** An engine whose jobs take fifteen seconds a turn and are done, unless a test says otherwise. */
function makeEngine(tasks: Partial<Record<JobName, SyncTask>> = {}, given: Partial<EngineDeps> = {}) {
  const clock = fakeClock(START);
  const turns: JobName[] = [];
  const failures: unknown[] = [];
  const timed =
    (task: SyncTask): SyncTask =>
    (run) => {
      turns.push(run.job);
      clock.pass(15_000);
      return task(run);
    };
  const done: SyncTask = async () => 'done';
  const db = makeDatabase();
  const engine = createEngine({
    db,
    clock,
    random: fakeRandom(),
    locks: fakeLocks(),
    alarms: fakeAlarms(clock),
    heartbeat: stillHeart,
    tasks: new Map(JOB_PLANS.map(({ name }) => [name, timed(tasks[name] ?? done)])),
    standing: async () => 'ready',
    onRefused: async () => {},
    onFailure: (error) => void failures.push(error),
    afterTurn: async () => {},
    ...given,
  });
  return { engine, db, clock, turns, failures };
}

describe('the clockwork', () => {
  test('a job that never comes to an end keeps no other from its turn', async () => {
    const { engine, turns } = makeEngine({ prices: async () => 'more' });
    await engine.tick();
    expect(new Set(turns)).toEqual(new Set(JOB_PLANS.map((plan) => plan.name)));
    // Nor is it kept from its own: with every job at a quarter of a minute a session has sixteen turns for all of them.
    await engine.tick();
    expect(turns.filter((name) => name === 'prices').length).toBeGreaterThan(2);
  });

  test('a job that fails each time keeps no other from its turn', async () => {
    const { engine, turns } = makeEngine({
      orders: async () => {
        throw new Error('broken');
      },
    });
    await engine.tick();
    expect(new Set(turns)).toEqual(new Set(JOB_PLANS.map((plan) => plan.name)));
  });

  test('without a network orders are tried again within a minute, however long it was gone', async () => {
    const { engine, db, clock } = makeEngine({
      orders: async () => {
        throw new MarketError('offline', { message: 'alias cannot be reached' });
      },
    });
    for (let hour = 0; hour < 12; hour += 1) {
      await engine.tick();
      clock.pass(60 * MINUTE_MS);
    }
    await engine.tick();
    const orders = await db.jobs.get('orders');
    expect(orders?.failures).toBeGreaterThan(11);
    expect(orders?.dueAt).toBeLessThanOrEqual((orders?.lastFinishedAt ?? 0) + MINUTE_MS);
  });

  test('a turn that outlasts its time keeps showing that it is alive', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let beats = 0;
      let beatsInTurn = 0;
      const heartbeat = { beat: async () => void (beats += 1) };
      const slow: SyncTask = async () => {
        beatsInTurn -= beats;
        vi.advanceTimersByTime(60_000);
        beatsInTurn += beats;
        return 'done';
      };
      const { engine } = makeEngine({ snapshot: slow }, { heartbeat });
      await engine.tick();
      expect(beatsInTurn).toBe(3);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a bell that cannot ring does not stop the reading, and is told of', async () => {
    const { engine, turns, failures } = makeEngine(
      {},
      { afterTurn: () => Promise.reject(new Error('notifications are not allowed')) },
    );
    await engine.tick();
    expect(turns).toEqual(expect.arrayContaining(JOB_PLANS.map((plan) => plan.name)));
    expect(failures.length).toBeGreaterThan(0);
  });

  test('the badge is drawn also when nothing is due', async () => {
    let drawn = 0;
    const { engine } = makeEngine(
      {},
      {
        standing: async () => 'locked',
        afterTurn: async () => void (drawn += 1),
      },
    );
    await engine.tick();
    const before = drawn;
    await engine.tick();
    expect(drawn).toBe(before + 1);
  });

  test('a full reading that a person stopped is not put off by a day', async () => {
    const started: Partial<Record<JobName, SyncTask>> = {
      'listings-full': async () => {
        engine.cancel();
        return 'more';
      },
    };
    const { engine, db, clock } = makeEngine(started);
    await engine.tick();
    expect(
      await db.jobRuns.where('[job+startedAt]').between(['listings-full', 0], ['listings-full', Infinity]).toArray(),
    ).toMatchObject([{ outcome: 'stopped' }]);
    expect((await db.jobs.get('listings-full'))?.dueAt).toBeLessThanOrEqual(clock.now() + 15 * MINUTE_MS);
  });

  test('"Sync now" reads everything while the first full reading is still outstanding, and only news afterwards', async () => {
    let broken = true;
    const { engine, turns } = makeEngine({
      'listings-full': async () => (broken ? Promise.reject(new Error('broken')) : 'done'),
    });
    await engine.tick();
    const failed = turns.length;
    broken = false;
    engine.syncNow({ full: false });
    await expect.poll(() => turns.slice(failed)).toContain('prices');
    expect(turns.slice(failed)).toContain('listings-full');
    const before = turns.length;
    engine.syncNow({ full: false });
    await expect.poll(() => turns.slice(before)).toContain('prices');
    expect(turns.slice(before)).not.toContain('listings-full');
  });
});
