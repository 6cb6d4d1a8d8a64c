import { toIsoString, instant } from '@/lib/domain/time/instant';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { IS_OFFICIAL_API } from '@/lib/settings/build';

/**
 * A report that may be handed to support: counts, times, codes and request ids. No token, no name, no price, no raw
 * record and no free text of the marketplace, which might repeat something private.
 */
export function reportText(found: Diagnostics, now: number): string {
  const at = (ms: number | null) => (ms === null ? null : toIsoString(instant(ms)));
  return JSON.stringify(
    {
      at: at(now),
      market: IS_OFFICIAL_API ? 'alias' : 'local',
      schema: found.schema,
      tables: Object.fromEntries(found.tables.map(({ name, rows }) => [name, rows])),
      jobs: found.jobs.map((job) => ({
        job: job.id,
        due: at(job.dueAt),
        failures: job.failures,
        lastSuccess: at(job.lastSuccessAt),
      })),
      runs: found.runs.map((run) => ({
        job: run.job,
        outcome: run.outcome,
        started: at(run.startedAt),
        finished: at(run.finishedAt),
        requests: run.requests,
        read: run.read,
        written: run.written,
        rejected: run.rejected,
        error: run.error?.code ?? null,
        requestIds: run.requestIds,
      })),
      budgets: found.budgets.map((budget) => ({
        perSecond: budget.milliPerSecond / 1000,
        limitedInARow: budget.limitedInARow,
        blockedUntil: at(budget.blockedUntil),
        openUntil: at(budget.openUntil),
      })),
      troubles: found.troubles.map(({ at: time, summary, facts }) => ({ at: at(time), what: summary, ...facts })),
      quarantine: found.quarantine.byEndpoint,
    },
    null,
    2,
  );
}
