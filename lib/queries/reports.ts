import type { ArchvdDatabase } from '@/lib/db/database';
import type { ReportRow } from '@/lib/db/money-rows';
import { sha256 } from '@/lib/db/sha256';
import type { FeeProfile, FeeSchedule } from '@/lib/domain/fees/fee-schedule';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { CostMethod } from '@/lib/domain/pnl/cost-methods';
import { pnlTotals, type PnlTotals } from '@/lib/domain/pnl/pnl-totals';
import { changedRows, rowPrints, rowsText, type ReportRowText, type RowChange } from '@/lib/domain/pnl/row-prints';
import { instant } from '@/lib/domain/time/instant';
import type { OffsetAt, Period } from '@/lib/domain/time/period';
import { bookLines, type BookLines } from './book-lines';
import type { BookRequest } from './book-rows';
import { readPnlSettings } from './pnl-settings';
import { spendingOf, type Spending } from './pnl-spending';
import { reportRowTexts } from './report-row-texts';
import { readWriteOffs, type WriteOffs, type WrittenOff } from './write-offs';

export type KeptReport = ReportRow;

/** All a report was made with: enough to make it again when everything else has been changed since. */
export interface ReportSettings {
  readonly period: Period | null;
  readonly basis: 'cash' | 'accrual';
  readonly costMethod: CostMethod;
  readonly currency: CurrencyCode;
  readonly profile: FeeProfile;
  readonly schedules: readonly FeeSchedule[];
  /** Whether pairs that were written off count; reports from before they did are made again without. */
  readonly writeOffs?: true;
  /** Whether alias's take is split by the fee profile where that explains it; reports from before are made again without. */
  readonly splitByProfile?: true;
}

/** Figures in minor units, and what they were made from. */
export interface ReportFigures {
  readonly sums: Readonly<Record<string, number>>;
  readonly prints: string;
}

export interface MadeReport {
  readonly settings: ReportSettings;
  readonly figures: ReportFigures;
  /** SHA-256 of all rows. */
  readonly digest: string;
}

/** A kept report against the books of now. */
export interface ComparedReport {
  readonly kept: ReportFigures['sums'];
  readonly now: ReportFigures['sums'];
  /** Every row is as it was, and so every figure is the same to the cent. */
  readonly same: boolean;
  readonly changes: readonly (RowChange & { readonly label: string; readonly pairId: string | null })[];
}

/** A profit and loss as it can be kept: settings, figures and a print of every row behind them. */
export async function makeReport(db: ArchvdDatabase, request: BookRequest): Promise<MadeReport> {
  const { period, basis, costMethod = 'specific', valuation } = request;
  const { currency, profile, schedules } = await readPnlSettings(db, valuation);
  const made = await readReport(db, { ...request, schedules, splitByProfile: true }, true);
  return {
    settings: { period, basis, costMethod, currency, profile, schedules, writeOffs: true, splitByProfile: true },
    figures: { sums: made.sums, prints: rowPrints(made.rows) },
    digest: await sha256(rowsText(made.rows)),
  };
}

/** Makes a kept report again with what it was made with, and says what differs. */
export async function compareReport(
  db: ArchvdDatabase,
  report: ReportRow,
  offsetAt: OffsetAt,
): Promise<ComparedReport> {
  const settings = report.settings as unknown as ReportSettings;
  const { sums: kept, prints } = report.figures as unknown as ReportFigures;
  const { currency, profile, writeOffs: counts = false, ...rest } = settings;
  // The moment plays no part: the time and the fees are the report's own.
  const valuation = { now: instant(report.madeAt), currency, profile, regionId: null };
  const { sums, rows, books, lost } = await readReport(db, { ...rest, valuation, offsetAt }, counts);
  const changes = changedRows(prints, rows);
  const saleOf = new Map(books.sales.map(({ sale }) => [sale.id, sale]));
  const lostOf = new Map(lost.map(({ pair }) => [pair.id, pair]));
  const supplierOf = new Map(books.expenses.map(({ id, supplier, category }) => [id, supplier || category]));
  return {
    kept,
    now: sums,
    same: (await sha256(rowsText(rows))) === report.digest,
    changes: changes.map((change) => {
      const sale = saleOf.get(change.id);
      const pair = lostOf.get(change.id);
      const label = sale?.name ?? supplierOf.get(change.id) ?? pair?.name ?? '';
      return { ...change, label, pairId: sale?.pairId ?? pair?.id ?? null };
    }),
  };
}

/** Newest first. */
export async function listReports(db: ArchvdDatabase): Promise<readonly ReportRow[]> {
  return (await db.reports.orderBy('madeAt').toArray()).toReversed();
}

interface ReadReport {
  readonly sums: ReportFigures['sums'];
  readonly rows: readonly ReportRowText[];
  readonly books: BookLines;
  readonly lost: readonly WrittenOff[];
}

async function readReport(db: ArchvdDatabase, request: BookRequest, withLost: boolean): Promise<ReadReport> {
  const [books, writeOffs] = await Promise.all([
    bookLines(db, request),
    withLost ? readWriteOffs(db, request.valuation.currency, request.period) : null,
  ]);
  const spending = spendingOf(books.expenses, null, books.currency);
  const sums = sumsOf(pnlTotals(books.report, null), spending, writeOffs);
  const lost = writeOffs?.rows ?? [];
  return { sums, rows: reportRowTexts(books, lost), books, lost };
}

function sumsOf(totals: PnlTotals, spending: Spending, writeOffs: WriteOffs | null): ReportFigures['sums'] {
  const { complete, penalties, ...counts } = totals;
  const { sales: counted, byProfile, ...money } = complete;
  const sums: Record<string, number> = { counted };
  for (const [name, value] of Object.entries(counts)) if (typeof value === 'number') sums[name] = value;
  for (const [name, amount] of Object.entries(money)) sums[name] = amount.minor;
  const before = complete.profit.minor - penalties.minor - (writeOffs?.lost.minor ?? 0);
  const overhead = spending.overhead.minor;
  return {
    ...sums,
    // A report that is not split by the profile has no such figure, nor had one from before there was any.
    ...(byProfile.minor === 0 ? {} : { byProfile: byProfile.minor }),
    penalties: penalties.minor,
    ...(writeOffs === null ? {} : { writeOffs: writeOffs.lost.minor }),
    beforeOverhead: before,
    overhead,
    afterOverhead: before - overhead,
  };
}
