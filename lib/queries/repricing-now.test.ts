import { expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { startJobRun } from '@/lib/db/repositories/job-runs';
import { ensureJobs } from '@/lib/db/repositories/jobs';
import { askForRun, cancelRun, forgetAskedRun, noteReading } from '@/lib/db/repositories/repricing-runs';
import { setRepricingMode } from '@/lib/db/repositories/repricing-state';
import type { RepricingRunRow } from '@/lib/db/repricing-rows';
import { MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { NOON } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { repricingNow } from './repricing-now';

const at = (minutes: number): Instant => shiftInstant(NOON, minutes * MINUTE_MS);

const run = (id: string, startedAt: Instant, finishedAt: Instant | null): RepricingRunRow => ({
  id,
  startedAt,
  finishedAt,
  mode: 'preview',
  trigger: 'person',
  considered: 1,
  changes: 0,
  holds: 1,
  stopped: null,
  groupId: null,
  rules: '',
});

/** The job as it is in the middle of a run that takes several turns. */
async function working(db: ArchvdDatabase, until: Instant | null): Promise<void> {
  await ensureJobs(db, [{ id: 'reprice', dueAt: NOON }]);
  await db.jobs.update('reprice', {
    lease: until === null ? null : { fence: 1, until },
    progress: { runId: 'job-run' },
  });
  await startJobRun(db, 'job-run', 'reprice', NOON);
}

test('of fresh books: nothing runs, nothing was', async () => {
  expect(await repricingNow(makeDatabase(), NOON)).toEqual({
    mode: 'preview',
    stopped: null,
    lastRun: null,
    running: false,
    reading: null,
    wasLive: false,
  });
});

test('the newest run that ended is the last one', async () => {
  const db = makeDatabase();
  await db.repricingRuns.bulkAdd([
    run('old', at(-30), at(-29)),
    run('new', at(-15), at(-14)),
    run('open', at(-1), null),
  ]);
  expect((await repricingNow(db, NOON)).lastRun?.id).toBe('new');
});

test('stopped by itself it says why, and that it was live stays known', async () => {
  const db = makeDatabase();
  await setRepricingMode(db, 'live', null, at(-10));
  await setRepricingMode(db, 'paused', 'Prices fell everywhere.', NOON);
  expect(await repricingNow(db, NOON)).toMatchObject({
    mode: 'paused',
    stopped: 'Prices fell everywhere.',
    wasLive: true,
  });
});

test('a run that is asked for counts as running until the wish is met', async () => {
  const db = makeDatabase();
  await askForRun(db, NOON);
  expect(await repricingNow(db, NOON)).toMatchObject({ running: true, reading: null });
  await forgetAskedRun(db, NOON);
  expect((await repricingNow(db, NOON)).running).toBe(false);
});

test('a run being made tells how far its reading is, of itself only', async () => {
  const db = makeDatabase();
  await working(db, at(1));
  expect(await repricingNow(db, NOON)).toMatchObject({ running: true, reading: null });
  await noteReading(db, 'an older one', { done: 3, of: 4 }, NOON);
  expect((await repricingNow(db, NOON)).reading).toBeNull();
  await noteReading(db, 'job-run', { done: 25, of: 120 }, NOON);
  expect((await repricingNow(db, NOON)).reading).toEqual({ done: 25, of: 120 });
});

test('between two turns it still runs; once cancelled it does not', async () => {
  const db = makeDatabase();
  await working(db, null);
  await noteReading(db, 'job-run', { done: 25, of: 120 }, NOON);
  expect(await repricingNow(db, at(2))).toMatchObject({ running: true, reading: { done: 25, of: 120 } });
  await cancelRun(db, at(2));
  expect(await repricingNow(db, at(2))).toMatchObject({ running: false, reading: null });
});

test('a lease that ran out means that nobody works', async () => {
  const db = makeDatabase();
  await ensureJobs(db, [{ id: 'reprice', dueAt: NOON }]);
  await db.jobs.update('reprice', { lease: { fence: 1, until: at(1) } });
  expect((await repricingNow(db, NOON)).running).toBe(true);
  expect((await repricingNow(db, at(2))).running).toBe(false);
});
