import { DAY_MS, shiftInstant, type Instant } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';
import type { JobName, JobRunRow } from '../rows';

const NOTHING_YET = { requests: 0, pages: 0, read: 0, written: 0, rejected: 0, requestIds: [], error: null } as const;
const REQUEST_IDS_KEPT = 20;

export async function startJobRun(db: ArchvdDatabase, id: string, job: JobName, now: Instant): Promise<void> {
  await db.jobRuns.add({ id, job, startedAt: now, finishedAt: null, outcome: 'running', ...NOTHING_YET });
}

/** Counts to add to a run; `requestIds` oldest first, as they came. */
export type RunCounts = Partial<Pick<JobRunRow, 'requests' | 'pages' | 'read' | 'written' | 'rejected' | 'requestIds'>>;

/** Adds to a run's counts. For the transaction of a page: a page that was not kept is not counted. */
export async function addToJobRun(db: ArchvdDatabase, id: string, counts: RunCounts): Promise<void> {
  await db.jobRuns
    .where('id')
    .equals(id)
    .modify((run) => void Object.assign(run, added(run, counts)));
}

function added(run: JobRunRow, counts: RunCounts): Partial<JobRunRow> {
  return {
    requests: run.requests + (counts.requests ?? 0),
    pages: run.pages + (counts.pages ?? 0),
    read: run.read + (counts.read ?? 0),
    written: run.written + (counts.written ?? 0),
    rejected: run.rejected + (counts.rejected ?? 0),
    requestIds: [...(counts.requestIds ?? []).toReversed(), ...run.requestIds].slice(0, REQUEST_IDS_KEPT),
  };
}

type RunEnd = Pick<JobRunRow, 'outcome' | 'error'> & { readonly now: Instant };

export async function finishJobRun(db: ArchvdDatabase, id: string, end: RunEnd): Promise<void> {
  await db.jobRuns.update(id, { finishedAt: end.now, outcome: end.outcome, error: end.error });
}

/** Keeps the newest 500 runs of the last 90 days. @returns how many went */
export async function pruneJobRuns(db: ArchvdDatabase, now: Instant, keep = 500): Promise<number> {
  return db.transaction('rw', db.jobRuns, async () => {
    const old = await db.jobRuns
      .where('startedAt')
      .below(shiftInstant(now, -90 * DAY_MS))
      .delete();
    const surplus = (await db.jobRuns.count()) - keep;
    if (surplus <= 0) return old;
    await db.jobRuns.bulkDelete(await db.jobRuns.orderBy('startedAt').limit(surplus).primaryKeys());
    return old + surplus;
  });
}
