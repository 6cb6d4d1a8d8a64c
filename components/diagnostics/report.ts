import { redact } from '@/lib/domain/redaction/redact';
import { instant, toIsoString } from '@/lib/domain/time/instant';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { IS_OFFICIAL_API } from '@/lib/settings/build';

/** Facts of a trouble that may be told: none of them is the seller's. Any other stays on the device. */
export const REPORTED_FACTS = [
  'operation',
  'method',
  'status',
  'requestId',
  'errorCode',
  'code',
  'kind',
  'attempt',
  'durationMs',
  'what',
] as const;

export interface ReportedDevice {
  readonly version: string;
  /** Name and version, as `browserText` tells. */
  readonly browser: string;
  /** Names of settings that could not be read; their values are nobody's business. */
  readonly unreadableSettings: readonly string[];
  readonly usedBytes: number | null;
}

/**
 * A report that may be handed to support: counts, times, codes and request ids. No token, no name, no price, no raw
 * record and no free text of the marketplace, which might repeat something private.
 */
export function reportText(found: Diagnostics, device: ReportedDevice, now: number): string {
  return redact(
    JSON.stringify(
      {
        at: at(now),
        market: IS_OFFICIAL_API ? 'alias' : 'local',
        device,
        schema: found.schema,
        tables: Object.fromEntries(found.tables.map(({ name, rows, bytes }) => [name, { rows, bytes }])),
        jobs: found.jobs.map(jobOf),
        runs: found.runs.map(runOf),
        budgets: found.budgets.map((budget) => ({
          perSecond: budget.milliPerSecond / 1000,
          limitedInARow: budget.limitedInARow,
          blockedUntil: at(budget.blockedUntil),
          openUntil: at(budget.openUntil),
        })),
        troubles: found.troubles.map(troubleOf),
        quarantine: found.quarantine.byEndpoint,
      },
      null,
      2,
    ),
  );
}

function at(ms: number | null): string | null {
  return ms === null ? null : toIsoString(instant(ms));
}

function jobOf(job: Diagnostics['jobs'][number]) {
  return {
    job: job.id,
    due: at(job.dueAt),
    running: job.lease !== null,
    fence: job.fence,
    failures: job.failures,
    lastFinished: at(job.lastFinishedAt),
    lastSuccess: at(job.lastSuccessAt),
  };
}

function runOf(run: Diagnostics['runs'][number]) {
  return {
    job: run.job,
    outcome: run.outcome,
    started: at(run.startedAt),
    finished: at(run.finishedAt),
    requests: run.requests,
    pages: run.pages,
    read: run.read,
    written: run.written,
    rejected: run.rejected,
    error: run.error?.code ?? null,
    requestIds: run.requestIds,
  };
}

function troubleOf({ at: time, summary, facts }: Diagnostics['troubles'][number]) {
  const told = REPORTED_FACTS.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]] as const]));
  return { at: at(time), what: summary, ...Object.fromEntries(told) };
}
