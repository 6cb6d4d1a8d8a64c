import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { catchUpWithClock, ensureJobs, freeAbandonedJobs, makeDue } from '@/lib/db/repositories/jobs';
import type { JobName } from '@/lib/db/rows';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { MINUTE_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { Alarms, Heartbeat, Locks } from '@/lib/platform/ports';
import type { SyncTask } from '@/lib/sync/sync-run';
import { JOB_PLANS, READING_JOBS, type JobPlan } from './job-plan';
import { runTurn, type TurnDeps, type TurnOutcome } from './run-turn';

/** Comes every minute, whatever else happens: the worker may have died with its plans. */
export const TICK_ALARM = 'tick';
/** Comes when the next job is due. */
export const WAKE_ALARM = 'wake';
/** A browser allows no alarm nearer than this. */
const NEAREST_ALARM_MS = 30_000;
/** Turns follow each other for this long at most; then the alarm takes over. Browsers end an event after five minutes. */
const SESSION_MS = 4 * MINUTE_MS;

/** A turn that outlasts its time, on one slow request or a large snapshot, must not look idle: that is 30 seconds. */
const PULSE_MS = 20_000;
/** A due job that has been passed over for this long goes before the plan's order: one that never ends starves nobody. */
const PATIENCE_MS = 2 * MINUTE_MS;

/** Whether alias may be asked now. */
export type Standing = 'ready' | 'not-connected' | 'locked' | 'refused' | 'no-access';

export interface EngineDeps extends TurnDeps {
  readonly locks: Locks;
  readonly alarms: Alarms;
  readonly heartbeat: Heartbeat;
  readonly tasks: ReadonlyMap<JobName, SyncTask>;
  standing(): Promise<Standing>;
  /** alias did not accept the token: it is marked, and everything that asks alias rests. */
  onRefused(): Promise<void>;
  /** A session failed as a whole, or what follows a turn; the books are as the last commit left them. */
  onFailure(error: unknown): void;
  /** After every turn, whatever its outcome, and once more at the end: notifications to ring, the badge to draw. */
  afterTurn(): Promise<void>;
}

export interface Engine {
  /** Runs everything that is due, in the order of the plan; safe to call from anywhere, any number of times. */
  tick(): Promise<void>;
  /** `tick` for callers that do not wait: a failure goes to the log, and the next alarm tries again. */
  wake(): void;
  /** Makes jobs due and runs them; answers at once. */
  syncNow(options: { readonly full: boolean }): void;
  /** Ends the present run after its page; what is committed stays. */
  cancel(): void;
}

/**
 * The clockwork. It keeps nothing in memory that matters: what is due, who works on it and where it stopped are rows,
 * so that a worker which dies at any point loses at most the page it was reading.
 */
export function createEngine(deps: EngineDeps): Engine {
  let stopping = new AbortController();
  let running = false;
  let calledAgain = false;

  const tick = async (): Promise<void> => {
    if (running) {
      // What became due meanwhile must not wait for the next alarm.
      calledAgain = true;
      return;
    }
    running = true;
    try {
      do {
        calledAgain = false;
        if (stopping.signal.aborted) stopping = new AbortController();
        await deps.locks.tryRun('engine', () => wholeSession(deps, () => stopping.signal));
      } while (calledAgain);
    } finally {
      running = false;
    }
  };
  const quietly = (work: Promise<void>): void => void work.catch((error: unknown) => deps.onFailure(error));

  return {
    tick,
    wake: () => quietly(tick()),
    syncNow: ({ full }) => quietly(makeReadersDue(deps, full).then(tick)),
    cancel: () => stopping.abort(),
  };
}

async function makeReadersDue(deps: EngineDeps, full: boolean): Promise<void> {
  const now = deps.clock.now();
  await ensureJobs(deps.db, jobsDueAt(now));
  // Before the first full reading there is nothing to add news to.
  const neverFull = (await deps.db.jobs.get('listings-full'))?.lastSuccessAt == null;
  await makeDue(deps.db, full || neverFull ? [...READING_JOBS, 'listings-full'] : READING_JOBS, now);
}

function jobsDueAt(dueAt: Instant) {
  return JOB_PLANS.map((plan) => ({ id: plan.name, dueAt }));
}

/** A session, and what follows it also when it failed or nothing was due: a vault that locked itself shows on the badge. */
async function wholeSession(deps: EngineDeps, signal: () => AbortSignal): Promise<void> {
  try {
    await session(deps, signal);
  } finally {
    await follow(deps);
  }
}

/** Turn after turn until nothing is due, the lock holder's time is up, or a job turns out to be somebody else's. */
async function session(deps: EngineDeps, signal: () => AbortSignal): Promise<void> {
  const startedAt = deps.clock.now();
  await deps.alarms.ensure(TICK_ALARM, 1);
  await seedFeeSchedules(deps.db, ALIAS_FEE_SCHEDULES, startedAt);
  await ensureJobs(deps.db, jobsDueAt(startedAt));
  // We hold the lock, so whoever leased a job before is dead or done.
  await freeAbandonedJobs(deps.db);
  await catchUpWithClock(deps.db, startedAt);
  while (deps.clock.now() - startedAt < SESSION_MS) {
    const plan = await nextDue(deps, startedAt);
    if (plan === null) break;
    const outcome = await beating(deps, () => turn(deps, plan, signal()));
    await follow(deps);
    if (outcome === 'not-ours') break;
  }
  await wakeWhenDue(deps);
}

/** A bell or a badge that fails must not stop the reading. */
async function follow(deps: EngineDeps): Promise<void> {
  try {
    await deps.afterTurn();
  } catch (error) {
    deps.onFailure(error);
  }
}

async function beating<T>({ heartbeat }: EngineDeps, work: () => Promise<T>): Promise<T> {
  await heartbeat.beat();
  const pulse = setInterval(() => void heartbeat.beat().catch(() => undefined), PULSE_MS);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
  }
}

