import type { Instant } from '@/lib/domain/time/instant';
import { shiftInstant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { JobName, JobRow } from '../rows';

/** Adds the jobs that do not exist yet; the others keep their time, so that a start-up never resets a timer. */
export async function ensureJobs(db: ArchvdDatabase, defaults: readonly Pick<JobRow, 'id' | 'dueAt'>[]): Promise<void> {
  await db.transaction('rw', db.jobs, async () => {
    const known = await db.jobs.bulkGet(defaults.map((job) => job.id));
    const missing = defaults.filter((_, index) => known[index] === undefined);
    await db.jobs.bulkAdd(missing.map(({ id, dueAt }) => ({ ...NEW_JOB, id, dueAt })));
  });
}

const NEW_JOB = {
  lease: null,
  fence: 0,
  failures: 0,
  lastFinishedAt: null,
  lastSuccessAt: null,
  progress: null,
} as const;

/**
 * Takes a job that is due and that nobody holds, in one transaction: of two contexts that try, one gets it. A lease
 * that ran out counts as free: its holder died, or must find out by its fence that it is no longer meant.
 *
 * @returns the job as claimed, its `fence` one higher than before; null when it is not due, held or unknown
 */
export async function claimJob(
  db: ArchvdDatabase,
  name: JobName,
  now: Instant,
  leaseMs: number,
): Promise<JobRow | null> {
  return db.transaction('rw', db.jobs, async () => {
    const job = await db.jobs.get(name);
    if (job === undefined || job.dueAt > now || (job.lease !== null && job.lease.until > now)) return null;
    const fence = job.fence + 1;
    const { calledAt: _answered, ...kept } = job;
    const claimed = { ...kept, fence, lease: { fence, until: shiftInstant(now, leaseMs) } };
    await db.jobs.put(claimed);
    return claimed;
  });
}

/**
 * Frees what dead holders left leased, so that nobody waits for their leases to run out. Their fences are outdated with
 * it: one that was only slow and comes back commits nothing more.
 *
 * Only for whoever holds the engine's lock: the browser gives it away as soon as its last holder is gone.
 */
export async function freeAbandonedJobs(db: ArchvdDatabase): Promise<void> {
  await db.transaction('rw', db.jobs, async () => {
    const leased = await db.jobs.filter((job) => job.lease !== null).toArray();
    await db.jobs.bulkPut(leased.map((job) => ({ ...job, lease: null, fence: job.fence + 1 })));
  });
}

/**
 * Makes due what waits for a moment that only a clock set back can have put so far away: the job last ended in the
 * future, or never ran and yet is not due.
 */
export async function catchUpWithClock(db: ArchvdDatabase, now: Instant): Promise<void> {
  await db.jobs
    .where('dueAt')
    .above(now)
    .filter((job) => job.lastFinishedAt === null || job.lastFinishedAt > now)
    .modify({ dueAt: now });
}

/** What a holder says while it works. `progress` left out stays as it is. */
interface Beat {
  readonly now: Instant;
  readonly leaseMs: number;
  readonly progress?: JobRow['progress'];
}

/**
 * Prolongs the lease. False when somebody else holds the job now: stop, write nothing more. Also for the transaction
 * of a page, to make sure that only the true holder commits it.
 */
export async function heartbeatJob(db: ArchvdDatabase, name: JobName, fence: number, beat: Beat): Promise<boolean> {
  return changeHeld(db, name, fence, (job) => ({
    ...job,
    lease: { fence, until: shiftInstant(beat.now, beat.leaseMs) },
    progress: beat.progress === undefined ? job.progress : beat.progress,
  }));
}

/** How a holder gives the job back. */
interface JobEnd {
  readonly now: Instant;
  /** `stopped`: out of time or cancelled, to be gone on with from `progress`; neither a success nor a failure. */
  readonly outcome: 'done' | 'failed' | 'stopped';
  readonly dueAt: Instant;
  /** Where the next run goes on; a `done` job has nothing left. */
  readonly progress: JobRow['progress'];
}

/** Gives the job back. False, and nothing written, when the fence does not match any more. */
export async function finishJob(db: ArchvdDatabase, name: JobName, fence: number, end: JobEnd): Promise<boolean> {
  return changeHeld(db, name, fence, ({ calledAt, ...job }) => ({
    ...job,
    lease: null,
    dueAt: calledAt !== undefined && end.dueAt > end.now ? end.now : end.dueAt,
    progress: end.outcome === 'done' ? null : end.progress,
    failures: end.outcome === 'done' ? 0 : job.failures + (end.outcome === 'failed' ? 1 : 0),
    lastFinishedAt: end.now,
    lastSuccessAt: end.outcome === 'done' ? end.now : job.lastSuccessAt,
  }));
}

/** Makes jobs due at once. A running one keeps its lease; it is only made due, not started twice. */
export async function makeDue(db: ArchvdDatabase, names: readonly JobName[], now: Instant): Promise<void> {
  await db.jobs
    .where('id')
    .anyOf([...names])
    .modify((job) => {
      if (job.dueAt > now) Object.assign(job, { dueAt: now });
    });
}

/**
 * Makes a job due; one that is being worked on is due again as soon as its turn has ended, however that ends: what it was
 * called for may have come after its last look. For a transaction over `jobs`.
 */
export async function callJob(db: ArchvdDatabase, name: JobName, now: Instant): Promise<void> {
  await db.jobs
    .where('id')
    .equals(name)
    .modify((job) => {
      if (job.lease !== null) Object.assign(job, { calledAt: now });
      if (job.dueAt > now) Object.assign(job, { dueAt: now });
    });
}

/** Puts off a job that has not begun; one that somebody works on keeps its time. */
export async function putOff(db: ArchvdDatabase, name: JobName, dueAt: Instant): Promise<void> {
  await db.jobs
    .where('id')
    .equals(name)
    .modify((job) => {
      if (job.lease === null && job.progress === null && job.dueAt < dueAt) Object.assign(job, { dueAt });
    });
}

async function changeHeld(
  db: ArchvdDatabase,
  name: JobName,
  fence: number,
  change: (job: JobRow) => JobRow,
): Promise<boolean> {
  return db.transaction('rw', db.jobs, async () => {
    const job = await db.jobs.get(name);
    if (job === undefined || job.fence !== fence || job.lease === null) return false;
    await db.jobs.put(change(job));
    return true;
  });
}
