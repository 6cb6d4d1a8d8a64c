import type { ArchvdDatabase } from '@/lib/db/database';
import { isRunAskedFor, isRunCancelled, runReading, type RunReading } from '@/lib/db/repositories/repricing-runs';
import {
  getRepricingMode,
  repricingStopped,
  wasEverLive,
  type RepricingMode,
} from '@/lib/db/repositories/repricing-state';
import type { RepricingRunRow } from '@/lib/db/repricing-rows';
import type { Instant } from '@/lib/domain/time/instant';
import { newestFirst } from './newest-first';

export interface RepricingNow {
  readonly mode: RepricingMode;
  /** Why everything was stopped by itself; null: it was not. */
  readonly stopped: string | null;
  /** The newest run that came to its end; null: there was none yet. */
  readonly lastRun: RepricingRunRow | null;
  /** A run is asked for or being made right now. */
  readonly running: boolean;
  /** How far the run being made is with reading prices; null: it reads none, or there is no such run. */
  readonly reading: RunReading | null;
  /** Whether rules ever changed prices: then the switch needs no preview that was just looked at. */
  readonly wasLive: boolean;
}

/** How repricing stands. `now` decides whether a lease still means that somebody works. */
export async function repricingNow(db: ArchvdDatabase, now: Instant): Promise<RepricingNow> {
  const [mode, stopped, wasLive, asked, job, runs] = await Promise.all([
    getRepricingMode(db),
    repricingStopped(db),
    wasEverLive(db),
    isRunAskedFor(db),
    db.jobs.get('reprice'),
    newestFirst(db.repricingRuns.orderBy('startedAt')).limit(5).toArray(),
  ]);
  const isHeld = job !== undefined && job.lease !== null && job.lease.until > now;
  const runId = job?.progress?.['runId'];
  const made = typeof runId === 'string' ? await db.jobRuns.get(runId) : undefined;
  const isOver = made !== undefined && (await isRunCancelled(db, made.startedAt));
  const running = asked || (!isOver && (isHeld || job?.progress != null));
  return {
    mode,
    stopped,
    lastRun: runs.find((run) => run.finishedAt !== null) ?? null,
    running,
    reading: running && typeof runId === 'string' ? await runReading(db, runId) : null,
    wasLive,
  };
}
