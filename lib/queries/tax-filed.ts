import type { ArchvdDatabase } from '@/lib/db/database';
import { filedChanges, type FiledChanges, type FiledRows } from '@/lib/domain/tax/filed-report';
import { makeTaxReport, reportPeriodOf } from '@/lib/domain/tax/make-tax-report';
import { settleBooks, type SettledBooks } from '@/lib/domain/tax/settle-books';
import { taxCurrency } from '@/lib/domain/tax/tax-country';
import { startOfDate } from '@/lib/domain/tax/tax-period';
import type { TaxReport, TaxReportKind } from '@/lib/domain/tax/tax-report';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { DAY_MS, type CalendarDate, type Instant } from '@/lib/domain/time/instant';
import { readTax, type TaxReading } from './tax-books';
import type { TaxProfile } from '@/lib/domain/tax/tax-profile';
import type { OffsetAt } from '@/lib/domain/time/period';

/** Figures of a kept report: what it said, and each row behind it. */
export interface FiledFigures {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly currency: CurrencyCode;
  /** By figure, in minor units as the form took it. */
  readonly shown: Readonly<Record<string, number>>;
  readonly rows: FiledRows;
  readonly left: number;
}

/** A period the seller marked as filed. */
export interface FiledReport {
  readonly id: string;
  readonly kind: TaxReportKind;
  readonly filedAt: Instant;
  readonly figures: FiledFigures;
  readonly digest: string;
  /** What became of its rows since. */
  readonly since: FiledChanges;
  /** The same period as the books have it now. */
  readonly now: TaxReport;
}

const PREFIX = 'tax/';

/** Whether the period of a report was ever marked as filed. */
export async function isFiled(db: ArchvdDatabase, kind: TaxReportKind, first: CalendarDate): Promise<boolean> {
  const rows = await db.reports.where('kind').equals(`${PREFIX}${kind}`).toArray();
  return rows.some(({ figures }) => figures['first'] === first);
}

/** Reports that were marked as filed, the newest period first, each with what changed since. */
export async function filedReports(
  db: ArchvdDatabase,
  profile: TaxProfile,
  offsetAt: OffsetAt,
): Promise<readonly FiledReport[]> {
  const [rows, reading] = await Promise.all([
    db.reports.where('kind').startsWith(PREFIX).toArray(),
    readTax(db, profile, offsetAt),
  ]);
  if (reading === null) return [];
  const settledBy = settler(reading);
  return rows
    .map((row): FiledReport => {
      const figures = row.figures as unknown as FiledFigures;
      const kind = row.kind.slice(PREFIX.length) as TaxReportKind;
      const kept = (row.settings as { readonly profile: TaxProfile }).profile;
      const now = reportAt({ settled: settledBy(kept), profile: kept }, kind, figures.first, offsetAt);
      const since = filedChanges(figures.rows, now);
      return { id: row.id, kind, filedAt: row.madeAt, figures, digest: row.digest, since, now };
    })
    .toSorted((a, b) => (a.figures.first < b.figures.first ? 1 : -1) || b.filedAt - a.filedAt);
}

/** What a figure was in the report filed last for the period that ended just before a day; null: none was. */
export async function filedBefore(
  db: ArchvdDatabase,
  kind: TaxReportKind,
  day: CalendarDate,
  figure: string,
): Promise<number | null> {
  const rows = await db.reports.where('kind').equals(`${PREFIX}${kind}`).toArray();
  const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  const [newest] = rows
    .filter(({ figures }) => figures['last'] === before)
    .toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  return newest === undefined ? null : ((newest.figures as unknown as FiledFigures).shown[figure] ?? null);
}

/** The books settled by the profile a report was filed with, once for each such profile. */
function settler({ books }: TaxReading): (profile: TaxProfile) => SettledBooks {
  const known = new Map<string, SettledBooks>();
  return (profile) => {
    const key = JSON.stringify(profile);
    const settled = known.get(key) ?? settleBooks(books, profile, taxCurrency(profile.country ?? 'US'));
    known.set(key, settled);
    return settled;
  };
}

/** A report of the period a day is in. */
export function reportAt(
  { settled, profile }: Pick<TaxReading, 'settled' | 'profile'>,
  kind: TaxReportKind,
  first: CalendarDate,
  offsetAt: OffsetAt,
): TaxReport {
  const period = reportPeriodOf(kind, startOfDate(first, offsetAt), profile, offsetAt);
  return makeTaxReport(kind, settled, profile, period, offsetAt);
}
