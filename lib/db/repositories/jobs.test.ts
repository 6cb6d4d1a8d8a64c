import { describe, expect, test } from 'vitest';
import { shiftInstant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeBrowserDatabase, makeDatabase } from '@/tests/fixtures/test-database';
import { addToJobRun, finishJobRun, pruneJobRuns, startJobRun } from './job-runs';
import { callJob, claimJob, ensureJobs, finishJob, heartbeatJob, makeDue } from './jobs';

const LEASE = 60_000;
const after = (ms: number) => shiftInstant(NOON, ms);

async function makeDueJob() {
  const db = makeDatabase();
  await ensureJobs(db, [{ id: 'orders', dueAt: NOON }]);
  return db;
}

describe('claiming', () => {
  test('of two contexts one gets the job', async () => {
    const browser = makeBrowserDatabase();
    const [one, two] = [makeDatabase(browser), makeDatabase(browser)];
    await ensureJobs(one, [{ id: 'orders', dueAt: NOON }]);
    const claims = await Promise.all([claimJob(one, 'orders', NOON, LEASE), claimJob(two, 'orders', NOON, LEASE)]);
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  test('a job that is not due, or not known, is not given', async () => {
    const db = await makeDueJob();
    expect(await claimJob(db, 'orders', after(-1), LEASE)).toBeNull();
    expect(await claimJob(db, 'prices', NOON, LEASE)).toBeNull();
  });

  test('a lease that ran out is taken over, and the old holder can neither go on nor finish', async () => {
    const db = await makeDueJob();
    const old = await claimJob(db, 'orders', NOON, LEASE);
    expect(await claimJob(db, 'orders', after(LEASE - 1), LEASE)).toBeNull();
    const heir = await claimJob(db, 'orders', after(LEASE), LEASE);
    expect(heir?.fence).toBe((old?.fence ?? 0) + 1);
    const end = { now: after(LEASE), outcome: 'done', dueAt: after(2 * LEASE), progress: null } as const;
    expect(await heartbeatJob(db, 'orders', old?.fence ?? 0, { now: after(LEASE), leaseMs: LEASE })).toBe(false);
    expect(await finishJob(db, 'orders', old?.fence ?? 0, end)).toBe(false);
    expect(await db.jobs.get('orders')).toEqual(heir);
    expect(await finishJob(db, 'orders', heir?.fence ?? 0, end)).toBe(true);
  });

  test('ensuring again resets nothing', async () => {
    const db = await makeDueJob();
    await claimJob(db, 'orders', NOON, LEASE);
    const before = await db.jobs.get('orders');
    await ensureJobs(db, [
      { id: 'orders', dueAt: after(999) },
      { id: 'prices', dueAt: after(5) },
    ]);
    expect(await db.jobs.get('orders')).toEqual(before);
    expect(await db.jobs.get('prices')).toMatchObject({ dueAt: after(5), fence: 0 });
  });
});

describe('working and finishing', () => {
  test.each(['done', 'failed', 'stopped'] as const)(
    'called while it is worked on, it is due again: %s',
    async (outcome) => {
      const db = await makeDueJob();
      const end = (fence: number) =>
        finishJob(db, 'orders', fence, { now: after(20), outcome, dueAt: after(900), progress: null });
      const job = await claimJob(db, 'orders', NOON, LEASE);
      await callJob(db, 'orders', after(10));
      await end(job?.fence ?? 0);
      expect(await db.jobs.get('orders')).toMatchObject({ dueAt: after(20) });
      const next = await claimJob(db, 'orders', after(20), LEASE);
      await end(next?.fence ?? 0);
      expect(await db.jobs.get('orders'), 'once').toMatchObject({ dueAt: after(900) });
      await callJob(db, 'orders', after(30));
      expect(await db.jobs.get('orders'), 'at rest').toMatchObject({ dueAt: after(30) });
      expect(await db.jobs.get('orders')).not.toHaveProperty('calledAt');
    },
  );

  test('a heartbeat prolongs the lease and keeps progress unless told', async () => {
    const db = await makeDueJob();
    const job = await claimJob(db, 'orders', NOON, LEASE);
    const fence = job?.fence ?? 0;
    await heartbeatJob(db, 'orders', fence, { now: after(10), leaseMs: LEASE, progress: { page: 3 } });
    await heartbeatJob(db, 'orders', fence, { now: after(20), leaseMs: LEASE });
    expect(await db.jobs.get('orders')).toMatchObject({
      lease: { fence, until: after(20 + LEASE) },
      progress: { page: 3 },
    });
  });

  test('failures count up, a stop counts neither way, a success clears', async () => {
    const db = await makeDueJob();
    const run = async (at: number, outcome: 'done' | 'failed' | 'stopped') => {
      const job = await claimJob(db, 'orders', after(at), LEASE);
      await finishJob(db, 'orders', job?.fence ?? 0, {
        now: after(at),
        outcome,
        dueAt: after(at),
        progress: { page: at },
      });
      return db.jobs.get('orders');
    };
    expect(await run(1, 'failed')).toMatchObject({
      failures: 1,
      lastSuccessAt: null,
      lease: null,
      progress: { page: 1 },
    });
    expect(await run(2, 'stopped')).toMatchObject({ failures: 1, lastFinishedAt: after(2), lastSuccessAt: null });
    expect(await run(3, 'done')).toMatchObject({ failures: 0, lastSuccessAt: after(3), progress: null });
  });

  test('a job can be finished once only', async () => {
    const db = await makeDueJob();
    const job = await claimJob(db, 'orders', NOON, LEASE);
    const end = { now: NOON, outcome: 'done', dueAt: after(LEASE), progress: null } as const;
    expect(await finishJob(db, 'orders', job?.fence ?? 0, end)).toBe(true);
    expect(await finishJob(db, 'orders', job?.fence ?? 0, end)).toBe(false);
  });

  test('making due pulls a later time forward, never back', async () => {
    const db = makeDatabase();
    await ensureJobs(db, [
      { id: 'orders', dueAt: after(-50) },
      { id: 'listings', dueAt: after(50) },
    ]);
    await makeDue(db, ['orders', 'listings'], NOON);
    expect((await db.jobs.bulkGet(['orders', 'listings'])).map((job) => job?.dueAt)).toEqual([after(-50), NOON]);
  });
});

describe('runs', () => {
  test('counts add up and the newest request ids come first, twenty at most', async () => {
    const db = makeDatabase();
    await startJobRun(db, 'r1', 'orders', NOON);
    await addToJobRun(db, 'r1', { requests: 1, read: 50, requestIds: ['q1'] });
    await addToJobRun(db, 'r1', {
      requests: 20,
      written: 3,
      requestIds: Array.from({ length: 20 }, (_, index) => `q${index + 2}`),
    });
    await finishJobRun(db, 'r1', { now: after(9), outcome: 'done', error: null });
    const run = await db.jobRuns.get('r1');
    expect(run).toMatchObject({
      requests: 21,
      read: 50,
      written: 3,
      rejected: 0,
      outcome: 'done',
      finishedAt: after(9),
    });
    expect(run?.requestIds).toHaveLength(20);
    expect([run?.requestIds[0], run?.requestIds[19]]).toEqual(['q21', 'q2']);
  });

  test('old runs go, then the oldest beyond the cap', async () => {
    const db = makeDatabase();
    const days = [-91, -3, -2, -1];
    for (const day of days) await startJobRun(db, `r${day}`, 'orders', after(day * 86_400_000));
    expect(await pruneJobRuns(db, NOON, 2)).toBe(2);
    expect(await db.jobRuns.orderBy('startedAt').primaryKeys()).toEqual(['r-2', 'r-1']);
  });
});
