import type { ArchvdDatabase } from '@/lib/db/database';
import { toDatabaseError } from '@/lib/db/database-error';
import type { JobRow, JobRunRow } from '@/lib/db/rows';
import { addToJobRun, finishJobRun, startJobRun } from '@/lib/db/repositories/job-runs';
import { claimJob, finishJob, heartbeatJob } from '@/lib/db/repositories/jobs';
import { StaleRun } from '@/lib/db/stale-run';
import { hasCode, isMarketError } from '@/lib/domain/errors/market-error';
import { fullJitter } from '@/lib/domain/throttle/back-off';
import { shiftInstant, type Instant } from '@/lib/domain/time/instant';
import { emptyTally, noteFailure, type SyncRun, type SyncTask } from '@/lib/sync/sync-run';
import type { Clock, Random } from '@/lib/platform/ports';
import type { JobPlan } from './job-plan';

/** A turn works this long, then commits and lets others in; well below the 30 s after which a browser may kill it. */
const TURN_MS = 15_000;
/** A lease outlives its turn by one slow request; after that the holder counts as dead. */
const LEASE_MS = 60_000;
const BACK_OFF_BASE_MS = 5_000;
const BACK_OFF_CAP_MS = 15 * 60_000;
/** Without a network nobody is bothered by another try, and who comes back online wants to know what was sold. */
const OFFLINE_CAP_MS = 60_000;
/** What was stopped half-way goes on this soon, also when its job comes but once a day. */
const RESUME_MS = 15 * 60_000;

export interface TurnDeps {
  readonly db: ArchvdDatabase;
  readonly clock: Clock;
  readonly random: Random;
}

/** How a turn went. `refused`: the token is not accepted, nothing more may be asked. */
export type TurnOutcome = 'done' | 'more' | 'failed' | 'refused' | 'stopped' | 'not-ours';

/**
 * Runs one turn of a due job: claims it, goes on with its unfinished run or begins one, and records how it went. A run
 * that takes several turns, or several lives of the worker, stays one row.
 */
export async function runTurn(
  deps: TurnDeps,
  plan: JobPlan,
  task: SyncTask,
  signal: AbortSignal,
): Promise<TurnOutcome> {
  const job = await claimJob(deps.db, plan.name, deps.clock.now(), LEASE_MS);
  if (job === null) return 'not-ours';
  const run = await openRun(deps, job, plan, signal);
  try {
    const verdict = await task(run);
    if (verdict === 'done') return await finish(deps, run, plan);
    if (signal.aborted) return await stop(deps, run, plan);
    return await pause(deps, run, verdict === 'more' ? deps.clock.now() : verdict.waitUntil);
  } catch (error) {
    if (error instanceof StaleRun) return 'not-ours';
    noteFailure(run.tally, error);
    if (signal.aborted) return stop(deps, run, plan);
    if (hasCode(error, 'rate-limited', 'breaker-open', 'locked', 'not-connected')) {
      return pause(deps, run, error.retryAt ?? shiftInstant(deps.clock.now(), BACK_OFF_BASE_MS));
    }
    return fail(deps, run, job, error);
  }
}

async function openRun(deps: TurnDeps, job: JobRow, plan: JobPlan, signal: AbortSignal): Promise<SyncRun> {
  const { db } = deps;
  const now = deps.clock.now();
  const open = await unfinishedRun(db, job);
  const runId = open?.id ?? deps.random.id();
  // Together, so that a death in between leaves no run that looks as if it went on for ever.
  await db.transaction('rw', db.jobs, db.jobRuns, async () => {
    if (open === undefined) await startJobRun(db, runId, plan.name, now);
    await heartbeatJob(db, plan.name, job.fence, { now, leaseMs: LEASE_MS, progress: { runId } });
  });
  return {
    job: plan.name,
    runId,
    startedAt: open?.startedAt ?? now,
    fence: job.fence,
    priority: plan.priority,
    signal,
    tally: emptyTally(),
    shouldYield: () => signal.aborted || deps.clock.now() - now >= TURN_MS,
  };
}

