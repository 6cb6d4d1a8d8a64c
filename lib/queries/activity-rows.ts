import type { ArchvdDatabase } from '@/lib/db/database';
import type { ActivityRow } from '@/lib/db/rows';
import type { OutboxRow, WriteGroupRow } from '@/lib/db/selling-rows';
import type { RepricingDecisionRow, RepricingRunRow } from '@/lib/db/repricing-rows';
import type { Period } from '@/lib/domain/time/period';
import { newestFirst } from './newest-first';

/** Rows of the time asked for, or of one run. */
export interface ActivityRows {
  readonly runs: readonly RepricingRunRow[];
  readonly decisions: readonly RepricingDecisionRow[];
  readonly writes: readonly OutboxRow[];
  /** Commands these writes belong to. */
  readonly groups: readonly WriteGroupRow[];
  readonly notes: readonly ActivityRow[];
  /** The oldest were left out. */
  readonly truncated: boolean;
}

interface Asked {
  readonly period: Period | null;
  readonly runId: string | null;
}

/** Decisions read at once: a screen of any length, and a file that a spreadsheet opens. */
const MOST_DECISIONS = 5000;
const MOST_RUNS = 1000;
const MOST_GROUPS = 500;
const MOST_NOTES = 200;

const NOTES = ['repricing/mode'];

export async function readActivity(db: ArchvdDatabase, asked: Asked): Promise<ActivityRows> {
  return asked.runId === null ? readPeriod(db, asked.period) : readRun(db, asked.runId);
}

async function readRun(db: ArchvdDatabase, runId: string): Promise<ActivityRows> {
  const [run, decisions, writes] = await Promise.all([
    db.repricingRuns.get(runId),
    db.repricingDecisions.where('runId').equals(runId).toArray(),
    db.outbox.where('runId').equals(runId).toArray(),
  ]);
  const groups = await db.writeGroups.bulkGet([...new Set(writes.map(({ groupId }) => groupId))]);
  return {
    runs: run === undefined ? [] : [run],
    decisions,
    writes,
    groups: groups.flatMap((group) => group ?? []),
    notes: [],
    truncated: false,
  };
}

async function readPeriod(db: ArchvdDatabase, period: Period | null): Promise<ActivityRows> {
  const [from, to] = period === null ? [0, Number.MAX_SAFE_INTEGER] : [period.from, period.to];
  const [runs, decisions, groups, notes] = await Promise.all([
    newestFirst(db.repricingRuns.where('startedAt').between(from, to)).limit(MOST_RUNS).toArray(),
    newestFirst(db.repricingDecisions.where('at').between(from, to)).limit(MOST_DECISIONS).toArray(),
    newestFirst(db.writeGroups.where('createdAt').between(from, to)).limit(MOST_GROUPS).toArray(),
    newestFirst(db.activity.where('kind').anyOf(NOTES))
      .filter(({ at }) => at >= from && at < to)
      .limit(MOST_NOTES)
      .toArray(),
  ]);
  const writes = await db.outbox
    .where('groupId')
    .anyOf(groups.map(({ id }) => id))
    .toArray();
  const truncated = decisions.length === MOST_DECISIONS || runs.length === MOST_RUNS || groups.length === MOST_GROUPS;
  return { runs, decisions, writes, groups, notes, truncated };
}
