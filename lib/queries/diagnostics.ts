import type { ArchvdDatabase } from '@/lib/db/database';
import { SCHEMA_VERSION } from '@/lib/db/database';
import type { ActivityRow, BudgetRow, JobRow, JobRunRow, NoticeRow, QuarantineRow } from '@/lib/db/rows';
import { newestFirst } from './newest-first';

export interface Diagnostics {
  readonly schema: { readonly code: number; readonly installed: number };
  readonly jobs: readonly JobRow[];
  /** The newest 30, newest first. */
  readonly runs: readonly JobRunRow[];
  readonly budgets: readonly BudgetRow[];
  readonly quarantine: {
    readonly total: number;
    readonly byEndpoint: readonly { readonly endpoint: string; readonly rows: number }[];
    /** The ten seen last. */
    readonly newest: readonly QuarantineRow[];
  };
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Requests that failed and other trouble outside of runs: the newest 20, newest first. */
  readonly troubles: readonly ActivityRow[];
  /** The newest 20, newest first. */
  readonly notices: readonly NoticeRow[];
}

/** What support would ask for. */
export async function diagnostics(db: ArchvdDatabase): Promise<Diagnostics> {
  const [jobs, runs, budgets, quarantine, troubles, notices, tables] = await Promise.all([
    db.jobs.toArray(),
    newestFirst(db.jobRuns.orderBy('startedAt')).limit(30).toArray(),
    db.budgets.toArray(),
    quarantined(db),
    // Of one kind the ids stand in the order of time.
    newestFirst(db.activity.where('kind').equals('trouble')).limit(20).toArray(),
    newestFirst(db.notices.orderBy('at')).limit(20).toArray(),
    Promise.all(db.tables.map(async (table) => ({ name: table.name, rows: await table.count() }))),
  ]);
  return {
    schema: { code: SCHEMA_VERSION, installed: db.installedVersion },
    jobs,
    runs,
    budgets,
    quarantine,
    troubles,
    notices,
    tables,
  };
}

async function quarantined(db: ArchvdDatabase): Promise<Diagnostics['quarantine']> {
  const [total, newest, endpoints] = await Promise.all([
    db.quarantine.count(),
    newestFirst(db.quarantine.orderBy('lastSeenAt')).limit(10).toArray(),
    db.quarantine.orderBy('endpoint').uniqueKeys(),
  ]);
  const byEndpoint = await Promise.all(
    endpoints.map(async (key) => ({
      endpoint: typeof key === 'string' ? key : '',
      rows: await db.quarantine.where('endpoint').equals(key).count(),
    })),
  );
  return { total, byEndpoint, newest };
}