async function unfinishedRun(db: ArchvdDatabase, job: JobRow): Promise<JobRunRow | undefined> {
  const runId = job.progress?.runId;
  const run = typeof runId === 'string' ? await db.jobRuns.get(runId) : undefined;
  return run?.finishedAt === null ? run : undefined;
}

/** Out of time, or told to wait: the run stays open and goes on at `dueAt`. That is no failure. */
async function pause(deps: TurnDeps, run: SyncRun, dueAt: Instant): Promise<TurnOutcome> {
  const end = { now: deps.clock.now(), outcome: 'stopped', dueAt, progress: { runId: run.runId } } as const;
  return (await endTurn(deps, run, end, null)) ? 'more' : 'not-ours';
}

async function finish(deps: TurnDeps, run: SyncRun, plan: JobPlan): Promise<TurnOutcome> {
  return endRun(deps, run, { outcome: 'done', error: null }, shiftInstant(deps.clock.now(), plan.periodMs));
}

async function stop(deps: TurnDeps, run: SyncRun, plan: JobPlan): Promise<TurnOutcome> {
  const wait = Math.min(plan.periodMs, RESUME_MS);
  return endRun(deps, run, { outcome: 'stopped', error: null }, shiftInstant(deps.clock.now(), wait));
}

async function fail(deps: TurnDeps, run: SyncRun, job: JobRow, error: unknown): Promise<TurnOutcome> {
  const told = isMarketError(error) ? error.retryAt : null;
  const cap = hasCode(error, 'offline') ? OFFLINE_CAP_MS : BACK_OFF_CAP_MS;
  const wait = fullJitter(job.failures, BACK_OFF_BASE_MS, cap, deps.random.next());
  const own = shiftInstant(deps.clock.now(), Math.max(wait, BACK_OFF_BASE_MS));
  const outcome = await endRun(deps, run, { outcome: 'failed', error: describe(error) }, later(own, told));
  return outcome === 'failed' && isMarketError(error) && error.code === 'auth-expired' ? 'refused' : outcome;
}

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}

interface RunEnd {
  readonly outcome: 'done' | 'failed' | 'stopped';
  readonly error: JobRunRow['error'];
}

async function endRun(deps: TurnDeps, run: SyncRun, end: RunEnd, dueAt: Instant): Promise<TurnOutcome> {
  const now = deps.clock.now();
  const isOurs = await endTurn(deps, run, { now, outcome: end.outcome, dueAt, progress: null }, end);
  return isOurs ? end.outcome : 'not-ours';
}

/**
 * Gives the job back and records the turn, in one transaction: a death in between would leave a closed run behind an
 * open job or the other way round. False, and nothing written, when the job is somebody else's by now.
 */
async function endTurn(
  { db }: TurnDeps,
  run: SyncRun,
  job: Parameters<typeof finishJob>[3],
  end: RunEnd | null,
): Promise<boolean> {
  const { tally } = run;
  run.tally = emptyTally();
  return db.transaction('rw', db.jobs, db.jobRuns, async () => {
    if (!(await finishJob(db, run.job, run.fence, job))) return false;
    await addToJobRun(db, run.runId, tally);
    if (end === null) return true;
    await finishJobRun(db, run.runId, { now: job.now, ...end });
    const kept = await db.jobRuns.get(run.runId);
    // A run that had nothing to do is no news; a row a minute would bury the ones that matter.
    const isNews = end.outcome !== 'done' || kept === undefined || kept.requests > 0 || kept.written > 0;
    if (!isNews) await db.jobRuns.delete(run.runId);
    return true;
  });
}

/** Words of our own errors are safe; of anything else only its kind is kept. */
function describe(error: unknown): NonNullable<JobRunRow['error']> {
  if (isMarketError(error)) return { code: error.code, message: error.message };
  const books = toDatabaseError(error);
  if (books !== null) return { code: 'internal', message: books.message };
  const name = error instanceof Error ? error.name : 'unknown';
  return {
    code: 'internal',
    message: `Something failed inside the companion (${name}). Nothing was lost; it is tried again.`,
  };
}
