import { Dexie } from 'dexie';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { JobName, JobRow, JobRunRow } from '@/lib/db/rows';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

export type FreshnessScope = 'orders' | 'listings' | 'products' | 'prices';

const SCOPES: readonly FreshnessScope[] = ['orders', 'listings', 'products', 'prices'];

export interface ScopeFreshness {
  readonly scope: FreshnessScope;
  /** When all of it was last read to the end; null: never. */
  readonly lastSuccessAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly running: boolean;
  /** What the last finished run failed with; null when it went well. */
  readonly error: JobRunRow['error'];
}

export interface Freshness {
  readonly scopes: readonly ScopeFreshness[];
  /** When both orders and listings were last read to the end (the older of the two); null when one never was. */
  readonly syncedAt: Instant | null;
  readonly running: boolean;
  readonly error: JobRunRow['error'];
}

/** How old what is shown is, per kind of data. `now` decides whether a lease still means that somebody works. */
export async function freshness(db: ArchvdDatabase, now: Instant): Promise<Freshness> {
  const scopes = await Promise.all(SCOPES.map((scope) => scopeFreshness(db, scope, now)));
  const successes = scopes.map((scope) => scope.lastSuccessAt);
  return {
    scopes,
    syncedAt: oldest(successes.slice(0, 2)),
    running: scopes.some((scope) => scope.running),
    error: scopes.find((scope) => scope.error !== null)?.error ?? null,
  };
}

async function scopeFreshness(db: ArchvdDatabase, scope: FreshnessScope, now: Instant): Promise<ScopeFreshness> {
  const found = await db.jobs.bulkGet(jobsOf(scope));
  const jobs = found.filter((job) => job !== undefined);
  const errors = await Promise.all(jobs.map((job) => presentError(db, job)));
  return {
    scope,
    lastSuccessAt: lastSuccess(scope, jobs),
    dueAt: oldest(jobs.map((job) => job.dueAt)),
    running: jobs.some((job) => isHeld(job, now)),
    error: errors.find((error) => error !== null) ?? null,
  };
}

function jobsOf(scope: FreshnessScope): JobName[] {
  return scope === 'listings' ? ['listings', 'listings-full'] : [scope];
}

/** A full reading of the listings counts as a reading of them, and before the first one there is nothing to be fresh. */
function lastSuccess(scope: FreshnessScope, jobs: readonly JobRow[]): Instant | null {
  const wasReadInFull =
    scope !== 'listings' || jobs.some((job) => job.id === 'listings-full' && job.lastSuccessAt !== null);
  return wasReadInFull ? newest(jobs.map((job) => job.lastSuccessAt)) : null;
}

/** A success without news leaves no run behind, so the job itself tells whether its last failure still stands. */
async function presentError(db: ArchvdDatabase, job: JobRow): Promise<JobRunRow['error']> {
  if (job.failures === 0) return null;
  const run = await lastFinishedRun(db, job.id);
  return run?.outcome === 'failed' ? run.error : null;
}

function isHeld(job: JobRow, now: Instant): boolean {
  return job.lease !== null && job.lease.until > now;
}

function lastFinishedRun(db: ArchvdDatabase, job: JobName): PromiseLike<JobRunRow | undefined> {
  const runs = db.jobRuns.where('[job+startedAt]').between([job, Dexie.minKey], [job, Dexie.maxKey]);
  return newestFirst(runs)
    .filter((run) => run.finishedAt !== null)
    .first();
}

/** The earliest; null when one is missing or there is none. */
function oldest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b), instants[0] ?? null);
}

function newest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce((a, b) => (a === null ? b : b === null || a > b ? a : b), null);
}