async function turn(deps: EngineDeps, plan: JobPlan, signal: AbortSignal): Promise<TurnOutcome> {
  const task = deps.tasks.get(plan.name);
  if (task === undefined) throw new Error(`No task for the job ${plan.name}`);
  const outcome = await runTurn(deps, plan, task, signal);
  if (outcome === 'refused') await deps.onRefused();
  return outcome;
}

/** The first due job of the plan; but orders come before all, and after them whoever has waited too long. */
async function nextDue(deps: EngineDeps, sessionStart: Instant): Promise<JobPlan | null> {
  const now = deps.clock.now();
  const due = await deps.db.jobs.where('dueAt').belowOrEqual(now).sortBy('dueAt');
  const free = due.filter((job) => job.lease === null || job.lease.until <= now);
  const standing = await deps.standing();
  const able = JOB_PLANS.filter((plan) => !plan.needsMarketplace || standing === 'ready');
  const planOf = (name: JobName): JobPlan | undefined => able.find((plan) => plan.name === name);
  const first = able.find((plan) => free.some((job) => job.id === plan.name)) ?? null;
  if (first === null || first.priority === 'orders') return first;
  const impatient = free.filter((job) => now - laterOf(job.dueAt, sessionStart) >= PATIENCE_MS);
  return impatient.map((job) => planOf(job.id)).find((plan) => plan !== undefined) ?? first;
}

/** One alarm at the next due time, so that a minute's job does not wait for the tick after it. */
async function wakeWhenDue(deps: EngineDeps): Promise<void> {
  const now = deps.clock.now();
  const standing = await deps.standing();
  const able = new Set(
    JOB_PLANS.filter((plan) => !plan.needsMarketplace || standing === 'ready').map((plan) => plan.name),
  );
  const jobs = (await deps.db.jobs.orderBy('dueAt').toArray()).filter((job) => able.has(job.id));
  const first = jobs.map((job) => freeAt(job.dueAt, job.lease?.until ?? null)).toSorted((a, b) => a - b)[0];
  if (first !== undefined) await deps.alarms.wakeAt(WAKE_ALARM, laterOf(first, shiftInstant(now, NEAREST_ALARM_MS)));
}

function freeAt(dueAt: Instant, leasedUntil: Instant | null): Instant {
  return leasedUntil === null ? dueAt : laterOf(dueAt, leasedUntil);
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
