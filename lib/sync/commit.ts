import type { Instant } from '@/lib/domain/time/instant';
import type { AnyTable } from '@/lib/db/database';
import type { RejectedRecord } from '@/lib/marketplaces/contract/page';
import { addToJobRun } from '@/lib/db/repositories/job-runs';
import { quarantineRecords } from '@/lib/db/repositories/quarantine';
import { StaleRun } from '@/lib/db/stale-run';
import { emptyTally, type SyncDeps, type SyncRun } from './sync-run';

interface CommitParts {
  readonly tables: readonly AnyTable[];
  readonly rejected: readonly RejectedRecord[];
  readonly now: Instant;
  /** Reads what exists, writes what changed, answers how many data rows it wrote. Only Dexie may be awaited inside. */
  write(): Promise<number>;
}

/**
 * Rows, cursor, quarantine and the run's counts, all or nothing.
 *
 * @returns how many data rows were written
 * @throws StaleRun when the job's fence has moved on
 */
export async function commit(deps: SyncDeps, run: SyncRun, parts: CommitParts): Promise<number> {
  const { db } = deps;
  const tables = [...new Set([...parts.tables, db.jobs, db.jobRuns, db.quarantine])];
  const counts = run.tally;
  run.tally = emptyTally();
  return db.transaction('rw', tables, async () => {
    const job = await db.jobs.get(run.job);
    if (job?.fence !== run.fence) throw new StaleRun(`The run ${run.runId} of ${run.job} was taken over`);
    const written = await parts.write();
    if (parts.rejected.length > 0) await quarantineRecords(db, parts.rejected, parts.now);
    await addToJobRun(db, run.runId, { ...counts, written, rejected: parts.rejected.length });
    return written;
  });
}
