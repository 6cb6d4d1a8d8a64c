import { appendActivity } from '@/lib/db/repositories/activity';
import type { ReportRow } from '@/lib/db/money-rows';
import { sha256 } from '@/lib/db/sha256';
import { filedRows } from '@/lib/domain/tax/filed-report';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import { CommandError, type CommandDeps } from './command-deps';

/**
 * Keeps a report as it was filed: its figures, every row behind them, the profile it was made with and a digest of all
 * that. A period that was filed before is filed anew; the older one stays beside it.
 *
 * @throws CommandError `not-allowed` while the period is not over
 */
export async function fileTaxReport(
  deps: CommandDeps,
  report: TaxReport,
  profile: TaxProfile,
): Promise<{ readonly id: string }> {
  const { db } = deps;
  const { kind, period, currency, figures, left } = report;
  const madeAt = deps.now();
  if (madeAt < period.to) throw new CommandError('not-allowed', 'This period is not over yet. Nothing was changed.');
  const kept = {
    first: period.first,
    last: period.last,
    currency,
    shown: Object.fromEntries(figures.map(({ id, shown }) => [id, shown.minor])),
    rows: filedRows(report),
    left: left.length,
  };
  const row: ReportRow = {
    id: deps.newId(),
    kind: `tax/${kind}`,
    madeAt,
    name: `${period.first}..${period.last}`,
    settings: { profile },
    figures: kept,
    digest: await sha256(JSON.stringify({ kind, profile, ...kept })),
  };
  await db.transaction('rw', [db.reports, db.activity], async () => {
    await db.reports.add(row);
    await appendActivity(db, {
      id: deps.newId(),
      at: madeAt,
      kind: 'tax/file',
      by: 'user',
      entity: { table: 'reports', id: row.id },
      summary: `Filed: ${kind} of ${row.name}`,
      facts: { rows: report.entries.length, left: left.length },
    });
  });
  return { id: row.id };
}

/**
 * Takes the mark off a period; its figures stay in the activity only by name.
 *
 * @throws CommandError `not-found`
 */
export async function unfileTaxReport(deps: CommandDeps, id: string): Promise<void> {
  const { db } = deps;
  await db.transaction('rw', [db.reports, db.activity], async () => {
    const row = await db.reports.get(id);
    if (row === undefined || !row.kind.startsWith('tax/'))
      throw new CommandError('not-found', 'That report is no longer in the books. Nothing was changed.');
    await db.reports.delete(id);
    await appendActivity(db, {
      id: deps.newId(),
      at: deps.now(),
      kind: 'tax/unfile',
      by: 'user',
      entity: { table: 'reports', id },
      summary: `No longer marked as filed: ${row.name}`,
      facts: { digest: row.digest },
    });
  });
}
