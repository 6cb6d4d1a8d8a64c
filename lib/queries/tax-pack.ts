import type { ArchvdDatabase } from '@/lib/db/database';
import type { ExpenseRow, ReceiptRow, StockValuationRow } from '@/lib/db/money-rows';
import type { BankLineRow } from '@/lib/db/bank-rows';
import { makeTaxReport, reportKinds, reportPeriodOf } from '@/lib/domain/tax/make-tax-report';
import { stockBook, type StockBookLine } from '@/lib/domain/tax/stock-book';
import { periodsBetween, type TaxPeriod } from '@/lib/domain/tax/tax-period';
import type { TaxReport } from '@/lib/domain/tax/tax-report';
import type { Instant } from '@/lib/domain/time/instant';
import { isWithin, type OffsetAt } from '@/lib/domain/time/period';
import { bookLines, type BookLines } from './book-lines';
import type { TaxReading } from './tax-books';
import type { Valuation } from './valuation';
import { readWriteOffs, type WriteOffs } from './write-offs';

/** All that goes into the file of a year. */
export interface PackData {
  readonly reading: TaxReading;
  readonly year: TaxPeriod;
  readonly lines: BookLines;
  /** Pairs that were lost, damaged or given away in the year. */
  readonly writeOffs: WriteOffs;
  readonly reports: readonly TaxReport[];
  readonly book: readonly StockBookLine[];
  /** Spent in the year, oldest first, with journeys. */
  readonly expenses: readonly ExpenseRow[];
  readonly receipts: readonly ReceiptRow[];
  /** Lines of statements of the year that were matched with nothing. */
  readonly unmatched: readonly BankLineRow[];
  /** Values of the stock that were kept in the year. */
  readonly valuations: readonly StockValuationRow[];
}

/** What the pack of a year is made of, besides the seller's settings. */
export interface PackRequest {
  readonly reading: TaxReading;
  readonly year: TaxPeriod;
  readonly valuation: Valuation;
  readonly basis: 'cash' | 'accrual';
  readonly withReceipts: boolean;
  readonly offsetAt: OffsetAt;
}

/** Every row of a year, in an order of its own that does not change with the order it was written in. */
export async function readPack(db: ArchvdDatabase, request: PackRequest): Promise<PackData> {
  const { reading, year, valuation, basis, offsetAt } = request;
  // As of the end of the year, in the currency of its tax: the pack does not change with the day it is made on.
  const asOfEnd = { ...valuation, now: year.to, currency: reading.settled.currency };
  const [lines, writeOffs, expenses, bank, valuations] = await Promise.all([
    bookLines(db, { period: year, valuation: asOfEnd, basis, offsetAt }),
    readWriteOffs(db, asOfEnd.currency, year),
    db.expenses.where('spentAt').between(year.from, year.to, true, false).toArray(),
    db.bankLines.where('bookedOn').between(year.first, year.last, true, true).toArray(),
    db.stockValuations.where('day').between(year.first, year.last, true, true).toArray(),
  ]);
  const spent = expenses.filter(({ deletedAt }) => deletedAt === null);
  const receipts = request.withReceipts
    ? await db.receipts
        .where('expenseId')
        .anyOf(spent.map(({ id }) => id))
        .toArray()
    : [];
  return {
    reading,
    year,
    lines,
    writeOffs,
    reports: reportsOf(reading, year, offsetAt),
    book: stockBook(reading.settled, reading.books.pairs, reading.numbers, reading.profile, offsetAt),
    expenses: spent.toSorted((a, b) => a.spentAt - b.spentAt || byId(a, b)),
    receipts: receipts.toSorted(byId),
    unmatched: bank
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => (a.bookedOn === b.bookedOn ? byId(a, b) : a.bookedOn < b.bookedOn ? -1 : 1)),
    valuations: valuations.toSorted((a, b) => (a.day === b.day ? byId(a, b) : a.day < b.day ? -1 : 1)),
  };
}

/** The year itself, and every return whose period ends in it. */
function reportsOf({ settled, profile }: TaxReading, year: TaxPeriod, offsetAt: OffsetAt): readonly TaxReport[] {
  return reportKinds(profile).flatMap((kind) => {
    const periodOf = (at: Instant): TaxPeriod => reportPeriodOf(kind, at, profile, offsetAt);
    const periods =
      kind === 'year'
        ? [year]
        : periodsBetween(year.from, (year.to - 1) as Instant, periodOf).filter((period) =>
            isWithin(year, (period.to - 1) as Instant),
          );
    return periods.map((period) => makeTaxReport(kind, settled, profile, period, offsetAt));
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
