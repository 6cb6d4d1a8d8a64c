import type { AnyTable, ArchvdDatabase } from '@/lib/db/database';
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
  /** `bytes` is estimated from the first rows of each table, as they would be written out. */
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[];
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
    Promise.all(db.tables.map(measured)),
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

const SAMPLE = 10;

async function measured(table: AnyTable): Promise<Diagnostics['tables'][number]> {
  const [rows, sample] = await Promise.all([table.count(), table.limit(SAMPLE).toArray()]);
  const length = sample.reduce((sum, row: unknown) => sum + JSON.stringify(row).length, 0);
  return { name: table.name, rows, bytes: sample.length === 0 ? 0 : Math.round((length / sample.length) * rows) };
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
